package io.github.relinquish.tools.doctor;

import io.github.relinquish.core.data.Advice;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest right word. */
final class Spelling {
  private static final int FARTHEST = 3;

  private Spelling() {}

  /** The word that was meant: few letters away, and fewer than a third of its own. */
  static Optional<String> meant(String written, Collection<String> right) {
    return right.stream().filter(word -> distance(written, word) <= Math.min(FARTHEST, Math.max(1, word.length() / 3)))
        .min(Comparator.comparingInt((String word) -> distance(written, word)).thenComparing(word -> word));
  }

  /** Letters to change from one word to the other, whatever their case. */
  static int distance(String left, String right) {
    return Advice.distance(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
  }
}
