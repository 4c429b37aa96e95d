package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counted loops that read arrays at their counter: {@code for (int i = 0; i < 3; i++) all[i]}. Such a loop is taken to meet every
 * element, whatever its bound is called.
 */
final class Walks {
  /** A read of an array at a counter, in a block. */
  private record Read(int block, Variable array, Variable counter) {}

  private final Map<Integer, Step> origins = new HashMap<>();
  private final List<Read> reads = new ArrayList<>();

  private Walks() {}

  static Walks of(FlowGraph graph) {
    Walks walks = new Walks();
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        if (step instanceof Step.LoadElement load) {
          walks.reads.add(new Read(block.id(), load.array(), load.index()));
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
        }
      }
    }
  }

  /**
   * Arrays that a loop reads at its counter and that hold the followed resource, where the loop ends.
   *
   * @param from a block of the loop, which ends with {@code condition}
   * @param layout says which blocks are in the same loop
   */
  List<Integer> ending(State state, Condition condition, int from, Layout layout) {
    boolean isAtEnd = condition.relation() == Relation.GE || condition.relation() == Relation.EQ;
    if (reads.isEmpty() || !isAtEnd || !state.isFollowing()) {
      return List.of();
    }
    int counter = named(condition.left()).index();
    List<Integer> found = new ArrayList<>();
    for (Read read : reads) {
      if (layout.isSameLoop(read.block(), from) && named(read.counter()).index() == counter) {
        arrayOf(read.array(), state.store()).filter(a -> holdsResource(state, a)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean holdsResource(State state, int array) {
    return state.store().field(array, Port.ELEMENT).filter(state::holdsResource).isPresent();
  }

  /** The variable of the program that a temporary was copied from. */
  private Variable named(Variable variable) {
    return origins.get(variable.index()) instanceof Step.Assign assign ? assign.source() : variable;
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
