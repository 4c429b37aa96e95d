package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Store;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counted loops, upwards or downwards, that read arrays or lists at their counter: {@code for (int i = 0; i < 3; i++) all[i]}. Such a loop is taken to
 * meet every element, whatever its bound is called.
 */
final class Walks {
  /** A read of an array or list at a counter, in a block. */
  private record Read(int block, Variable array, Variable counter, Step step) {}

  private final Map<Integer, Step> origins = new HashMap<>();
  /** By temporary, the variable of the program that it was assigned to. */
  private final Map<Integer, Variable> assigned = new HashMap<>();
  private final List<Read> reads = new ArrayList<>();
  /** Blocks in which an element may be met. */
  private final BitSet meeting = new BitSet();

  private Walks() {}

  static Walks of(FlowGraph graph) {
    Walks walks = new Walks();
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        if (step instanceof Step.LoadElement || step instanceof Step.Invoke) {
          walks.meeting.set(block.id());
        }
        if (step instanceof Step.LoadElement load) {
          walks.reads.add(new Read(block.id(), load.array(), load.index(), load));
        } else if (step instanceof Step.Invoke call && call.receiver().isPresent() && call.callee().parameterTypes().equals(List.of("int"))) {
          walks.reads.add(new Read(block.id(), call.receiver().get(), call.arguments().get(0), call));
        }
      }
    }
    if (!walks.reads.isEmpty()) {
      walks.traceTemporaries(graph);
    }
    return walks;
  }

  private void traceTemporaries(FlowGraph graph) {
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        boolean isName = step instanceof Step.Assign || step instanceof Step.LoadField;
        if (isName && step.target().kind() == Variable.Kind.TEMPORARY) {
          origins.put(step.target().index(), step);
        } else if (step instanceof Step.Assign assign && assign.source().kind() == Variable.Kind.TEMPORARY) {
          assigned.put(assign.source().index(), assign.target());
        }
      }
    }
  }

  /**
   * Whether a state may go over an edge: a loop that meets all elements of what holds the resource does not end before it met the
   * resource, nor is it passed by.
   *
   * @param condition what holds on the edge from {@code block} to {@code to}
   */
  boolean mayLeave(Block block, int to, Condition condition, State state, Layout layout, CallSemantics calls) {
    Loops loops = layout.loops();
    OptionalInt left = loops.left(block.id(), to);
    if (left.isEmpty() && block.end() instanceof End.Branch && startsAtZero(condition, state.store())) {
      left = loops.skipped(block.id(), to);
    }
    if (left.isEmpty() || meetsNothing(left.getAsInt(), loops)) {
      return true;
    }
    List<Integer> counted = ending(state, condition, left.getAsInt(), layout, calls);
    if (!counted.stream().allMatch(a -> state.isPinned(State.VISITED, a))) {
      return false;
    }
    Store store = state.store();
    boolean ends = Questions.endsWalk(state, condition.relation(), store.node(condition.left()), store.node(condition.right()));
    counted.forEach(a -> state.unpin(State.VISITED, a));
    return ends;
  }

  private boolean meetsNothing(int loop, Loops loops) {
    return meeting.stream().noneMatch(b -> loops.contains(loop, b));
  }

  /** What starts behind the first element need not meet it. */
  private static boolean startsAtZero(Condition condition, Store store) {
    return store.rangeOf(store.node(condition.left())).single().filter(k -> k == 0).isPresent();
  }

  /** Arrays and lists that a loop reads at its counter and that hold the followed resource, where the loop ends. */
  private List<Integer> ending(State state, Condition condition, int loop, Layout layout, CallSemantics calls) {
    boolean isAtEnd = condition.relation() == Relation.GE || condition.relation() == Relation.EQ || isAtStart(condition, state.store());
    if (reads.isEmpty() || !isAtEnd || !state.isFollowing()) {
      return List.of();
    }
    int counter = counterOf(condition.left()).index();
    List<Integer> found = new ArrayList<>();
    for (Read read : reads) {
      boolean isRead = !(read.step() instanceof Step.Invoke call) || calls.picks(call);
      if (isRead && layout.loops().contains(loop, read.block()) && counterOf(read.counter()).index() == counter) {
        arrayOf(read.array(), state.store()).filter(a -> holdsResource(state, a)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A counter that went down has no place left. */
  private static boolean isAtStart(Condition condition, Store store) {
    boolean isDown = condition.relation() == Relation.LT || condition.relation() == Relation.LE;
    return isDown && store.rangeOf(store.node(condition.right())).single().filter(k -> k == 0 || k == -1).isPresent();
  }

  private static boolean holdsResource(State state, int array) {
    return state.store().field(array, Port.ELEMENT).filter(state::holdsResource).isPresent();
  }

  /** The variable of the program that a temporary was copied from. */
  private Variable named(Variable variable) {
    return origins.get(variable.index()) instanceof Step.Assign assign ? assign.source() : variable;
  }

  /** The variable that counts, where it is tested at once: {@code --i >= 0}. */
  private Variable counterOf(Variable variable) {
    Variable name = named(variable);
    return name.kind() == Variable.Kind.TEMPORARY ? assigned.getOrDefault(name.index(), name) : name;
  }

  private Optional<Integer> arrayOf(Variable array, Store store) {
    Variable name = named(array);
    if (name.kind() != Variable.Kind.TEMPORARY) {
      return store.has(name) ? Optional.of(store.node(name)) : Optional.empty();
    }
    if (origins.get(name.index()) instanceof Step.LoadField load && store.has(named(load.receiver()))) {
      return store.field(store.node(named(load.receiver())), load.field().name());
    }
    return Optional.empty();
  }
}
