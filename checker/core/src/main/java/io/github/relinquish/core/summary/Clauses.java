package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks whether clauses hold on a way, and takes them for true where they may. */
final class Clauses {
  private Clauses() {}

  /**
   * The ways on which all clauses hold.
   *
   * @param isStrictOnArguments whether a clause on an argument that is not known counts as not holding
   */
  static List<Way> satisfied(List<Clause> clauses, Way way, boolean isStrictOnArguments) {
    for (Clause clause : clauses) {
      OptionalInt node = way.make(clause.port());
      if (node.isEmpty()) {
        continue;
      }
      boolean isArgument = clause.port().root() == Port.Root.ARGUMENT;
      if (!holds(clause, node.getAsInt(), way.state().store(), isArgument && isStrictOnArguments)) {
        return List.of();
      }
    }
    return List.of(way);
  }

  /** The clauses that ask for an argument that may be there and was not made here. */
  static List<Clause> guessed(List<Clause> clauses, Way way) {
    Store store = way.state().store();
    return clauses.stream().filter(c -> c.test() == Clause.Test.NONNULL && c.port().root() == Port.Root.ARGUMENT)
        .filter(c -> way.find(c.port()).stream().anyMatch(n -> store.value(n).type().isEmpty() && !store.rangeOf(n).equals(Range.ZERO)))
        .toList();
  }

  /** Whether everything that the clauses ask of is known exactly. */
  static boolean isDecided(List<Clause> clauses, Way way) {
    return clauses.stream().allMatch(c -> {
      OptionalInt node = way.find(c.port());
      return node.isPresent() && way.state().store().rangeOf(node.getAsInt()).single().isPresent();
    });
  }

  private static boolean holds(Clause clause, int node, Store store, boolean mustBeKnown) {
    Range range = store.rangeOf(node);
    if (clause.test() == Clause.Test.HAS || clause.test() == Clause.Test.LACKS) {
      Optional<Long> number = range.single();
      boolean has = number.isPresent() && (number.get() & clause.values().get(0)) == clause.values().get(0);
      return clause.test() == Clause.Test.HAS ? has : !has;
    }
    if (mustBeKnown && range.isAll()) {
      return false;
    }
    return store.refine(node, rangeOf(clause, range));
  }

  private static Range rangeOf(Clause clause, Range known) {
    long[] values = clause.values().stream().mapToLong(Long::longValue).toArray();
    switch (clause.test()) {
      case IN:
        return Range.of(values);
      case NOT_IN:
        Range without = known;
        for (long value : values) {
          without = without.without(value);
        }
        return without;
      case LESS:
        return known.refined(Relation.LT, Range.of(values[0]));
      case AT_LEAST:
        return known.refined(Relation.GE, Range.of(values[0]));
      case TRUE, NONNULL:
        return Range.NONZERO;
      default:
        return Range.ZERO;
    }
  }
}
