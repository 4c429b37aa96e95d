package io.github.relinquish.core.report;

import java.util.List;
import java.util.Optional;

/** Where the lines for snippets come from. */
@FunctionalInterface
public interface SourceText {
  /** No source at all: reports do without snippets. */
  SourceText NONE = file -> Optional.empty();

  /**
   * The lines of a file, without line ends.
   *
   * @param file as a {@link io.github.relinquish.core.graph.Site} names it
   * @return empty where the file cannot be read
   */
  Optional<List<String>> lines(String file);

  /** One line, counted from 1. */
  default Optional<String> line(String file, int line) {
    return lines(file).filter(all -> line >= 1 && line <= all.size()).map(all -> all.get(line - 1));
  }
}
