package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What judges ask of all steps of a body, whatever their order. */
final class Steps {
  private Steps() {}

  static Stream<Step> of(FlowGraph graph) {
    return graph.blocks().stream().flatMap(b -> b.steps().stream());
  }

  /** A variable and those that it is copied to, and those that they are copied to. */
  static Set<Variable> copies(Variable first, FlowGraph graph) {
    Set<Variable> names = new TreeSet<>(Set.of(first));
    for (int size = 0; size < names.size(); ) {
      size = names.size();
      of(graph).filter(s -> s instanceof Step.Assign copy && names.contains(copy.source())).forEach(s -> names.add(s.target()));
    }
    return names;
  }
}
