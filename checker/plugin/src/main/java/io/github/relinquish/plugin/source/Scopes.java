package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import io.github.relinquish.core.program.Scope;
import java.net.URI;
import java.util.Locale;

/** How near a class without a source is, from where its class file lies. */
final class Scopes {
  private Scopes() {}

  static Scope of(ClassSymbol symbol) {
    // Javac makes a few classes up itself.
    return symbol.classfile == null ? Scope.PLATFORM : of(symbol.classfile.toUri());
  }

  private static Scope of(URI place) {
    String scheme = place.getScheme() == null ? "file" : place.getScheme().toLowerCase(Locale.ROOT);
    // With the release option the JDK's classes come from an archive of signatures.
    boolean isSignature = place.toString().contains("/lib/ct.sym");
    if (scheme.equals("jrt") || isSignature) {
      return Scope.PLATFORM;
    }
    return scheme.equals("jar") || scheme.equals("zip") ? Scope.LIBRARY : Scope.FOLDER;
  }
}
