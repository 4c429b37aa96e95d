package io.github.relinquish.core.finding;

import java.util.List;

/**
 * A proved mending of a finding, ready to apply: all of its edits or none.
 *
 * @param description what it does, in the imperative and without a full stop
 * @param edits replacements that do not overlap, in the order of the files
 */
public record Fix(String description, List<Edit> edits) {
  public Fix {
    edits = edits.stream().sorted().toList();
  }
}
