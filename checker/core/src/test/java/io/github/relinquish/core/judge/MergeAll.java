package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.TreeSet;

/**
 * The naive analysis: one state at each point, no condition is ever looked at. Of each acquisition it knows which variables may and
 * which must mean it, and whether it may be live and may be released. What is right behind that is found by any better analysis too;
 * what this does not find, no analysis may find.
 */
final class MergeAll {
  private final FlowGraph graph;
  private final Step.Invoke followed;
  private final State[] reached;
  private final Deque<Integer> work = new ArrayDeque<>();
  private final TreeSet<String> found;

  private MergeAll(FlowGraph graph, Step.Invoke followed, TreeSet<String> found) {
    this.graph = graph;
    this.followed = followed;
    this.found = found;
    reached = new State[graph.blocks().size()];
  }

  /** Findings as {@code Rule@line}. */
  static TreeSet<String> findings(FlowGraph graph) {
    TreeSet<String> found = new TreeSet<>();
    for (Block block : graph.blocks()) {
      for (int i = 0; i < block.steps().size(); i++) {
        if (block.steps().get(i) instanceof Step.Invoke call && begins(call)) {
          new MergeAll(graph, call, found).run(block, i);
        }
      }
    }
    return found;
  }

  private static boolean begins(Step.Invoke call) {
    return call.callee().name().toLowerCase(java.util.Locale.ROOT).contains("open") || isOnArgument(call);
  }

  /** What begins at an argument: an acquisition into it, or, being released there, something that must not be released again. */
  private static boolean isOnArgument(Step.Invoke call) {
    return call.callee().name().equals("acquire") || call.callee().name().equals("close");
  }

  private record State(BitSet may, BitSet must, boolean live, boolean released) {
    State with(Variable target, boolean mayBe, boolean mustBe) {
      BitSet newMay = (BitSet) may.clone();
      BitSet newMust = (BitSet) must.clone();
      newMay.set(target.index(), mayBe);
      newMust.set(target.index(), mustBe);
      return new State(newMay, newMust, live, released);
    }

    State join(State other) {
      BitSet newMay = (BitSet) may.clone();
      newMay.or(other.may);
      BitSet newMust = (BitSet) must.clone();
      newMust.and(other.must);
      return new State(newMay, newMust, live || other.live, released || other.released);
    }
  }

  private void run(Block block, int at) {
    boolean isOut = isOnArgument(followed);
    boolean isLive = !followed.callee().name().equals("close");
    BitSet holders = new BitSet();
    // The object of an out-parameter may have other names already; which, only a better analysis knows.
    BitSet may = new BitSet();
    if (isOut) {
      may.set(0, 64);
      holders.set(followed.operands().get(0).index());
    } else if (followed.target().index() >= 0) {
      holders.set(followed.target().index());
      may.or(holders);
    }
    State begun = new State(may, holders, isLive, !isLive);
    if (holders.isEmpty()) {
      leak();
    }
    if (isOut && followed.target().index() >= 0) {
      begun = begun.with(followed.target(), false, false);
    }
    steps(block, at + 1, begun);
    while (!work.isEmpty()) {
      int id = work.poll();
      steps(graph.blocks().get(id), 0, reached[id]);
    }
  }

  private void arrive(int id, State state) {
    State joined = reached[id] == null ? state : reached[id].join(state);
    if (!joined.equals(reached[id])) {
      reached[id] = joined;
      work.add(id);
    }
  }

  private void steps(Block block, int from, State start) {
    State state = start;
    for (int i = from; i < block.steps().size(); i++) {
      Step step = block.steps().get(i);
      if (step instanceof Step.Invoke call) {
        raise(block, state);
        state = call(call, state);
      } else if (step instanceof Step.Assign assign) {
        int source = assign.source().index();
        state = state.with(step.target(), state.may().get(source), state.must().get(source));
      } else {
        state = state.with(step.target(), false, false);
      }
      if (state.live() && state.must().isEmpty()) {
        leak();
      }
    }
    end(block, state);
  }

  private State call(Step.Invoke call, State before) {
    State state = before;
    boolean isHit = !call.operands().isEmpty() && state.may().get(call.operands().get(0).index());
    boolean isSure = !call.operands().isEmpty() && state.must().get(call.operands().get(0).index());
    String name = call.callee().name();
    if (name.equals("close") && isHit) {
      if (state.released()) {
        found.add("DoubleRelease@" + call.site().line());
      }
      state = new State(state.may(), state.must(), state.live() && !isSure, true);
    } else if (name.equals("use") && isHit && state.released()) {
      found.add("UseAfterRelease@" + call.site().line());
    } else if (name.equals("acquire") && isHit && state.live()) {
      leak();
    }
    return call.target().index() < 0 ? state : state.with(call.target(), false, false);
  }

  private void end(Block block, State state) {
    End end = block.end();
    end.successors().forEach(to -> arrive(to, state));
    if (end instanceof End.Return result) {
      boolean isHandedOut = result.value().index() >= 0 && state.must().get(result.value().index());
      if (state.live() && !isHandedOut) {
        leak();
      }
    } else if (end instanceof End.Throw) {
      raise(block, state);
    }
  }

  private void raise(Block block, State state) {
    if (block.handlers().isEmpty()) {
      if (state.live()) {
        leak();
      }
    } else {
      arrive(block.handlers().get(0).block(), state);
    }
  }

  private void leak() {
    found.add("SecurityContextLeak@" + followed.site().line());
  }
}
