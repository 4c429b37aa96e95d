package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Simulation;
import io.github.relinquish.core.simulate.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One resource that begins in a body, and where it stands at each place of the body.
 *
 * @param acquisition the resource, as {@link Summaries#acquisitionsIn} knows it
 * @param first what it is when it comes up: {@code RELEASED} for what a body only gives back, which is followed for a second time
 * @param states what may be before the code at a place runs; empty where the resource is not there yet, or was never acquired, or nothing gets
 *     there
 */
public record Course(Acquisition acquisition, Typestate first, Map<Site, Set<Typestate>> states) {
  public Course {
    Map<Site, Set<Typestate>> copy = new TreeMap<>();
    states.forEach((site, all) -> copy.put(site, Collections.unmodifiableSet(all.isEmpty() ? EnumSet.noneOf(Typestate.class) : EnumSet.copyOf(all))));
    states = Collections.unmodifiableMap(copy);
  }

  /** Follows once more what begins in a body, in the order of {@link Summaries#acquisitionsIn}: dearer than that, and kept nowhere. */
  public static List<Course> in(MethodKey body, Summaries summaries) {
    List<Acquisition> acquisitions = summaries.acquisitionsIn(body, Map.of());
    List<Course> courses = new ArrayList<>();
    if (acquisitions.isEmpty()) {
      return courses;
    }
    FlowGraph graph = summaries.layoutOf(body).orElseThrow().graph();
    List<Seed> seeds = summaries.seedsIn(body, Map.of());
    for (int i = 0; i < Math.min(acquisitions.size(), seeds.size()); i++) {
      Watcher watcher = new Watcher(graph);
      summaries.simulation(body).run(seeds.get(i).starts(), watcher);
      courses.add(new Course(acquisitions.get(i), seeds.get(i).first().outcome().state().typestate(), watcher.states));
    }
    return courses;
  }

  /** Writes down typestates by place. */
  private static final class Watcher implements Simulation.StepObserver {
    private final Map<Site, Set<Typestate>> states = new TreeMap<>();

    Watcher(FlowGraph graph) {
      for (Block block : graph.blocks()) {
        block.steps().forEach(step -> at(step.site()));
        if (isCode(block.end())) {
          at(block.end().site());
        }
      }
    }

    private Set<Typestate> at(Site site) {
      return states.computeIfAbsent(site, s -> EnumSet.noneOf(Typestate.class));
    }

    @Override public void before(Step step, int index, State state) {
      at(step.site()).add(state.typestate());
    }

    @Override public void atEnd(End end, State state) {
      if (isCode(end)) {
        at(end.site()).add(state.typestate());
      }
    }

    /** Jumps stand where the code before them stands. */
    private static boolean isCode(End end) {
      return !(end instanceof End.Jump);
    }
  }
}
