package io.github.relinquish.core.finding;

import java.util.Comparator;
import java.util.Objects;

/**
 * One replacement in one file. An empty range inserts, an empty text deletes.
 *
 * @param file path of the file, with forward slashes
 * @param startOffset offset of the first character that goes
 * @param endOffset offset behind the last character that goes
 * @param startLine line of {@code startOffset}, counted from 1
 * @param startColumn column of {@code startOffset} in UTF-16 units, counted from 1
 * @param endLine line of {@code endOffset}
 * @param endColumn column of {@code endOffset}
 * @param text what stands there instead
 */
public record Edit(
    String file, int startOffset, int endOffset, int startLine, int startColumn, int endLine, int endColumn, String text)
    implements Comparable<Edit> {
  private static final Comparator<Edit> ORDER =
      Comparator.comparing(Edit::file).thenComparingInt(Edit::startOffset).thenComparingInt(Edit::endOffset)
          .thenComparing(Edit::text);

  public Edit {
    Objects.requireNonNull(file);
    Objects.requireNonNull(text);
    if (startOffset < 0 || endOffset < startOffset) {
      throw new IllegalArgumentException("not a range: " + startOffset + ".." + endOffset);
    }
  }

  @Override public int compareTo(Edit other) {
    return ORDER.compare(this, other);
  }
}
