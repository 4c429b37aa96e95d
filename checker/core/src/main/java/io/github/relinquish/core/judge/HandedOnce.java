package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What is in a field is asked something, and for some answers handed on to somebody who keeps it; for others nothing is done with it any more.
 *
 * @param question the call that asks it
 * @param handing the call that it is passed to
 * @param forgotten where the body ends without that
 */
record HandedOnce(Step.Invoke question, Step.Invoke handing, Site forgotten) {
  /**
   * The first in a body.
   *
   * @param field name of the field
   * @param isQuestion whether a call asks the object that it is called on
   * @param keeps whether a call keeps its argument at an index
   */
  static Optional<HandedOnce> in(FlowGraph graph, String field, Predicate<Step.Invoke> isQuestion, BiPredicate<Step.Invoke, Integer> keeps) {
    Uses uses = new Uses(graph);
    Set<Variable> names = new TreeSet<>();
    graph.steps().filter(s -> s instanceof Step.LoadField load && load.field().name().equals(field))
        .forEach(s -> names.addAll(uses.copiesOf(s.target())));
    if (names.isEmpty() || uses.handsOn(names)) {
      return Optional.empty();
    }
    for (Block block : graph.blocks()) {
      for (int i = 0; i < block.steps().size(); i++) {
        if (block.steps().get(i) instanceof Step.Invoke call && call.receiver().filter(names::contains).isPresent()
            && isQuestion.test(call) && isAnswerTested(call, graph, uses) && hasConstantArguments(call, uses)) {
          Optional<HandedOnce> found = new Ways(graph, names, call, keeps).from(block, i + 1);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Who asks passes no data that the other side of a conversation has sent. */
  private static boolean hasConstantArguments(Step.Invoke call, Uses uses) {
    return call.arguments().stream().map(uses::writersOf)
        .allMatch(w -> !w.isEmpty() && w.stream().allMatch(s -> s instanceof Step.Constant || s instanceof Step.LoadStatic));
  }

  private static boolean isAnswerTested(Step.Invoke call, FlowGraph graph, Uses uses) {
    Set<Variable> answer = call.target().index() < 0 ? Set.of() : uses.copiesOf(call.target());
    return graph.blocks().stream().anyMatch(b -> b.end() instanceof End.Branch branch && branch.operands().stream().anyMatch(answer::contains));
  }

  /** The ways from a question to the ends of the body, each up to the first step that does something else with the value than to call it. */
  private static final class Ways {
    private final FlowGraph graph;
    private final Set<Variable> names;
    private final Step.Invoke question;
    private final BiPredicate<Step.Invoke, Integer> keeps;
    private final Set<Integer> seen = new HashSet<>();
    private Step.Invoke handing;
    private Site forgotten;
    private boolean isOpen = true;

    Ways(FlowGraph graph, Set<Variable> names, Step.Invoke question, BiPredicate<Step.Invoke, Integer> keeps) {
      this.graph = graph;
      this.names = names;
      this.question = question;
      this.keeps = keeps;
    }

    Optional<HandedOnce> from(Block block, int step) {
      Deque<Integer> work = new ArrayDeque<>();
      walk(block, step, work);
      while (!work.isEmpty() && isOpen) {
        walk(graph.blocks().get(work.remove()), 0, work);
      }
      return isOpen && handing != null && forgotten != null ? Optional.of(new HandedOnce(question, handing, forgotten)) : Optional.empty();
    }

    private void walk(Block block, int from, Deque<Integer> work) {
      List<Step> steps = block.steps();
      for (int i = from; i < steps.size(); i++) {
        if (steps.get(i) == question) {
          isOpen = false;
          return;
        }
        if (isPassed(steps.get(i))) {
          return;
        }
      }
      if (block.end() instanceof End.Return) {
        forgotten = forgotten == null || block.end().site().compareTo(forgotten) < 0 ? block.end().site() : forgotten;
      }
      block.end().successors().stream().filter(seen::add).forEach(work::add);
    }

    /** Whether a step takes the value somewhere. */
    private boolean isPassed(Step step) {
      if (step instanceof Step.Invoke call) {
        for (int i = 0; i < call.arguments().size(); i++) {
          if (names.contains(call.arguments().get(i))) {
            handing = handing == null && keeps.test(call, i) ? call : handing;
            return true;
          }
        }
        return false;
      }
      return !(step instanceof Step.Assign) && step.operands().stream().skip(step instanceof Step.StoreField ? 1 : 0).anyMatch(names::contains);
    }
  }
}
