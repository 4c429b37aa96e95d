package io.github.relinquish.tools.lsp.compile;

import java.net.URI;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A source text under the name of its file, whether it was saved or not. */
final class Unit extends SimpleJavaFileObject {
  /** What some editors put before a text; javac takes it for a mistake. */
  private static final String MARK = "\uFEFF";

  private final Path path;
  private final String text;

  Unit(Path path, String text) {
    super(uriOf(path), JavaFileObject.Kind.SOURCE);
    this.path = path;
    this.text = text.startsWith(MARK) ? " " + text.substring(1) : text;
  }

  /** Without asking the disk whether it is a folder, as {@link Path#toUri()} does. */
  private static URI uriOf(Path path) {
    return java.io.File.separatorChar == '/' ? URI.create("file://" + encoded(path.toString())) : path.toUri();
  }

  private static String encoded(String path) {
    try {
      return new URI("file", "", path, null).getRawPath();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalArgumentException("no path of a file: " + path, e);
    }
  }

  Path path() {
    return path;
  }

  /** Newer than any class file: what the editor shows is what counts. */
  @Override public long getLastModified() {
    return Long.MAX_VALUE;
  }

  @Override public String getName() {
    return path.toString();
  }

  @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
