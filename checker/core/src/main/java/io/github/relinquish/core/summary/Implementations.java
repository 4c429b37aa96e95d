package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Outline;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.simulate.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may stand behind a factory method that a library declares and nobody in the run implements: the classes that the class of the caller makes
 * itself. {@code providers.add(new NegotiateProvider()); .. provider.login()} is how a library chooses among its own implementations, and no list of them
 * is to be had.
 */
final class Implementations {
  private final Summaries summaries;
  private final Map<String, Set<String>> created = new HashMap<>();

  Implementations(Summaries summaries) {
    this.summaries = summaries;
  }

  /** {@link Hierarchy#targets}, and where that knows none, and no exact type, what is {@link #behind} the method. */
  List<MethodKey> targets(MethodKey callee, CallKind kind, String exactType, String caller) {
    List<MethodKey> known = summaries.hierarchy().targets(callee, kind, exactType);
    return known.isEmpty() && exactType.isEmpty() ? behind(callee, kind, caller) : known;
  }

  /** Bodies behind a call in a class; empty where the method answers no type of a resource, or where bodies of it are known. */
  List<MethodKey> behind(MethodKey callee, CallKind kind, String caller) {
    Hierarchy hierarchy = summaries.hierarchy();
    boolean isFactory = kind == CallKind.VIRTUAL && summaries.rows().kinds().types().contains(callee.returnType())
        && hierarchy.scopeOf(callee) == Scope.LIBRARY && hierarchy.targets(callee, kind, "").isEmpty();
    if (!isFactory) {
      return List.of();
    }
    List<MethodKey> found = new ArrayList<>();
    for (String type : createdIn(caller)) {
      if (hierarchy.isSubtype(type, callee.owner())) {
        found.addAll(hierarchy.targets(callee, kind, type));
      }
    }
    return found.size() > Budget.TARGETS ? List.of() : found;
  }

  private Set<String> createdIn(String className) {
    Set<String> known = created.get(className);
    if (known == null) {
      known = new TreeSet<>();
      for (MethodShape method : summaries.program().shapeOf(className).map(ClassShape::methods).orElse(List.of())) {
        known.addAll(createdIn(method.key()));
      }
      created.put(className, known);
    }
    return known;
  }

  private Set<String> createdIn(MethodKey body) {
    Optional<Outline> outline = summaries.program().outlineOf(body);
    if (outline.isPresent()) {
      return outline.get().created();
    }
    Set<String> found = new TreeSet<>();
    summaries.layoutOf(body).ifPresent(layout -> layout.graph().steps().forEach(step -> {
      if (step instanceof Step.Create create) {
        found.add(create.type());
      }
    }));
    return found;
  }
}
