package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who writes and who reads the variables of a body, whatever the order: read once, in time linear in its size. */
final class Uses {
  private final Map<Variable, List<Step>> writers = new HashMap<>();
  private final Map<Variable, List<Step>> readers = new HashMap<>();
  private final Set<Variable> handedOn = new HashSet<>();

  Uses(FlowGraph graph) {
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        add(writers, step.target(), step);
        new LinkedHashSet<>(step.operands()).forEach(v -> add(readers, v, step));
      }
      if (!(block.end() instanceof End.Branch)) {
        handedOn.addAll(block.end().operands());
      }
    }
  }

  private static void add(Map<Variable, List<Step>> to, Variable variable, Step step) {
    to.computeIfAbsent(variable, v -> new ArrayList<>()).add(step);
  }

  /** The steps that give the variable a value. */
  List<Step> writersOf(Variable variable) {
    return writers.getOrDefault(variable, List.of());
  }

  /** The steps that take the variable as an operand. */
  List<Step> readersOf(Variable variable) {
    return readers.getOrDefault(variable, List.of());
  }

  /** A variable and those that it is copied to, and those that they are copied to. */
  Set<Variable> copiesOf(Variable first) {
    Set<Variable> copies = new TreeSet<>(Set.of(first));
    Deque<Variable> open = new ArrayDeque<>(copies);
    while (!open.isEmpty()) {
      for (Step reader : readersOf(open.remove())) {
        if (reader instanceof Step.Assign && copies.add(reader.target())) {
          open.add(reader.target());
        }
      }
    }
    return copies;
  }

  /** Whether the body returns or throws one of the variables. */
  boolean handsOn(Collection<Variable> variables) {
    return variables.stream().anyMatch(handedOn::contains);
  }

  /** Whether a step writes null. */
  static boolean isNull(Step step) {
    return step instanceof Step.Constant constant && constant.value() instanceof Literal.Null;
  }
}
