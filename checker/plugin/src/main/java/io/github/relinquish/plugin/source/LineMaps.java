package io.github.relinquish.plugin.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.util.Position;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines of units: javac keeps none under {@code -g:none}, which is how Ant calls it. */
final class LineMaps {
  private LineMaps() {}

  /** Gives the unit the lines that it would have with debug information. Nothing else of javac asks for them then. */
  static void ensure(CompilationUnitTree unit) {
    if (unit instanceof JCCompilationUnit source && source.lineMap == null) {
      try {
        char[] text = source.getSourceFile().getCharContent(true).toString().toCharArray();
        source.lineMap = Position.makeLineMap(text, text.length, false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
