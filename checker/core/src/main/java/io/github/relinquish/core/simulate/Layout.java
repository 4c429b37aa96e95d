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
import java.util.OptionalInt;

/**
 * What the shape of a graph says once for all runs over it: the order to visit blocks in, which variables are still read
 * behind a block's start, which blocks stand in a loop together.
 */
public final class Layout {
  private final FlowGraph graph;
  private final int variables;
  private final int[] order;
  private final BitSet[] live;
  private final int[] component;
  private final boolean[] inLoop;
  private final int[][][] dying;
  private final Walks walks;
  private final Names names;
  private Meetings meetings;

  private Layout(FlowGraph graph, int variables) {
    this.graph = graph;
    this.variables = variables;
    int size = graph.blocks().size();
    order = new int[size];
    live = new BitSet[size];
    component = new int[size];
    inLoop = new boolean[size];
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
    new Components(layout).run();
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

  /** Whether the edge leaves a loop that {@code from} is in. */
  boolean leavesLoop(int from, int to) {
    return inLoop[from] && component[from] != component[to];
  }

  /** The block inside a loop that a test in front of the loop leads to, where an edge of the test passes the loop by. */
  OptionalInt loopSkipped(int from, int to) {
    return graph.blocks().get(from).end().successors().stream().mapToInt(s -> s)
        .filter(s -> inLoop[s] && component[s] != component[from] && component[s] != component[to]).findFirst();
  }

  /** Whether a block may run more than once. */
  public boolean isInLoop(int block) {
    return inLoop[block];
  }

  /** Whether two blocks are in one loop. */
  boolean isSameLoop(int a, int b) {
    return inLoop[a] && component[a] == component[b];
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

  /** Strongly connected components (Tarjan, without recursion). */
  private static final class Components {
    private final Layout layout;
    private final int[] index;
    private final int[] low;
    private final boolean[] onStack;
    private final Deque<Integer> stack = new ArrayDeque<>();
    private int counter;
    private int components;

    Components(Layout layout) {
      this.layout = layout;
      int size = layout.graph.blocks().size();
      index = new int[size];
      low = new int[size];
      onStack = new boolean[size];
    }

    void run() {
      for (Block block : layout.graph.blocks()) {
        if (index[block.id()] == 0) {
          visit(block.id());
        }
      }
    }

    private void visit(int root) {
      Deque<int[]> calls = new ArrayDeque<>();
      calls.push(new int[] {root, 0});
      enter(root);
      while (!calls.isEmpty()) {
        int[] call = calls.peek();
        List<Integer> next = successors(layout.graph.blocks().get(call[0]));
        if (call[1] < next.size()) {
          int to = next.get(call[1]++);
          if (to == call[0]) {
            layout.inLoop[to] = true;
          }
          if (index[to] == 0) {
            enter(to);
            calls.push(new int[] {to, 0});
          } else if (onStack[to]) {
            low[call[0]] = Math.min(low[call[0]], index[to]);
          }
        } else {
          calls.pop();
          if (!calls.isEmpty()) {
            low[calls.peek()[0]] = Math.min(low[calls.peek()[0]], low[call[0]]);
          }
          if (low[call[0]] == index[call[0]]) {
            close(call[0]);
          }
        }
      }
    }

    private void enter(int block) {
      index[block] = ++counter;
      low[block] = counter;
      stack.push(block);
      onStack[block] = true;
    }

    private void close(int root) {
      List<Integer> members = new ArrayList<>();
      int block;
      do {
        block = stack.pop();
        onStack[block] = false;
        layout.component[block] = components;
        members.add(block);
      } while (block != root);
      if (members.size() > 1) {
        members.forEach(m -> layout.inLoop[m] = true);
      }
      components++;
    }
  }
}
