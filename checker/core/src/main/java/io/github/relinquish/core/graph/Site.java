package io.github.relinquish.core.graph;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file path or name of the source file, with forward slashes; a class file names its source file
 * @param line line, counted from 1; 0 where it is not known
 * @param column column, counted from 1; 0 where it is not known
 * @param start offset of the first character in the file; -1 where it is not known
 * @param end offset behind the last character; -1 where it is not known
 */
public record Site(String file, int line, int column, int start, int end) implements Comparable<Site> {
  /** Code that has no place of its own. */
  public static final Site UNKNOWN = new Site("", 0, 0, -1, -1);

  private static final Comparator<Site> ORDER =
      Comparator.comparing(Site::file).thenComparingInt(Site::line).thenComparingInt(Site::column)
          .thenComparingInt(Site::start).thenComparingInt(Site::end);

  /** A line of a class file: no column, no offsets. */
  public static Site ofLine(String file, int line) {
    return new Site(file, line, 0, -1, -1);
  }

  @Override public int compareTo(Site other) {
    return ORDER.compare(this, other);
  }

  @Override public String toString() {
    return file + ":" + line + (column > 0 ? ":" + column : "");
  }
}
