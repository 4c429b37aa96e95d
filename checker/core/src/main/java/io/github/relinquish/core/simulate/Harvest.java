package io.github.relinquish.core.simulate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the last run over each block found, once for each group of states: whoever ran with what is known in the end need not run again. */
final class Harvest {
  private record Place(int block, String group) {}

  private record Run(State state, Journal journal) {}

  private final Map<Place, Run> last = new HashMap<>();

  /** What is to be written to while a block runs from a state. */
  Journal begin(int block, String group, State state) {
    Journal journal = new Journal();
    last.put(new Place(block, group), new Run(state, journal));
    return journal;
  }

  /** What was found, if the last run was from this very state. */
  Optional<Journal> of(int block, String group, State state) {
    return Optional.ofNullable(last.get(new Place(block, group))).filter(r -> r.state() == state).map(Run::journal);
  }
}
