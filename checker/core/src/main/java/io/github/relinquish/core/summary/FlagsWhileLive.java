package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the flags of an object ({@link Flags}) can be while one of its fields holds a live resource: {@code state} is OPEN from the acquisition
 * on, and nobody changes it but for the release. A path that such a flag rules out is none.
 */
public final class FlagsWhileLive {
  /** Calls after which what is counted is taken to be counted without end. */
  private static final int ROUNDS = 3;

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
   * @param unset flags that are not set, unless the resource is only put into the field where they are
   */
  public static FlagsWhileLive of(List<Leaving> beginnings, List<Leaving> others, Predicate<String> isOwn, Set<String> unset) {
    Map<String, Range> values = new TreeMap<>();
    if (!beginnings.isEmpty()) {
      Store first = beginnings.get(0).state().store();
      receiver(first).ifPresent(node -> first.fieldsOf(node).stream().filter(isOwn).forEach(f -> values.put(f, Range.NONE)));
    }
    beginnings.forEach(exit -> values.replaceAll((field, known) -> known.join(valueOf(field, exit))));
    values.replaceAll((field, known) -> closed(field, known, others.stream().filter(e -> e.state().isLive()
        && e.state().store().written().contains(port(field))).toList()));
    values.values().removeIf(Range::isAll);
    unset.stream().filter(field -> beginnings.stream().allMatch(exit -> valueOf(field, exit).contains(0)))
        .forEach(field -> values.put(field, Range.ZERO));
    return new FlagsWhileLive(values);
  }

  /** What a field can be after any number of these calls, the first of which finds it among {@code first}. */
  private static Range closed(String field, Range first, List<Leaving> exits) {
    Range known = first;
    for (int round = 0; round <= ROUNDS; round++) {
      Range next = known;
      for (Leaving exit : exits) {
        next = next.join(after(field, exit, known));
      }
      if (next.equals(known)) {
        return known;
      }
      // Counted up or down, it may get as far as numbers go.
      boolean isWide = round >= ROUNDS - 1;
      known = !isWide ? next : next.most() > known.most() ? Range.between(next.least(), Long.MAX_VALUE) : Range.between(Long.MIN_VALUE, next.most());
    }
    return Range.ALL;
  }

  private static Range after(String field, Leaving exit, Range before) {
    Store store = exit.state().store();
    Optional<Integer> entered = store.pin(State.ENTERED + port(field));
    Optional<Integer> now = receiver(store).flatMap(node -> store.field(node, field));
    return entered.isPresent() && now.isPresent() ? store.rangeOf(now.get(), entered.get(), before) : valueOf(field, exit);
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
