package io.github.relinquish.core.report;

import java.nio.charset.StandardCharsets;

/** Paths as URI references (RFC 3986). */
final class Uri {
  private static final String UNRESERVED = "-._~!$&'()*+,;=@/";

  private Uri() {}

  /** True where the path does not hang below the project. */
  static boolean isAbsolute(String file) {
    return file.startsWith("/") || hasDrive(file);
  }

  static String of(String file) {
    if (!isAbsolute(file)) {
      return encoded(file);
    }
    return hasDrive(file) ? "file:///" + file.substring(0, 2) + encoded(file.substring(2)) : "file://" + encoded(file);
  }

  private static boolean hasDrive(String file) {
    return file.length() > 2 && file.charAt(1) == ':' && Character.isLetter(file.charAt(0)) && file.charAt(2) == '/';
  }

  private static String encoded(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      uri.append(isPlain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return uri.toString();
  }
}
