package io.github.relinquish.core.data;

import java.util.Collection;
import java.util.Locale;

/** Finds the word that was probably meant. */
public final class Advice {
  /** In words this short nearly every other one of their length is two changes away. */
  private static final int SHORT = 4;

  private Advice() {}

  /** {@code ; did you mean 'x'?}, or nothing where no word is near. */
  public static String nearest(String wrong, Collection<String> words) {
    String best = "";
    int least = (wrong.length() < SHORT ? 1 : Math.max(2, wrong.length() / 3)) + 1;
    for (String word : words) {
      int distance = distance(wrong.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
  }

  /** {@link #nearest}, or all the words there are where none is near. */
  public static String nearestOrAll(String wrong, Collection<String> words) {
    String nearest = nearest(wrong, words);
    return nearest.isEmpty() ? "; there are " + String.join(", ", words) : nearest;
  }

  /** Levenshtein distance, exchange of two neighbours counted as one; long texts are cut, they are no misspelt words. */
  public static int distance(String a, String b) {
    int rows = Math.min(a.length(), 80);
    int columns = Math.min(b.length(), 80);
    int[][] cost = new int[rows + 1][columns + 1];
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[rows][columns];
  }
}
