package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the program calls a resource at one point.
 *
 * @param name the expression: a variable, or a field of the object at hand; empty where there is none
 * @param type binary name of its static or known type; empty where that is not known
 * @param path fields from there to the resource; empty where {@code name} is the resource or stands for it
 * @param isCell whether it stands for the resource as the row that began it names it: a reference that was filled
 */
record Holder(String name, String type, List<String> path, boolean isCell) {
  private static final Holder NOBODY = named("");

  Holder {
    path = List.copyOf(path);
  }

  /** The resource itself under a name. */
  static Holder named(String name) {
    return new Holder(name, "", List.of(), false);
  }

  /**
   * The best name: the resource's own, else a field of {@code this}, else what holds it; what was its name once where nothing does any
   * more.
   *
   * @param cell fields from what a row names to the resource that begins there: such a cell stands for the resource
   */
  static Holder of(State state, Optional<FlowGraph> graph, List<String> cell) {
    List<Holder> found = new ArrayList<>();
    graph.ifPresent(g -> namedIn(g).forEach(v -> at(v, state).ifPresent(h ->
        found.add(!cell.isEmpty() && h.path().equals(cell) ? new Holder(h.name(), h.type(), List.of(), true) : h))));
    Comparator<Holder> order = Comparator.comparing((Holder h) -> !h.isCell()).thenComparingInt(h -> h.path().size())
        .thenComparing(h -> !h.name().equals(state.name()));
    Holder past = state.name().isEmpty() ? NOBODY : named(state.name());
    return found.stream().min(order).orElse(past);
  }

  /** A field of the object at hand, or of one around it; what it holds in turn where it is a container, as the object itself may be. */
  static Holder ofField(List<String> path) {
    int end = (int) path.stream().takeWhile(f -> !Port.isElement(f)).count();
    List<String> written = path.subList(0, end).stream().filter(f -> !f.contains("$")).toList();
    return new Holder(end == 0 && !path.isEmpty() ? "this" : String.join(".", written), "", path.subList(end, path.size()), false);
  }

  private static TreeSet<Variable> namedIn(FlowGraph graph) {
    TreeSet<Variable> named = new TreeSet<>(graph.parameters());
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        named.add(step.target());
      }
    }
    named.removeIf(v -> !v.isNamed() || v.index() < 0);
    return named;
  }

  private static Optional<Holder> at(Variable variable, State state) {
    Store store = state.store();
    if (!store.has(variable) || !state.holdsResource(store.node(variable))) {
      return Optional.empty();
    }
    int node = store.node(variable);
    List<String> path = store.paths(node, state.resource(), Budget.PATH).stream().findFirst().orElse(List.of());
    boolean isWritten = path.stream().allMatch(f -> Port.isElement(f) || Character.isJavaIdentifierStart(f.charAt(0)) && !f.contains("$"));
    if (!isWritten) {
      return Optional.empty();
    }
    if (variable.kind() == Variable.Kind.THIS) {
      return path.isEmpty() || Port.isElement(path.get(0)) ? Optional.empty() : Optional.of(ofField(path));
    }
    String exact = store.value(node).type();
    return Optional.of(new Holder(variable.name(), exact.isEmpty() ? variable.type() : exact, path, false));
  }

  boolean isNobody() {
    return name.isEmpty();
  }

  /** Whether {@code name} means the resource itself. */
  boolean isItself() {
    return !isNobody() && path.isEmpty();
  }

  boolean isContainer() {
    return path.stream().anyMatch(Port::isElement);
  }
}
