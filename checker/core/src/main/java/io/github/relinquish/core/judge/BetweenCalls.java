package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Summaries;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fields that hold something only while a method runs: whoever fills one does so with what it acquired itself, and has given that back
 * when it ends. No method is entered while such a field holds a live resource.
 */
final class BetweenCalls {
  private final Summaries summaries;

  BetweenCalls(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Whether a private field of the class holds nothing alive between calls. */
  boolean isEmpty(ClassShape shape, String field) {
    Optional<Set<MethodKey>> fillers = summaries.ownership().fields().fillersOf(shape.name(), field);
    return fillers.isPresent() && !fillers.get().isEmpty() && fillers.get().stream().allMatch(b -> givesBack(b, new FieldKey(shape.name(), field)));
  }

  private boolean givesBack(MethodKey body, FieldKey field) {
    FlowGraph graph = summaries.layoutOf(body).orElseThrow().graph();
    List<Acquisition> acquired = summaries.acquisitionsIn(body, Map.of()).stream().filter(Acquisition::isOwned).toList();
    boolean isLeftAlive = acquired.stream().flatMap(a -> a.exits().stream()).filter(e -> e.state().isLive())
        .flatMap(e -> Exits.holdersOf(e).stream())
        .anyMatch(p -> p.root() == Port.Root.RECEIVER && p.path().stream().limit(1).anyMatch(field.name()::equals));
    Uses uses = new Uses(graph);
    return !isLeftAlive && graph.steps().filter(s -> s instanceof Step.StoreField put && put.field().equals(field))
        .allMatch(s -> isAcquiredHere(((Step.StoreField) s).value(), uses, acquired));
  }

  /** Whether all that can flow into a variable is null, or what the body itself acquires. */
  private static boolean isAcquiredHere(Variable stored, Uses uses, List<Acquisition> acquired) {
    Set<Variable> seen = new TreeSet<>();
    Deque<Variable> open = new ArrayDeque<>(List.of(stored));
    boolean isNull = true;
    boolean isAcquired = false;
    while (!open.isEmpty()) {
      Variable at = open.poll();
      if (!seen.add(at)) {
        continue;
      }
      isAcquired |= acquired.stream().anyMatch(a -> a.call().target().equals(at) || a.call().operands().contains(at));
      for (Step step : uses.writersOf(at)) {
        boolean isMade = step instanceof Step.Create || acquired.stream().anyMatch(a -> a.call().equals(step));
        if (step instanceof Step.Assign assign) {
          open.add(assign.source());
        } else if (!Uses.isNull(step) && !isMade) {
          return false;
        }
        isNull &= Uses.isNull(step) || step instanceof Step.Assign;
      }
      if (at.kind() == Variable.Kind.PARAMETER || at.kind() == Variable.Kind.THIS) {
        return false;
      }
    }
    return isNull || isAcquired;
  }
}
