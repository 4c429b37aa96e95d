package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where ways that parted come together again: immediate post-dominators, found as Cooper, Harvey and Kennedy do in "A Simple, Fast
 * Dominance Algorithm" (2001). Exceptions are left aside. A test or a return that stands at the end of several blocks, as the lowering makes
 * them, is one: nodes are the blocks, one that stands for all ends, the tests, and the places that return.
 */
final class Meetings {
  private static final int UNKNOWN = -1;

  private record Test(Site site, Condition condition) {}

  private final Map<Site, Integer> returns = new HashMap<>();
  /** The node of what stands at the end of a block; the block itself where that is neither a test nor a return. */
  private final int[] lastOf;
  private final List<List<Integer>> successors = new ArrayList<>();
  private final List<List<Integer>> predecessors = new ArrayList<>();
  /** Position in a post-order of the graph turned round; unknown for nodes from which no end is reached. */
  private final int[] position;
  private final int[] nearest;
  private final int end;

  private Meetings(FlowGraph graph) {
    end = graph.blocks().size();
    lastOf = new int[end];
    Map<Test, Integer> tests = new HashMap<>();
    int size = end + 1;
    for (Block block : graph.blocks()) {
      lastOf[block.id()] = block.id();
      if (block.end() instanceof End.Branch branch) {
        Integer known = tests.putIfAbsent(new Test(branch.site(), branch.condition()), size);
        lastOf[block.id()] = known == null ? size++ : known;
      } else if (block.end() instanceof End.Return) {
        Integer known = returns.putIfAbsent(block.end().site(), size);
        lastOf[block.id()] = known == null ? size++ : known;
      }
    }
    for (int i = 0; i < size; i++) {
      successors.add(new ArrayList<>());
      predecessors.add(new ArrayList<>());
    }
    for (Block block : graph.blocks()) {
      int from = lastOf[block.id()];
      if (from != block.id()) {
        link(block.id(), from);
      }
      List<Integer> next = block.end().successors();
      (next.isEmpty() ? List.of(end) : next).forEach(to -> link(from, to));
    }
    position = new int[size];
    nearest = new int[size];
    Arrays.fill(position, UNKNOWN);
    Arrays.fill(nearest, UNKNOWN);
  }

  private void link(int from, int to) {
    successors.get(from).add(to);
    predecessors.get(to).add(from);
  }

  static Meetings of(FlowGraph graph) {
    Meetings meetings = new Meetings(graph);
    List<Integer> order = meetings.fromTheEnd();
    meetings.nearest[meetings.end] = meetings.end;
    boolean isNews = true;
    while (isNews) {
      isNews = false;
      for (int node : order) {
        isNews |= node != meetings.end && meetings.update(node);
      }
    }
    return meetings;
  }

  /** The test at the end of a block. */
  int testOf(int block) {
    return lastOf[block];
  }

  /** Tells the ways to one return that leave with the same alike, without what makes no difference. */
  void unite(List<Leaving> leavings) {
    Map<String, Trail> ways = new HashMap<>();
    for (Leaving leaving : leavings) {
      if (isWay(leaving)) {
        ways.merge(nameOf(leaving), leaving.state().trail(), (a, b) -> a.merge(b, (next, test) ->
            isBehindAll(next == Trail.NO_TEST ? returns.get(leaving.site()) : next, test)));
      }
    }
    leavings.stream().filter(this::isWay).forEach(leaving -> leaving.state().setTrail(ways.get(nameOf(leaving))));
  }

  private boolean isWay(Leaving leaving) {
    return leaving.isNormal() && leaving.state().isFollowing() && returns.containsKey(leaving.site());
  }

  private static String nameOf(Leaving leaving) {
    return leaving.site() + " " + leaving.site().start() + " " + leaving.state().group();
  }

  /** Whether all ways from {@code test} to an end go through {@code node}. */
  boolean isBehindAll(int node, int test) {
    int at = test;
    while (at != UNKNOWN && position[at] < position[node]) {
      at = nearest[at];
    }
    return at == node;
  }

  /** All nodes that lead to an end, each behind one of its successors; numbers them on the way. */
  private List<Integer> fromTheEnd() {
    List<Integer> post = new ArrayList<>();
    boolean[] seen = new boolean[position.length];
    int[] next = new int[position.length];
    Deque<Integer> stack = new ArrayDeque<>(List.of(end));
    seen[end] = true;
    while (!stack.isEmpty()) {
      int at = stack.peek();
      if (next[at] < predecessors.get(at).size()) {
        int before = predecessors.get(at).get(next[at]++);
        if (!seen[before]) {
          seen[before] = true;
          stack.push(before);
        }
      } else {
        position[at] = post.size();
        post.add(stack.pop());
      }
    }
    Collections.reverse(post);
    return post;
  }

  private boolean update(int node) {
    int found = UNKNOWN;
    for (int to : successors.get(node)) {
      if (nearest[to] != UNKNOWN) {
        found = found == UNKNOWN ? to : meeting(found, to);
      }
    }
    boolean isNews = nearest[node] != found;
    nearest[node] = found;
    return isNews;
  }

  private int meeting(int a, int b) {
    int one = a;
    int two = b;
    while (one != two) {
      if (position[one] < position[two]) {
        one = nearest[one];
      } else {
        two = nearest[two];
      }
    }
    return one;
  }
}
