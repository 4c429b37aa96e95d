package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Row;
import java.util.List;
import java.util.Map;

/**
 * What one protocol file says.
 *
 * @param name of the file
 * @param api its title
 * @param kinds in order
 * @param rows in order
 * @param constants names that its clauses may use for numbers
 * @param problems what is wrong with it; kinds and rows then hold what could still be read
 */
public record ProtocolFile(String name, String api, List<Kind> kinds, List<Row> rows, Map<String, Long> constants,
    List<Problem> problems) {
  public ProtocolFile {
    kinds = List.copyOf(kinds);
    rows = List.copyOf(rows);
    constants = Map.copyOf(constants);
    problems = List.copyOf(problems);
  }

  /** Whether all of it could be read. */
  public boolean isSound() {
    return problems.isEmpty();
  }

  /** The same file as one that comes with the checker. */
  ProtocolFile shipped() {
    return new ProtocolFile(name, api, kinds, rows.stream().map(Row::shipped).toList(), constants, problems);
  }
}
