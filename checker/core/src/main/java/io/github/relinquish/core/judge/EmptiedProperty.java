package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Properties that a body reads and sets to null, without doing more with what was there than calling methods that do not release it. */
final class EmptiedProperty {
  private EmptiedProperty() {}

  /**
   * All of them in a body, in the order of its blocks.
   *
   * @param isWanted whether values of a type are asked for
   * @param isRelease whether a call releases its receiver
   */
  static List<Property> in(FlowGraph graph, Predicate<String> isWanted, Predicate<MethodKey> isRelease) {
    return Property.in(graph, isWanted, (property, uses) -> isEmptied(property, uses) && isLeftAlone(property, uses, isRelease));
  }

  private static boolean isEmptied(Property property, Uses uses) {
    return uses.writersOf(property.setter().arguments().get(0)).stream().allMatch(Uses::isNull);
  }

  private static boolean isLeftAlone(Property property, Uses uses, Predicate<MethodKey> isRelease) {
    Set<Variable> names = uses.copiesOf(property.getter().target());
    return !uses.handsOn(names)
        && names.stream().flatMap(v -> uses.readersOf(v).stream()).allMatch(s -> isLook(s, names, isRelease));
  }

  private static boolean isLook(Step step, Set<Variable> names, Predicate<MethodKey> isRelease) {
    return step instanceof Step.Assign
        || step instanceof Step.Invoke call && !isRelease.test(call.callee()) && call.arguments().stream().noneMatch(names::contains);
  }
}
