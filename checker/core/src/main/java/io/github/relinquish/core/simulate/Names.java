package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The variables of a graph by index. */
final class Names {
  private static final int LONGEST = 8;

  private final TreeMap<Integer, Variable> variables = new TreeMap<>();
  private final TreeMap<Integer, Optional<Step>> definitions = new TreeMap<>();

  Names(FlowGraph graph) {
    graph.parameters().forEach(p -> variables.put(p.index(), p));
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        add(step.target());
        definitions.merge(step.target().index(), Optional.of(step), (one, other) -> one.equals(other) ? one : Optional.empty());
        step.operands().forEach(this::add);
      }
      block.end().operands().forEach(this::add);
    }
  }

  private void add(Variable variable) {
    if (variable.index() >= 0) {
      variables.putIfAbsent(variable.index(), variable);
    }
  }

  /** The one step that gives a variable its value; empty where several do, or none. */
  Optional<Step> definition(Variable variable) {
    return variable.index() < 0 ? Optional.empty() : definitions.getOrDefault(variable.index(), Optional.empty());
  }

  /** The static types that a value has on its one way into a variable, the variable's own first. */
  List<String> typesOf(Variable variable) {
    List<String> types = new ArrayList<>(List.of(variable.type()));
    Variable at = variable;
    // A parameter has a value before it is assigned one. What is assigned in a circle nobody can reach.
    while (!isParameter(at.index()) && definition(at).orElse(null) instanceof Step.Assign assign && types.size() < LONGEST) {
      at = assign.source();
      types.add(at.type());
    }
    if (!isParameter(at.index()) && definition(at).orElse(null) instanceof Step.Invoke call) {
      types.add(call.callee().returnType());
    }
    return types;
  }

  Variable variable(int index) {
    return variables.get(index);
  }

  boolean isNamed(int index) {
    return variables.containsKey(index) && variables.get(index).isNamed();
  }

  boolean isParameter(int index) {
    Variable variable = variables.get(index);
    return variable != null
        && (variable.kind() == Variable.Kind.PARAMETER || variable.kind() == Variable.Kind.THIS);
  }
}
