package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the flags of an object ({@link Flags}) can be while one of its fields holds a live resource: {@code state} is OPEN from the acquisition
 * on, and nobody changes it but for the release. A path that such a flag rules out is none.
 */
public final class FlagsWhileLive {
  private final Map<String, Range> values;

  private FlagsWhileLive(Map<String, Range> values) {
    this.values = values;
  }

  /**
   * Joins what the fields are at the ends of the methods that leave the resource alive.
   *
   * @param beginnings exits of the methods that put the resource into the field; all there are
   * @param others exits of all methods that can be entered with the live resource
   * @param isOwn whether nothing but these methods stores to a field of that name
   */
  public static FlagsWhileLive of(List<Leaving> beginnings, List<Leaving> others, Predicate<String> isOwn) {
    Map<String, Range> values = new TreeMap<>();
    if (!beginnings.isEmpty()) {
      Store first = beginnings.get(0).state().store();
      receiver(first).ifPresent(node -> first.fieldsOf(node).stream().filter(isOwn).forEach(f -> values.put(f, Range.NONE)));
    }
    beginnings.forEach(exit -> values.replaceAll((field, known) -> known.join(valueOf(field, exit))));
    others.stream().filter(e -> e.state().isLive()).forEach(exit -> values.replaceAll((field, known) ->
        exit.state().store().written().contains(port(field)) ? known.join(valueOf(field, exit)) : known));
    values.values().removeIf(Range::isAll);
    return new FlagsWhileLive(values);
  }

  private static Optional<Integer> receiver(Store store) {
    return store.pinsNamed(Summaries.IN).stream().map(p -> store.pin(p).orElseThrow())
        .filter(n -> store.origin(n).filter(Port.RECEIVER::equals).isPresent()).findFirst();
  }

  private static Range valueOf(String field, Leaving exit) {
    Store store = exit.state().store();
    return receiver(store).flatMap(node -> store.field(node, field)).map(store::rangeOf).orElse(Range.ALL);
  }

  private static String port(String field) {
    return Port.RECEIVER.then(List.of(field)).toString();
  }

  /** Whether the state was reached from an entry at which a field was what it cannot be. */
  public boolean ruleOut(State state) {
    Store store = state.store();
    return values.entrySet().stream().anyMatch(known -> store.pin(State.ENTERED + port(known.getKey()))
        .filter(node -> store.rangeOf(node).meet(known.getValue()).isEmpty()).isPresent());
  }
}
