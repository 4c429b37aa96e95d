package io.github.relinquish.core.report;

/** Text inside HTML and XML. */
final class Markup {
  private Markup() {}

  /** Safe as text and inside quotes, in HTML and in XML 1.0; what XML cannot hold is shown as a replacement character. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '`' -> escaped.append("&#96;");
        case '\n', '\t' -> escaped.append((char) c);
        default -> {
          boolean isHidden = c < 0x10000 && (Terminal.isControl((char) c) || Character.isSurrogate((char) c) || c >= 0xfffe);
          escaped.appendCodePoint(isHidden ? 0xfffd : c);
        }
      }
    });
    return escaped.toString();
  }
}
