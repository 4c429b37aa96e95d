package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * What the shape of a graph says once for all runs over it: the order to visit blocks in, which variables are still read
 * behind a block's start, which blocks stand in a loop together.
 */
public final class Layout {
  private final FlowGraph graph;
  private final int variables;
  private final int[] order;
  private final BitSet[] live;
  private final int[][][] dying;
  private final Walks walks;
  private final Names names;
  private Meetings meetings;
  private Loops loops;

  private Layout(FlowGraph graph, int variables) {
    this.graph = graph;
    this.variables = variables;
    int size = graph.blocks().size();
    order = new int[size];
    live = new BitSet[size];
    dying = new int[size][][];
    walks = Walks.of(graph);
    names = new Names(graph);
  }

  /** Computes the layout of {@code graph}; time and space are linear in its size but for the bit sets. */
  public static Layout of(FlowGraph graph) {
    Layout layout = new Layout(graph, countVariables(graph));
    layout.computeOrder();
    layout.computeLiveness();
    graph.blocks().forEach(b -> layout.dying[b.id()] = layout.dyingIn(b));
    layout.loops = Loops.of(graph, layout.order);
    return layout;
  }

  public FlowGraph graph() {
    return graph;
  }

  Names names() {
    return names;
  }

  /** Position of a block in reverse post-order; unreachable ones come last. */
  int order(int block) {
    return order[block];
  }

  /** Whether {@code block} reads the variable, or some block behind it does, before writing it. */
  boolean isLiveAt(int block, int variable) {
    return live[block].get(variable);
  }

  /** Temporaries and locals that nobody reads behind step {@code step} of a block. */
  int[] dyingAfter(int block, int step) {
    return dying[block][step];
  }

  private int[][] dyingIn(Block block) {
    BitSet caught = new BitSet(variables);
    block.handlers().forEach(h -> caught.or(live[h.block()]));
    BitSet needed = (BitSet) caught.clone();
    block.end().successors().forEach(s -> needed.or(live[s]));
    block.end().operands().forEach(v -> needed.set(v.index()));
    int[][] all = new int[block.steps().size()][];
    for (int i = block.steps().size() - 1; i >= 0; i--) {
      Step step = block.steps().get(i);
      List<Variable> mentioned = new ArrayList<>(step.operands());
      mentioned.add(step.target());
      all[i] = mentioned.stream()
          .filter(v -> v.index() >= 0 && (v.kind() == Variable.Kind.TEMPORARY || v.kind() == Variable.Kind.LOCAL) && !needed.get(v.index()))
          .mapToInt(Variable::index).distinct().toArray();
      // What a handler reads is needed before each step, whether the block sets it afterwards or not.
      if (step.target().index() >= 0 && !caught.get(step.target().index())) {
        needed.clear(step.target().index());
      }
      step.operands().forEach(v -> needed.set(v.index()));
    }
    return all;
  }

  /** Which blocks run again and again together. */
  Loops loops() {
    return loops;
  }

  /** Whether a block may run more than once. */
  public boolean isInLoop(int block) {
    return loops.isInLoop(block);
  }

  /** Where ways that part come together again. */
  Meetings meetings() {
    if (meetings == null) {
      meetings = Meetings.of(graph);
    }
    return meetings;
  }

  /** The counted loops over arrays. */
  Walks walks() {
    return walks;
  }

  private static int countVariables(FlowGraph graph) {
    int most = -1;
    for (Variable parameter : graph.parameters()) {
      most = Math.max(most, parameter.index());
    }
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        most = Math.max(most, step.target().index());
        for (Variable operand : step.operands()) {
          most = Math.max(most, operand.index());
        }
      }
      for (Variable operand : block.end().operands()) {
        most = Math.max(most, operand.index());
      }
    }
    return most + 1;
  }

  static List<Integer> successors(Block block) {
    List<Integer> all = new ArrayList<>(block.end().successors());
    block.handlers().forEach(h -> all.add(h.block()));
    return all;
  }

  private void computeOrder() {
    int size = graph.blocks().size();
    boolean[] seen = new boolean[size];
    int[] nextChild = new int[size];
    Deque<Integer> stack = new ArrayDeque<>();
    List<Integer> post = new ArrayList<>();
    stack.push(0);
    seen[0] = true;
    while (!stack.isEmpty()) {
      int at = stack.peek();
      List<Integer> children = successors(graph.blocks().get(at));
      if (nextChild[at] < children.size()) {
        int child = children.get(children.size() - 1 - nextChild[at]++);
        if (!seen[child]) {
          seen[child] = true;
          stack.push(child);
        }
      } else {
        post.add(stack.pop());
      }
    }
    int position = 0;
    for (int i = post.size() - 1; i >= 0; i--) {
      order[post.get(i)] = position++;
    }
    for (int i = 0; i < size; i++) {
      if (!seen[i]) {
        order[i] = position++;
      }
    }
  }

  private void computeLiveness() {
    int size = graph.blocks().size();
    List<List<Integer>> predecessors = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      predecessors.add(new ArrayList<>());
      live[i] = new BitSet(variables);
    }
    graph.blocks().forEach(b -> successors(b).forEach(s -> predecessors.get(s).add(b.id())));
    Deque<Integer> work = new ArrayDeque<>();
    BitSet queued = new BitSet(size);
    graph.blocks().stream().sorted((a, b) -> order[b.id()] - order[a.id()]).forEach(b -> {
      work.add(b.id());
      queued.set(b.id());
    });
    while (!work.isEmpty()) {
      int at = work.poll();
      queued.clear(at);
      BitSet in = liveIn(graph.blocks().get(at));
      if (!in.equals(live[at])) {
        live[at] = in;
        for (int before : predecessors.get(at)) {
          if (!queued.get(before)) {
            queued.set(before);
            work.add(before);
          }
        }
      }
    }
  }

  private BitSet liveIn(Block block) {
    BitSet set = new BitSet(variables);
    block.end().successors().forEach(s -> set.or(live[s]));
    block.end().operands().forEach(v -> set.set(v.index()));
    for (int i = block.steps().size() - 1; i >= 0; i--) {
      Step step = block.steps().get(i);
      if (step.target().index() >= 0) {
        set.clear(step.target().index());
      }
      step.operands().forEach(v -> set.set(v.index()));
    }
    block.handlers().forEach(h -> set.or(live[h.block()]));
    return set;
  }
}
