package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Definition;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What rows do to cells of one value that calls compare and count: flags and counters that threads share. */
final class CellEffects {
  private CellEffects() {}

  /** A way on which the cell held what was expected, and one on which it did not, as far as each can be. */
  static List<Way> swap(Effect.Swap swap, Way way) {
    OptionalInt current = way.make(swap.of());
    OptionalInt expected = way.make(swap.expected());
    OptionalInt replacement = way.make(swap.replacement());
    if (current.isEmpty() || expected.isEmpty() || replacement.isEmpty()) {
      return List.of(way);
    }
    Store store = way.state().store();
    Flags.keep(store, current.getAsInt());
    if (swap.replacement().equals(swap.of())) {
      return List.of(way.returning(compared(store, current.getAsInt(), expected.getAsInt())));
    }
    Range hoped = store.rangeOf(expected.getAsInt());
    Optional<Boolean> decided = store.decide(current.getAsInt(), Relation.EQ, expected.getAsInt());
    List<Way> ways = new ArrayList<>();
    if (decided.orElse(false) || decided.isEmpty()) {
      Way done = way.with(way.state().copy());
      Store after = done.state().store();
      if (after.refine(current.getAsInt(), hoped)) {
        assign(swap.of(), replacement.getAsInt(), done);
        ways.add(done.returning(after.fresh(Value.of(Range.of(1)))));
      }
    }
    boolean mayFail = !decided.orElse(false)
        && hoped.single().stream().allMatch(e -> store.refine(current.getAsInt(), store.rangeOf(current.getAsInt()).without(e)));
    boolean isRaced = !mayFail && way.holdsResourceAt(swap.replacement()) && store.origin(current.getAsInt()).isPresent();
    if (isRaced) {
      // What the cell was looked at for may be there no more: comparing is for others who put something there in between.
      Range others = hoped.single().map(Range.ALL::without).orElse(Range.ALL);
      assign(swap.of(), store.fresh(Value.of(others)), way);
    }
    if (mayFail || isRaced) {
      ways.add(way.returning(store.fresh(Value.of(Range.ZERO))));
    }
    return ways;
  }

  /** Whether two values are equal: known, or to be seen by whoever asks. */
  private static int compared(Store store, int value, int other) {
    Optional<Boolean> decided = store.decide(value, Relation.EQ, other);
    int result = store.fresh(decided.map(d -> Value.of(Range.of(d ? 1 : 0))).orElse(Value.natural("boolean")));
    if (decided.isEmpty()) {
      store.define(result, new Definition(value, Relation.EQ, other, false));
    }
    return result;
  }

  static List<Way> add(Effect.Add add, Way way) {
    Store store = way.state().store();
    OptionalInt before = way.make(add.to());
    before.ifPresent(node -> Flags.keep(store, node));
    boolean isKnown = before.isPresent() && !add.by().isEmpty();
    assign(add.to(), isKnown ? store.plus(before.getAsInt(), add.by().get(0)) : store.fresh(Value.UNKNOWN), way);
    return List.of(way);
  }

  /** What an argument or the receiver itself is stays; only a field of it is written to. */
  private static void assign(Port to, int node, Way way) {
    if (to.path().isEmpty()) {
      return;
    }
    way.make(to.around()).ifPresent(base -> way.state().store().storeField(base, to.last(), node));
  }
}
