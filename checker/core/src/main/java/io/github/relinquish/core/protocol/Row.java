package io.github.relinquish.core.protocol;

import java.util.List;

/**
 * What is known of the calls that a pattern matches.
 *
 * @param call which calls
 * @param effects in the order in which they apply
 * @param source where it was read: a document, a version
 * @param file the file that the row stands in, or the kind of annotation it came from
 * @param line its line in that file, from 1; 0 where there is none
 */
public record Row(CallPattern call, List<Effect> effects, String source, String file, int line) {
  public Row {
    effects = List.copyOf(effects);
  }
}
