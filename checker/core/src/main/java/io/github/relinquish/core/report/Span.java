package io.github.relinquish.core.report;

import io.github.relinquish.core.graph.Site;
import java.util.Optional;

/**
 * A site as far as it lies on its first line: review tools show a finding in a change only when every line of it was changed.
 *
 * @param line line, at least 1
 * @param column column in UTF-16 units; 0 where it is not known
 * @param endColumn column behind the last character; 0 where it is not known
 * @param offset offset of the first character; -1 where it is not known
 */
record Span(int line, int column, int endColumn, int offset) {
  static Span of(Site site, SourceText source) {
    int line = Math.max(1, site.line());
    if (site.column() <= 0) {
      return new Span(line, 0, 0, site.start());
    }
    int width = site.end() - site.start();
    Optional<String> text = source.line(site.file(), line);
    if (site.start() < 0 || width <= 0 || text.isEmpty() || site.column() > text.get().length()) {
      return new Span(line, site.column(), 0, site.start());
    }
    int lineEnd = text.get().stripTrailing().length() + 1;
    return new Span(line, site.column(), Math.max(site.column() + 1, Math.min(lineEnd, site.column() + width)), site.start());
  }

  boolean hasColumn() {
    return column > 0;
  }

  boolean hasEnd() {
    return endColumn > column;
  }

  int length() {
    return endColumn - column;
  }
}
