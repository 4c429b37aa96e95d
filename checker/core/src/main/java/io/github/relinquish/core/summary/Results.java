package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.state.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a caller tells some exits of a body from the others.
 *
 * @param clauses what holds of the result; empty where all exits are meant
 */
record Results(List<Clause> clauses) {
  /** Empty where the result does not tell {@code some} from the rest of {@code all}. */
  static Optional<Results> telling(MethodKey method, List<Leaving> some, List<Leaving> all) {
    List<Range> meant = ranges(some);
    List<Range> every = ranges(all);
    boolean isEvery = !every.isEmpty() && meant.containsAll(every) && some.size() >= all.size();
    if (isEvery) {
      return Optional.of(new Results(List.of()));
    }
    Optional<Clause> clause = clause(method, meant);
    boolean isNeeded = clause.isPresent() && every.stream().anyMatch(r -> !holds(clause.get(), r));
    if (isNeeded) {
      return Optional.of(new Results(List.of(clause.get())));
    }
    return some.size() >= all.size() ? Optional.of(new Results(List.of())) : Optional.empty();
  }

  private static List<Range> ranges(List<Leaving> exits) {
    return exits.stream().map(e -> e.result() < 0 ? Range.ALL : e.state().store().rangeOf(e.result())).toList();
  }

  private static Optional<Clause> clause(MethodKey method, List<Range> ranges) {
    String type = method.returnType();
    boolean isZero = ranges.stream().allMatch(Range.ZERO::equals);
    boolean isNonzero = ranges.stream().noneMatch(r -> r.contains(0));
    if (type.equals("boolean") || !isNumber(type)) {
      boolean isFlag = type.equals("boolean");
      Clause.Test test = isZero ? (isFlag ? Clause.Test.FALSE : Clause.Test.NULL) : isFlag ? Clause.Test.TRUE : Clause.Test.NONNULL;
      return isZero || isNonzero ? Optional.of(new Clause(Port.RESULT, test, List.of())) : Optional.empty();
    }
    TreeSet<Long> numbers = new TreeSet<>();
    ranges.forEach(range -> range.single().ifPresent(numbers::add));
    if (!ranges.isEmpty() && ranges.stream().allMatch(range -> range.single().isPresent())) {
      return Optional.of(new Clause(Port.RESULT, Clause.Test.IN, new ArrayList<>(numbers)));
    }
    return isNonzero ? Optional.of(new Clause(Port.RESULT, Clause.Test.NOT_IN, List.of(0L))) : Optional.empty();
  }

  private static boolean isNumber(String type) {
    return List.of("byte", "char", "short", "int", "long").contains(type);
  }

  private static boolean holds(Clause clause, Range range) {
    return switch (clause.test()) {
      case TRUE, NONNULL -> !range.contains(0);
      case FALSE, NULL -> range.equals(Range.ZERO);
      case IN -> range.single().filter(clause.values()::contains).isPresent();
      default -> clause.values().stream().noneMatch(range::contains);
    };
  }
}
