package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.Program;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.Layout;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Layouts of the bodies that were asked for last, up to {@link Budget#LAID_OUT} steps in all. What is let go is made again, equal, when somebody asks
 * again: which ones are kept depends on the questions alone, and no answer depends on it.
 */
final class RecentLayouts {
  private static final int CAPACITY = 16;
  private static final float LOAD = 0.75f;

  private final Program program;
  private final Map<MethodKey, Layout> kept = new LinkedHashMap<>(CAPACITY, LOAD, true);
  private final Map<MethodKey, Boolean> haveBodies = new HashMap<>();
  private long steps;

  RecentLayouts(Program program) {
    this.program = program;
  }

  /** Whether there is a body: never made again for that. */
  boolean hasBody(MethodKey body) {
    Boolean known = haveBodies.get(body);
    return known == null ? of(body).isPresent() : known;
  }

  /** The layout of a body; empty where there is none. */
  Optional<Layout> of(MethodKey body) {
    Layout known = kept.get(body);
    if (known != null || Boolean.FALSE.equals(haveBodies.get(body))) {
      return Optional.ofNullable(known);
    }
    Optional<FlowGraph> graph = program.bodyOf(body);
    haveBodies.put(body, graph.isPresent());
    return graph.map(lowered -> keep(body, lowered));
  }

  private Layout keep(MethodKey body, FlowGraph lowered) {
    Layout layout = Layout.of(TailCopies.of(lowered));
    steps += layout.graph().size();
    kept.put(body, layout);
    letGo();
    return layout;
  }

  /** The one that was just asked for stays, however large. */
  private void letGo() {
    Iterator<Layout> eldest = kept.values().iterator();
    while (steps > Budget.LAID_OUT && kept.size() > 1) {
      steps -= eldest.next().graph().size();
      eldest.remove();
    }
  }
}
