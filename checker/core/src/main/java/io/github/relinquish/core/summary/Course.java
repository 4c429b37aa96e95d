package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Simulation;
import io.github.relinquish.core.simulate.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One resource that begins in a body, and where it stands at each place of the body.
 *
 * @param acquisition the resource, as {@link Summaries#acquisitionsIn} knows it
 * @param first what it is when it comes up: {@code RELEASED} for what a body only gives back, which is followed for a second time
 * @param sightings where it was seen on the way
 * @param exits how the body is left, also where the resource was released long before
 */
public record Course(Acquisition acquisition, Typestate first, Sightings sightings, List<Leaving> exits) {
  public Course {
    exits = List.copyOf(exits);
  }

  /**
   * What was seen of a resource.
   *
   * @param states what may be before the code at a place runs; empty where the resource is not there yet, or was never acquired, or nothing
   *     gets there
   * @param holders variables that hold it somewhere
   */
  public record Sightings(Map<Site, Set<Typestate>> states, Set<Holding> holders) {
    public Sightings {
      Map<Site, Set<Typestate>> copy = new TreeMap<>();
      states.forEach((site, all) -> copy.put(site, Collections.unmodifiableSet(all.isEmpty() ? EnumSet.noneOf(Typestate.class) : EnumSet.copyOf(all))));
      states = Collections.unmodifiableMap(copy);
      holders = Collections.unmodifiableSet(new LinkedHashSet<>(holders));
    }
  }

  /**
   * A variable through which a resource can be reached.
   *
   * @param path fields from there to the resource; empty where it is the resource itself
   */
  public record Holding(Variable variable, List<String> path) {
    public Holding {
      path = List.copyOf(path);
    }
  }

  /** What may be before the code at a place runs. */
  public Map<Site, Set<Typestate>> states() {
    return sightings.states();
  }

  /** What is seen of a live resource that is at {@code at} when the body is entered; empty where there is no body. */
  public static Optional<Sightings> entering(MethodKey body, Kind kind, Port at, Summaries summaries) {
    return summaries.layoutOf(body).map(layout -> {
      Entry entry = new Entry(List.of(kind), Typestate.LIVE, List.of(at), Map.of(), Map.of(), true, Entry.FUEL);
      Watcher watcher = new Watcher(layout.graph());
      summaries.simulation(body).run(List.of(summaries.atEntry(layout, entry)), watcher);
      return watcher.seen();
    });
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
      Journal journal = summaries.simulation(body).run(seeds.get(i).starts(), watcher);
      courses.add(new Course(acquisitions.get(i), seeds.get(i).first().outcome().state().typestate(), watcher.seen(),
          Exits.merged(journal.leavings())));
    }
    return courses;
  }

  /** Writes down typestates by place, and who holds the resource. */
  private static final class Watcher implements Simulation.StepObserver {
    private final Map<Site, Set<Typestate>> states = new TreeMap<>();
    private final Map<Variable, Holding> holders = new TreeMap<>();
    private final Set<Variable> named = new TreeSet<>();

    Watcher(FlowGraph graph) {
      named.addAll(graph.parameters());
      graph.blocks().forEach(block -> block.steps().forEach(step -> named.add(step.target())));
      named.removeIf(v -> !v.isNamed() || v.index() < 0);
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
      see(step.site(), state);
    }

    @Override public void atEnd(End end, State state) {
      if (isCode(end)) {
        see(end.site(), state);
      }
    }

    private void see(Site site, State state) {
      at(site).add(state.typestate());
      for (Variable variable : named) {
        if (!holders.containsKey(variable) && state.store().has(variable) && state.holdsResource(state.store().node(variable))) {
          state.store().paths(state.store().node(variable), state.resource(), Budget.PATH).stream().findFirst()
              .ifPresent(path -> holders.put(variable, new Holding(variable, path)));
        }
      }
    }

    Sightings seen() {
      return new Sightings(states, new LinkedHashSet<>(holders.values()));
    }

    /** Jumps stand where the code before them stands. */
    private static boolean isCode(End end) {
      return !(end instanceof End.Jump);
    }
  }
}
