package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A property of an object that a body reads by its getter and sets by its setter.
 *
 * @param getter {@code owner.getName()}
 * @param setter {@code owner.setName(value)}
 * @param name what the program calls the value that it got
 */
record Property(Step.Invoke getter, Step.Invoke setter, String name) {
  private static final String GET = "get";
  private static final String SET = "set";

  /**
   * All of them in a body whose value gets a name, in the order of its blocks; of several setters the first that is meant.
   *
   * @param isWanted whether values of a type are asked for
   * @param isMeant whether a property is, given who writes and reads the variables of the body
   */
  static List<Property> in(FlowGraph graph, Predicate<String> isWanted, BiPredicate<Property, Uses> isMeant) {
    List<Step.Invoke> getters = calls(graph).filter(c -> isNamed(c, GET, 0) && isWanted.test(c.callee().returnType())).toList();
    if (getters.isEmpty()) {
      return List.of();
    }
    Uses uses = new Uses(graph);
    Map<String, List<Step.Invoke>> setters = new HashMap<>();
    calls(graph).filter(c -> isNamed(c, SET, 1)).forEach(c -> setters.computeIfAbsent(property(c, SET), p -> new ArrayList<>()).add(c));
    List<Property> found = new ArrayList<>();
    for (Step.Invoke getter : getters) {
      uses.copiesOf(getter.target()).stream().filter(Variable::isNamed).findFirst().ifPresent(named ->
          setters.getOrDefault(property(getter, GET), List.of()).stream()
              .filter(setter -> isSame(setter.receiver().orElseThrow(), getter.receiver().orElseThrow(), uses))
              .map(setter -> new Property(getter, setter, named.name()))
              .filter(p -> isMeant.test(p, uses)).findFirst().ifPresent(found::add));
    }
    return found;
  }

  /** Whether it is one of another object than the one whose method runs. */
  boolean isOfAnother() {
    return setter.receiver().filter(r -> r.kind() != Variable.Kind.THIS).isPresent();
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
}
