package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private boolean isClosed(MethodKey body) {
    Boolean answer = known.get(body);
    if (answer == null) {
      known.put(body, true);   // a call of itself throws nothing else
      answer = summaries.hierarchy().scopeOf(body).isOwn()
          && summaries.layoutOf(body).filter(l -> l.graph().steps().allMatch(s -> !(s instanceof Step.Invoke call) || isClosed(call))).isPresent();
      known.put(body, answer);
    }
    return answer;
  }

  private boolean isClosed(Step.Invoke call) {
    Hierarchy hierarchy = summaries.hierarchy();
    if (call.callee().isConstructor() && hierarchy.isSubtype(call.callee().owner(), "java.lang.Throwable")) {
      return true;
    }
    List<MethodKey> targets = hierarchy.targets(call.callee(), call.kind(), "");
    return !targets.isEmpty() && targets.stream().allMatch(this::isClosed);
  }
}
