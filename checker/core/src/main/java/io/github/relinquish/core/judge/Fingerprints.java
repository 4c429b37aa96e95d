package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.RuleId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stable identities of the findings of one class: rule, enclosing method, what was called, and which one of those that are equal in all of this.
 * No line, no column, no name of a local; so moving, reformatting and renaming change nothing.
 */
final class Fingerprints {
  private final Map<String, Integer> ordinals = new LinkedHashMap<>();

  String of(RuleId rule, String kind, MethodKey method, String callee) {
    String base = rule.title() + "|" + kind + "|" + enclosing(method) + "|" + callee;
    int ordinal = ordinals.merge(base, 1, Integer::sum);
    return hash(base + "|" + ordinal);
  }

  /** A lambda counts as part of the method that it stands in: its number changes when others come and go. */
  private static String enclosing(MethodKey method) {
    String name = method.name();
    if (name.startsWith("lambda$")) {
      int end = name.lastIndexOf('$');
      return method.owner() + "#" + name.substring("lambda$".length(), Math.max(end, "lambda$".length()));
    }
    return method.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
