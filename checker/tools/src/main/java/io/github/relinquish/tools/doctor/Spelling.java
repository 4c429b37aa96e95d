package io.github.relinquish.tools.doctor;

import java.util.Collection;
import java.util.Comparator;
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

  /** Insertions, deletions and replacements between two words (Levenshtein), whatever their case. */
  static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        boolean isSame = Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
        int replaced = diagonal + (isSame ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
