package io.github.relinquish.core.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint in the shape that code scanning services key their alerts on. */
public final class LineHash {
  private static final int DIGITS = 16;

  private LineHash() {}

  /**
   * Sixteen digits and an ordinal.
   *
   * @param fingerprint of the finding; nothing of its lines goes in, so moved code keeps its alert
   * @param ordinal 1 for the first finding of that fingerprint
   */
  public static String of(String fingerprint, int ordinal) {
    return HexFormat.of().formatHex(sha256(fingerprint)).substring(0, DIGITS) + ":" + ordinal;
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
