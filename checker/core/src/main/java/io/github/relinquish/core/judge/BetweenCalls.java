package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Bodies;
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
 * when it ends, or is a private method all of whose callers have. No method that others call is entered while such a field holds a live resource.
 */
final class BetweenCalls {
  /** Private methods that call each other, one filling the field for the next. */
  private static final int CALLERS = 3;

  private final Summaries summaries;
  private final Bodies bodies;

  BetweenCalls(Summaries summaries, Bodies bodies) {
    this.summaries = summaries;
    this.bodies = bodies;
  }

  /** Whether a private field of the class holds nothing alive between calls. */
  boolean isEmpty(ClassShape shape, String field) {
    Optional<Set<MethodKey>> fillers = summaries.ownership().fields().fillersOf(shape.name(), field);
    return fillers.isPresent() && !fillers.get().isEmpty() && fillers.get().stream().allMatch(b -> givesBack(b, new FieldKey(shape.name(), field)));
  }

  private boolean givesBack(MethodKey body, FieldKey field) {
    FlowGraph graph = summaries.layoutOf(body).orElseThrow().graph();
    List<Acquisition> acquired = acquiredIn(body);
    Uses uses = new Uses(graph);
    return isLeftEmpty(body, field, CALLERS) && graph.steps().filter(s -> s instanceof Step.StoreField put && put.field().equals(field))
        .allMatch(s -> isAcquiredHere(((Step.StoreField) s).value(), uses, acquired));
  }

  private List<Acquisition> acquiredIn(MethodKey body) {
    return summaries.acquisitionsIn(body, Map.of()).stream().filter(Acquisition::isOwned).toList();
  }

  /** Whether nothing that begins in a body is alive in the field when the body ends, or, where only others of its class can call it, when these end. */
  private boolean isLeftEmpty(MethodKey body, FieldKey field, int depth) {
    boolean isLeftAlive = acquiredIn(body).stream().flatMap(a -> a.exits().stream()).filter(e -> e.state().isLive())
        .flatMap(e -> Exits.holdersOf(e).stream())
        .anyMatch(p -> p.root() == Port.Root.RECEIVER && p.path().stream().limit(1).anyMatch(field.name()::equals));
    boolean isPrivate = !body.isConstructor() && summaries.hierarchy().declaration(body).filter(d -> d.is(Modifier.PRIVATE)).isPresent();
    if (!isLeftAlive || !isPrivate || depth == 0) {
      return !isLeftAlive;
    }
    List<MethodKey> callers = summaries.program().callersOf(body.name(), body.owner()::equals).stream()
        .flatMap(m -> bodies.of(m).stream()).filter(b -> calls(b, body)).distinct().toList();
    return !callers.isEmpty() && callers.stream().allMatch(c -> c.owner().equals(body.owner()) && isLeftEmpty(c, field, depth - 1));
  }

  private boolean calls(MethodKey body, MethodKey callee) {
    return summaries.layoutOf(body).stream().flatMap(l -> l.graph().steps())
        .anyMatch(s -> s instanceof Step.Invoke call && call.callee().equals(callee) || s instanceof Step.Closure closure && closure.body().equals(callee));
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
