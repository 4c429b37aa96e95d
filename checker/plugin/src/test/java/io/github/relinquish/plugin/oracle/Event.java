package io.github.relinquish.plugin.oracle;

import java.util.Set;

/**
 * Something that went wrong in some run.
 *
 * @param rule title of the rule it breaks
 * @param lines where the call was made, and the calls around it: the checker may name any
 * @param isFirst false after another mistake with the same resource, which the checker need not look beyond
 */
record Event(String rule, Set<Integer> lines, boolean isFirst) {
  /** The one line to name it by. */
  int line() {
    return lines.stream().min(Integer::compare).orElseThrow();
  }
}
