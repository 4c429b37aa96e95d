package io.github.relinquish.core.data;

import java.util.Optional;

/** Numbers as rows write them. */
final class NumberText {
  private static final int HEX_DIGITS_OF_INT = 8;

  private NumberText() {}

  /**
   * Reads {@code 590610}, {@code -1} or {@code 0x00090312}. Eight hexadecimal digits are an {@code int}, so that
   * {@code 0x80090301} is negative as it is in Java.
   */
  static Optional<Long> parse(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    boolean isHex = digits.startsWith("0x");
    String body = isHex ? digits.substring(2) : digits;
    if (body.isEmpty() || body.length() > 16 || !body.chars().allMatch(c -> Character.digit(c, isHex ? 16 : 10) >= 0 && c < 128)) {
      return Optional.empty();
    }
    long value = isHex ? Long.parseUnsignedLong(body, 16) : Long.parseLong(body);
    if (isHex && body.length() == HEX_DIGITS_OF_INT) {
      value = (int) value;
    }
    return Optional.of(text.startsWith("-") ? -value : value);
  }

  /** Whether a constant may be called so. */
  static boolean isName(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isJavaIdentifierPart(text.charAt(at))) {
        return false;
      }
    }
    return !text.isEmpty() && Character.isJavaIdentifierStart(text.charAt(0));
  }
}
