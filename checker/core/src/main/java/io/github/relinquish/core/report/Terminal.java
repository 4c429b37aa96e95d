package io.github.relinquish.core.report;

/** Keeps names that were read from a checked program from steering the terminal that shows them. */
public final class Terminal {
  private Terminal() {}

  /** The text with every control character, line end and direction mark written out as {@code \}{@code u001b}. */
  public static String plain(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c) || isHalf(text, i)) {
        plain = plain == null ? new StringBuilder(text.substring(0, i)) : plain;
        plain.append(c == '\t' ? " " : String.format("\\u%04x", (int) c));
      } else if (plain != null) {
        plain.append(c);
      }
    }
    return plain == null ? text : plain.toString();
  }

  /** Half a character: no encoder takes it. */
  private static boolean isHalf(String text, int at) {
    char c = text.charAt(at);
    boolean isLed = at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    boolean isFollowed = at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    return Character.isHighSurrogate(c) && !isFollowed || Character.isLowSurrogate(c) && !isLed;
  }

  /** C0, delete, C1, line and paragraph separators, and the marks that turn the direction of text. */
  static boolean isControl(char c) {
    return c < 0x20 || c >= 0x7f && c <= 0x9f || c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069
        || c == 0x200e || c == 0x200f || c == 0x061c || c == 0xfeff;
  }
}
