package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    List<Step.Invoke> calls = Steps.of(graph).filter(s -> s instanceof Step.Invoke).map(Step.Invoke.class::cast).toList();
    List<EmptiedProperty> found = new ArrayList<>();
    for (Step.Invoke getter : calls) {
      if (isNamed(getter, GET, 0) && isWanted.test(getter.callee().returnType())) {
        calls.stream().filter(setter -> isPair(getter, setter, graph)).findFirst()
            .ifPresent(setter -> leftAlone(getter, setter, graph, isRelease).ifPresent(found::add));
      }
    }
    return found;
  }

  private static boolean isNamed(Step.Invoke call, String prefix, int arity) {
    return call.callee().name().startsWith(prefix) && call.arguments().size() == arity && call.receiver().isPresent();
  }

  private static boolean isPair(Step.Invoke getter, Step.Invoke setter, FlowGraph graph) {
    return isNamed(setter, SET, 1)
        && setter.callee().name().substring(SET.length()).equals(getter.callee().name().substring(GET.length()))
        && isSame(setter.receiver().orElseThrow(), getter.receiver().orElseThrow(), graph)
        && Steps.of(graph).filter(s -> s.target().equals(setter.arguments().get(0)))
            .allMatch(s -> s instanceof Step.Constant constant && constant.value() instanceof Literal.Null);
  }

  /** Whether both are one variable, or are loaded from one field of the same object. */
  private static boolean isSame(Variable a, Variable b, FlowGraph graph) {
    Set<String> fields = fieldsOf(a, graph);
    return a.equals(b) || !fields.isEmpty() && fields.equals(fieldsOf(b, graph));
  }

  private static Set<String> fieldsOf(Variable variable, FlowGraph graph) {
    return Steps.of(graph).filter(s -> s.target().equals(variable))
        .map(s -> s instanceof Step.LoadField load ? load.receiver() + "." + load.field() : s.toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<EmptiedProperty> leftAlone(Step.Invoke getter, Step.Invoke setter, FlowGraph graph, Predicate<MethodKey> isRelease) {
    Set<Variable> names = Steps.copies(getter.target(), graph);
    boolean isLeftAlone = Steps.of(graph).allMatch(s -> s.operands().stream().noneMatch(names::contains) || isLook(s, names, isRelease))
        && graph.blocks().stream().allMatch(b -> b.end() instanceof End.Branch || b.end().operands().stream().noneMatch(names::contains));
    return names.stream().filter(v -> isLeftAlone && v.isNamed()).findFirst()
        .map(v -> new EmptiedProperty(setter.site(), v.name(), getter.callee().returnType(), setter.callee()));
  }

  private static boolean isLook(Step step, Set<Variable> names, Predicate<MethodKey> isRelease) {
    return step instanceof Step.Assign
        || step instanceof Step.Invoke call && !isRelease.test(call.callee()) && call.arguments().stream().noneMatch(names::contains);
  }
}
