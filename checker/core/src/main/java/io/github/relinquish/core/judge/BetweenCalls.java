package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Port;
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
import java.util.stream.Stream;

/**
 * Fields that hold something only while a method runs: whoever fills one does so with what it acquired itself, and has given that back
 * when it ends; or it is only called by methods of the same object that have given it back when they end. No method is entered while such a field
 * holds a live resource.
 */
final class BetweenCalls {
  /** Methods that call each other, one filling the field for the next. */
  private static final int CALLERS = 3;

  private final Summaries summaries;
  private final Bodies bodies;

  BetweenCalls(Summaries summaries, Bodies bodies) {
    this.summaries = summaries;
    this.bodies = bodies;
  }

  /** Whether a field of the class, its own or an inherited one that is not private, holds nothing alive between calls. */
  boolean isEmpty(ClassShape shape, String field) {
    Optional<Set<MethodKey>> fillers = summaries.ownership().fields().fillersOf(shape.name(), field)
        .or(() -> summaries.ownership().fields().fillersInFamilyOf(shape.name(), field));
    return fillers.isPresent() && !fillers.get().isEmpty() && fillers.get().stream().allMatch(b -> fillsWithItsOwn(b, field)
        && (givesBack(field, ownedIn(b)) || isCalledToFill(b, field, CALLERS)));
  }

  private List<Acquisition> ownedIn(MethodKey body) {
    return summaries.acquisitionsIn(body, Map.of()).stream().filter(Acquisition::isOwned).toList();
  }

  private boolean fillsWithItsOwn(MethodKey body, String field) {
    FlowGraph graph = summaries.layoutOf(body).orElseThrow().graph();
    Uses uses = new Uses(graph);
    List<Acquisition> acquired = ownedIn(body);
    return graph.steps().filter(s -> s instanceof Step.StoreField put && put.field().name().equals(field))
        .allMatch(s -> isAcquiredHere(((Step.StoreField) s).value(), uses, acquired));
  }

  private static boolean givesBack(String field, List<Acquisition> acquired) {
    return acquired.stream().flatMap(a -> a.exits().stream()).filter(e -> e.state().isLive())
        .flatMap(e -> Exits.holdersOf(e).stream())
        .noneMatch(p -> p.root() == Port.Root.RECEIVER && p.path().stream().limit(1).anyMatch(field::equals));
  }

  /** Whether a method that others cannot call is called by methods of its object only, each of which gives back what it gets that way. */
  private boolean isCalledToFill(MethodKey body, String field, int depth) {
    boolean isInner = !body.isConstructor() && summaries.hierarchy().declaration(body).filter(m -> !m.is(Modifier.PUBLIC)).isPresent();
    if (!isInner || depth == 0) {
      return false;
    }
    List<MethodKey> callers = summaries.program().callersOf(body.name(), o -> isRelated(o, body.owner())).stream()
        .flatMap(m -> bodies.of(m).stream()).distinct().filter(b -> callsOf(body, b).findAny().isPresent()).toList();
    return !callers.isEmpty() && callers.stream().allMatch(c -> givesBackWhatItGets(c, body, field, depth));
  }

  private boolean givesBackWhatItGets(MethodKey caller, MethodKey filler, String field, int depth) {
    List<Step.Invoke> calls = callsOf(filler, caller).toList();
    List<Acquisition> got = ownedIn(caller).stream().filter(a -> calls.contains(a.call())).toList();
    return calls.stream().allMatch(c -> c.receiver().filter(r -> r.kind() == Variable.Kind.THIS).isPresent()
            && got.stream().anyMatch(a -> a.call().equals(c)))
        && got.stream().allMatch(a -> a.journal().losses().isEmpty()) && (givesBack(field, got) || isCalledToFill(caller, field, depth - 1));
  }

  private Stream<Step.Invoke> callsOf(MethodKey callee, MethodKey body) {
    return summaries.layoutOf(body).stream().flatMap(l -> l.graph().steps()).filter(s -> s instanceof Step.Invoke).map(Step.Invoke.class::cast)
        .filter(c -> c.callee().name().equals(callee.name()) && c.callee().arity() == callee.arity() && isRelated(c.callee().owner(), callee.owner()));
  }

  private boolean isRelated(String type, String other) {
    return summaries.hierarchy().isSubtype(type, other) || summaries.hierarchy().isSubtype(other, type);
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
