package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The bodies that belong to a method: its own and those of the lambdas in it. */
public final class Bodies {
  private final Summaries summaries;

  public Bodies(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Keys of the method's body and of its lambdas' bodies, outside in; empty where it has none. */
  public List<MethodKey> of(MethodKey method) {
    Set<MethodKey> found = new LinkedHashSet<>();
    Deque<MethodKey> work = new ArrayDeque<>(List.of(method));
    while (!work.isEmpty()) {
      MethodKey key = work.poll();
      if (!found.contains(key) && summaries.layoutOf(key).isPresent()) {
        found.add(key);
        for (Block block : summaries.layoutOf(key).orElseThrow().graph().blocks()) {
          for (Step step : block.steps()) {
            if (step instanceof Step.Closure closure && closure.body().name().startsWith("lambda$")) {
              work.add(closure.body());
            }
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
