package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Finding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One agreed finding.
 *
 * @param rule name of the rule
 * @param fingerprint of the finding
 * @param method the method it is in, for the reader
 * @param message the beginning of its sentence without places, for the reader
 * @param reason why it is agreed to; empty in a first baseline
 * @param expires the last day on which it holds, {@code 2026-12-31}; empty for ever
 */
public record BaselineEntry(String rule, String fingerprint, String method, String message, String reason, String expires)
    implements Comparable<BaselineEntry> {
  private static final int LONGEST_MESSAGE = 120;
  private static final Pattern PLACE_IN_BRACKETS = Pattern.compile("\\s*\\([^()]*\\bline \\d+[^()]*\\)");
  private static final Pattern PLACE = Pattern.compile("\\s*\\b(?:at|in|on)? ?lines? \\d+(?:(?:, | and )\\d+)*");
  private static final Comparator<BaselineEntry> ORDER =
      Comparator.comparing(BaselineEntry::method).thenComparing(BaselineEntry::rule).thenComparing(BaselineEntry::fingerprint)
          .thenComparing(BaselineEntry::message).thenComparing(BaselineEntry::reason).thenComparing(BaselineEntry::expires);

  public BaselineEntry {
    if (rule.isEmpty() || fingerprint.isEmpty()) {
      throw new IllegalArgumentException("an entry needs a rule and a fingerprint");
    }
    if (!expires.isEmpty()) {
      LocalDate.parse(expires);
    }
  }

  public static BaselineEntry of(Finding finding) {
    String method = finding.method().owner() + "#" + finding.method().name()
        + "(" + String.join(", ", finding.method().parameterTypes()) + ")";
    return new BaselineEntry(finding.rule().title(), finding.fingerprint(), method, head(finding.message()), "", "");
  }

  BaselineEntry because(String why, Optional<LocalDate> until) {
    return new BaselineEntry(rule, fingerprint, method, message, why, until.map(LocalDate::toString).orElse(""));
  }

  boolean isExpired(LocalDate today) {
    return !expires.isEmpty() && LocalDate.parse(expires).isBefore(today);
  }

  String key() {
    return rule + ' ' + fingerprint;
  }

  private static String head(String message) {
    String placeless = PLACE.matcher(PLACE_IN_BRACKETS.matcher(message).replaceAll("")).replaceAll("");
    return placeless.length() <= LONGEST_MESSAGE ? placeless : placeless.substring(0, LONGEST_MESSAGE - 1) + "\u2026";
  }

  @Override public int compareTo(BaselineEntry other) {
    return ORDER.compare(this, other);
  }
}
