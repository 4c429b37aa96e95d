package io.github.relinquish.core.data;

import java.util.Comparator;

/**
 * Something in a protocol file that cannot be right.
 *
 * @param file name of the file as it was given to the reader
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1; 0 where the whole line or file is meant
 * @param message one sentence, lower case, no full stop
 */
public record Problem(String file, int line, int column, String message) implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
      .thenComparingInt(Problem::line).thenComparingInt(Problem::column).thenComparing(Problem::message);

  @Override public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** As compilers print it: {@code file:line:column: message}. */
  @Override public String toString() {
    return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "") + ": " + message;
  }
}
