package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What holds for every graph that comes from code a verifier would accept. */
final class GraphLaws {
  private final FlowGraph graph;
  private final Map<Integer, Variable> byIndex = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  private GraphLaws(FlowGraph graph) {
    this.graph = graph;
  }

  /** The laws that {@code graph} breaks, one sentence each. */
  static List<String> brokenBy(FlowGraph graph) {
    GraphLaws laws = new GraphLaws(graph);
    laws.checkIndices();
    laws.checkReachability();
    laws.checkDefinitions();
    return laws.broken;
  }

  private void checkIndices() {
    graph.parameters().forEach(this::seen);
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        seen(step.target());
        Operands.of(step).forEach(this::seen);
      }
      Operands.of(block.end()).forEach(this::seen);
    }
  }

  private void seen(Variable variable) {
    Variable known = byIndex.putIfAbsent(variable.index(), variable);
    if (known != null && known != variable) {
      broken.add("two variables have the index " + variable.index() + ": " + known + " and " + variable);
    }
  }

  private static List<Integer> targets(Block block) {
    List<Integer> targets = new ArrayList<>(block.end().successors());
    block.handlers().forEach(h -> targets.add(h.block()));
    return targets;
  }

  private void checkReachability() {
    BitSet reached = new BitSet();
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    while (!work.isEmpty()) {
      int id = work.pop();
      if (!reached.get(id)) {
        reached.set(id);
        work.addAll(targets(graph.blocks().get(id)));
      }
    }
    if (reached.cardinality() != graph.blocks().size()) {
      broken.add("has blocks that nothing reaches");
    }
  }

  /** Forward analysis: what is assigned on every way, where a step that may throw has not assigned yet. */
  private void checkDefinitions() {
    BitSet[] atEntry = new BitSet[graph.blocks().size()];
    BitSet parameters = new BitSet();
    graph.parameters().forEach(p -> parameters.set(p.index()));
    atEntry[0] = parameters;
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    while (!work.isEmpty()) {
      Block block = graph.blocks().get(work.poll());
      BitSet entry = atEntry[block.id()];
      BitSet exit = (BitSet) entry.clone();
      block.steps().stream().filter(s -> s.target().index() >= 0).forEach(s -> exit.set(s.target().index()));
      for (int next : block.end().successors()) {
        flow(exit, next, atEntry, work);
      }
      block.handlers().forEach(h -> flow(entry, h.block(), atEntry, work));
    }
    for (Block block : graph.blocks()) {
      if (atEntry[block.id()] != null) {
        checkBlock(block, (BitSet) atEntry[block.id()].clone());
      }
    }
  }

  private static void flow(BitSet defined, int to, BitSet[] atEntry, Deque<Integer> work) {
    BitSet before = atEntry[to];
    BitSet joined = (BitSet) defined.clone();
    if (before != null) {
      joined.and(before);
    }
    if (!joined.equals(before)) {
      atEntry[to] = joined;
      work.add(to);
    }
  }

  private void checkBlock(Block block, BitSet defined) {
    for (Step step : block.steps()) {
      Operands.of(step).forEach(v -> checkDefined(v, defined, block, step));
      if (step.target().index() >= 0) {
        defined.set(step.target().index());
      }
    }
    End end = block.end();
    Operands.of(end).forEach(v -> checkDefined(v, defined, block, end));
  }

  private void checkDefined(Variable variable, BitSet defined, Block block, Object where) {
    if (variable.index() >= 0 && !defined.get(variable.index())) {
      broken.add("b" + block.id() + " reads " + variable + ", which is not set on every way: " + where);
    }
  }
}
