package io.github.relinquish.tools.gate;

import java.util.List;

/**
 * One piece of a patch.
 *
 * @param at index of the first line of {@code after} in the new file
 * @param before lines of the old file, context included
 * @param after lines of the new file, context included
 */
record Hunk(int at, List<String> before, List<String> after) {
  Hunk {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
