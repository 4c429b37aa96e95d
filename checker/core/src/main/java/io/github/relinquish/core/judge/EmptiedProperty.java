package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A property that a body reads and sets to null, without doing more with what was there than calling methods that do not release it.
 *
 * @param site the call that sets it to null
 * @param name what the program calls the value
 * @param type binary name of its static type
 * @param setter the method that is given null
 */
record EmptiedProperty(Site site, String name, String type, MethodKey setter) {
  private static final String GET = "get";
  private static final String SET = "set";

  /**
   * All of them in a body, in the order of its blocks.
   *
   * @param isWanted whether values of a type are asked for
   * @param isRelease whether a call releases its receiver
   */
  static List<EmptiedProperty> in(FlowGraph graph, Predicate<String> isWanted, Predicate<MethodKey> isRelease) {
    List<Step.Invoke> getters = calls(graph).filter(c -> isNamed(c, GET, 0) && isWanted.test(c.callee().returnType())).toList();
    if (getters.isEmpty()) {
      return List.of();
    }
    Uses uses = new Uses(graph);
    Map<String, List<Step.Invoke>> setters = new HashMap<>();
    calls(graph).filter(c -> isNamed(c, SET, 1) && uses.writersOf(c.arguments().get(0)).stream().allMatch(Uses::isNull))
        .forEach(c -> setters.computeIfAbsent(property(c, SET), p -> new ArrayList<>()).add(c));
    List<EmptiedProperty> found = new ArrayList<>();
    getters.forEach(getter ->
        setters.getOrDefault(property(getter, GET), List.of()).stream()
            .filter(setter -> isSame(setter.receiver().orElseThrow(), getter.receiver().orElseThrow(), uses)).findFirst()
            .ifPresent(setter -> leftAlone(getter, setter, uses, isRelease).ifPresent(found::add)));
    return found;
  }

  private static Stream<Step.Invoke> calls(FlowGraph graph) {
    return graph.steps().filter(s -> s instanceof Step.Invoke).map(Step.Invoke.class::cast);
  }

  private static boolean isNamed(Step.Invoke call, String prefix, int arity) {
    return call.callee().name().startsWith(prefix) && call.arguments().size() == arity && call.receiver().isPresent();
  }

  private static String property(Step.Invoke call, String prefix) {
    return call.callee().name().substring(prefix.length());
  }

  /** Whether both are one variable, or are loaded from one field of the same object. */
  private static boolean isSame(Variable a, Variable b, Uses uses) {
    Set<String> fields = fieldsOf(a, uses);
    return a.equals(b) || !fields.isEmpty() && fields.equals(fieldsOf(b, uses));
  }

  private static Set<String> fieldsOf(Variable variable, Uses uses) {
    return uses.writersOf(variable).stream()
        .map(s -> s instanceof Step.LoadField load ? load.receiver() + "." + load.field() : s.toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<EmptiedProperty> leftAlone(Step.Invoke getter, Step.Invoke setter, Uses uses, Predicate<MethodKey> isRelease) {
    Set<Variable> names = uses.copiesOf(getter.target());
    boolean isLeftAlone = !uses.handsOn(names)
        && names.stream().flatMap(v -> uses.readersOf(v).stream()).allMatch(s -> isLook(s, names, isRelease));
    return names.stream().filter(v -> isLeftAlone && v.isNamed()).findFirst()
        .map(v -> new EmptiedProperty(setter.site(), v.name(), getter.callee().returnType(), setter.callee()));
  }

  private static boolean isLook(Step step, Set<Variable> names, Predicate<MethodKey> isRelease) {
    return step instanceof Step.Assign
        || step instanceof Step.Invoke call && !isRelease.test(call.callee()) && call.arguments().stream().noneMatch(names::contains);
  }
}
