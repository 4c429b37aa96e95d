package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.FlowGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * Loops of a graph and the loops inside of them: strongly connected components (Tarjan, without recursion), then those of what is left of each
 * without the block that is entered first. Time is the size of the graph times the depth of the nesting.
 */
final class Loops {
  private static final int NONE = -1;

  private final FlowGraph graph;
  private final int[] order;
  /** By block, the innermost loop that it is in. */
  private final int[] innermost;
  /** By loop, the one around it. */
  private final List<Integer> around = new ArrayList<>();
  private final Deque<Region> open = new ArrayDeque<>();

  /** Blocks to look for loops in, and the loop that they are in. */
  private record Region(List<Integer> blocks, int loop) {}

  private Loops(FlowGraph graph, int[] order) {
    this.graph = graph;
    this.order = order;
    this.innermost = new int[graph.blocks().size()];
  }

  /**
   * The loops of a graph.
   *
   * @param order by block, its position in reverse post-order
   */
  static Loops of(FlowGraph graph, int[] order) {
    Loops loops = new Loops(graph, order);
    Arrays.fill(loops.innermost, NONE);
    Finder finder = loops.new Finder();
    loops.open.add(new Region(graph.blocks().stream().map(Block::id).toList(), NONE));
    while (!loops.open.isEmpty()) {
      finder.run(loops.open.poll());
    }
    return loops;
  }

  /** Whether a block may run more than once. */
  boolean isInLoop(int block) {
    return innermost[block] != NONE;
  }

  /** The outermost loop that an edge leaves. */
  OptionalInt left(int from, int to) {
    int found = NONE;
    for (int loop = innermost[from]; loop != NONE && !contains(loop, to); loop = around.get(loop)) {
      found = loop;
    }
    return found == NONE ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** The loop that a test in front of it leads to, where an edge of the test passes the loop by. */
  OptionalInt skipped(int from, int to) {
    return graph.blocks().get(from).end().successors().stream().flatMapToInt(s -> left(s, to).stream())
        .filter(loop -> !contains(loop, from)).findFirst();
  }

  /** Whether a block is in a loop, or in one inside of it. */
  boolean contains(int loop, int block) {
    int at = innermost[block];
    while (at != NONE && at != loop) {
      at = around.get(at);
    }
    return at == loop;
  }

  private void close(List<Integer> members, int outer) {
    int first = members.get(0);
    boolean isLoop = members.size() > 1 || Layout.successors(graph.blocks().get(first)).contains(first);
    if (!isLoop) {
      return;
    }
    int loop = around.size();
    around.add(outer);
    for (int member : members) {
      innermost[member] = loop;
      first = order[member] < order[first] ? member : first;
    }
    if (members.size() > 1) {
      int entry = first;
      open.add(new Region(members.stream().filter(m -> m != entry).toList(), loop));
    }
  }

  /** Finds the strongly connected components of one region after the other. */
  private final class Finder {
    private final int[] index = new int[innermost.length];
    private final int[] low = new int[innermost.length];
    private final boolean[] isInside = new boolean[innermost.length];
    private final boolean[] onStack = new boolean[innermost.length];
    private final Deque<Integer> stack = new ArrayDeque<>();
    private int counter;

    void run(Region region) {
      for (int block : region.blocks()) {
        index[block] = 0;
        isInside[block] = true;
      }
      for (int block : region.blocks()) {
        if (index[block] == 0) {
          visit(block, region.loop());
        }
      }
      region.blocks().forEach(b -> isInside[b] = false);
    }

    private void visit(int root, int outer) {
      Deque<int[]> calls = new ArrayDeque<>();
      calls.push(new int[] {root, 0});
      enter(root);
      while (!calls.isEmpty()) {
        int[] call = calls.peek();
        List<Integer> next = Layout.successors(graph.blocks().get(call[0]));
        if (call[1] < next.size()) {
          int to = next.get(call[1]++);
          if (isInside[to] && index[to] == 0) {
            enter(to);
            calls.push(new int[] {to, 0});
          } else if (isInside[to] && onStack[to]) {
            low[call[0]] = Math.min(low[call[0]], index[to]);
          }
        } else {
          calls.pop();
          if (!calls.isEmpty()) {
            low[calls.peek()[0]] = Math.min(low[calls.peek()[0]], low[call[0]]);
          }
          if (low[call[0]] == index[call[0]]) {
            close(membersFrom(call[0]), outer);
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

    private List<Integer> membersFrom(int root) {
      List<Integer> members = new ArrayList<>();
      int block;
      do {
        block = stack.pop();
        onStack[block] = false;
        members.add(block);
      } while (block != root);
      return members;
    }
  }
}
