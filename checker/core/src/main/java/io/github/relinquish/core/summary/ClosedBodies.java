package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bodies of which all that they throw is in sight: they call nothing but each other and constructors of exceptions. What the virtual machine throws by itself
 * (an index that is out of bounds) is left aside.
 */
final class ClosedBodies {
  /** What the virtual machine throws for a step that is no call (JVMS 2.10). */
  private static final Set<String> OF_MACHINE = Set.of("java.lang.ArithmeticException", "java.lang.ArrayStoreException", "java.lang.ClassCastException",
      "java.lang.ArrayIndexOutOfBoundsException", "java.lang.NegativeArraySizeException", "java.lang.NullPointerException");

  private final Summaries summaries;
  private final Map<MethodKey, Boolean> known = new HashMap<>();

  ClosedBodies(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Whether a call of these bodies throws exceptions of {@code type} only where that is in sight. */
  boolean showWhatTheyThrow(List<MethodKey> bodies, String type) {
    Hierarchy hierarchy = summaries.hierarchy();
    return OF_MACHINE.stream().noneMatch(t -> hierarchy.isSubtype(t, type) || hierarchy.isSubtype(type, t))
        && !bodies.isEmpty() && bodies.stream().allMatch(this::isClosed);
  }

  /** Bodies that call each other are closed together, or not at all. */
  private boolean isClosed(MethodKey start) {
    Boolean answer = known.get(start);
    if (answer != null) {
      return answer;
    }
    Set<MethodKey> seen = new LinkedHashSet<>(Set.of(start));
    Deque<MethodKey> work = new ArrayDeque<>(seen);
    while (!work.isEmpty()) {
      Optional<List<MethodKey>> called = seen.size() > Reach.BODIES ? Optional.empty() : calledBy(work.poll());
      if (called.isEmpty()) {
        known.put(start, false);
        return false;
      }
      called.get().stream().filter(b -> !Boolean.TRUE.equals(known.get(b)) && seen.add(b)).forEach(work::add);
    }
    seen.forEach(b -> known.put(b, true));
    return true;
  }

  /** Bodies that a body calls, constructors of exceptions left aside; empty where one of its calls is not in sight. */
  private Optional<List<MethodKey>> calledBy(MethodKey body) {
    if (Boolean.FALSE.equals(known.get(body)) || !summaries.hierarchy().scopeOf(body).isOwn()) {
      return Optional.empty();
    }
    return summaries.layoutOf(body).flatMap(layout -> {
      List<Step.Invoke> calls = layout.graph().steps().filter(s -> s instanceof Step.Invoke call && !makesThrowable(call)).map(Step.Invoke.class::cast).toList();
      List<List<MethodKey>> targets = calls.stream().map(c -> summaries.hierarchy().targets(c.callee(), c.kind(), "")).toList();
      return targets.stream().anyMatch(List::isEmpty) ? Optional.empty() : Optional.of(targets.stream().flatMap(List::stream).toList());
    });
  }

  private boolean makesThrowable(Step.Invoke call) {
    return call.callee().isConstructor() && summaries.hierarchy().isSubtype(call.callee().owner(), "java.lang.Throwable");
  }
}
