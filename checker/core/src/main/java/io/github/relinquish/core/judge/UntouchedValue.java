package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A value that a body makes or gets from a call, gives a name, and at most tests for null.
 *
 * @param site the call
 * @param name what the program calls the value
 * @param kind what its type says it is
 */
record UntouchedValue(Site site, String name, Kind kind) {
  /** All of them in a body, in the order of its blocks. */
  static List<UntouchedValue> in(FlowGraph graph, Function<String, Optional<Kind>> kindOf) {
    Uses uses = new Uses(graph);
    return graph.steps().filter(s -> s.target().index() >= 0 && (s instanceof Step.Invoke || s instanceof Step.Create))
        .flatMap(s -> at(s, uses, kindOf).stream()).toList();
  }

  private static Optional<UntouchedValue> at(Step origin, Uses uses, Function<String, Optional<Kind>> kindOf) {
    Set<Variable> names = uses.copiesOf(origin.target());
    Optional<Variable> name = names.stream().filter(Variable::isNamed).findFirst();
    Optional<Kind> kind = names.stream().map(v -> kindOf.apply(v.type())).flatMap(Optional::stream).findFirst();
    boolean isLeftAlone = name.isPresent() && kind.isPresent() && !uses.handsOn(names)
        && names.stream().flatMap(v -> Stream.concat(uses.writersOf(v).stream(), uses.readersOf(v).stream()))
            .allMatch(s -> s == origin || leavesAlone(s, names));
    return isLeftAlone ? Optional.of(new UntouchedValue(origin.site(), name.get().name(), kind.get())) : Optional.empty();
  }

  /** Whether a step neither uses one of the variables nor gives it another value than the one, or null. */
  private static boolean leavesAlone(Step step, Set<Variable> names) {
    if (step instanceof Step.Assign copy) {
      return names.contains(copy.source()) || !names.contains(copy.target());
    }
    if (names.contains(step.target())) {
      return Uses.isNull(step);
    }
    boolean isOwnConstructor = step instanceof Step.Invoke call && call.callee().isConstructor()
        && call.receiver().filter(names::contains).isPresent() && call.arguments().stream().noneMatch(names::contains);
    return isOwnConstructor || step.operands().stream().noneMatch(names::contains);
  }
}
