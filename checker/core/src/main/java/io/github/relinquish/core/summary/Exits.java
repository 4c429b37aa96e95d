package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.InnerContainers;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Exits of a body, reduced to what the world outside can see. */
public final class Exits {
  private Exits() {}

  /** One exit for each group that says different things; the local variables are forgotten. */
  static List<Leaving> merged(List<Leaving> leavings) {
    Map<String, Leaving> groups = new LinkedHashMap<>();
    for (Leaving leaving : leavings) {
      Leaving exit = reduced(leaving);
      groups.merge(groupOf(exit), exit, Exits::join);
    }
    return List.copyOf(groups.values());
  }

  /**
   * The same exit for keeping: of the local variables only one stays that holds the resource. A method with many acquisitions and many exits
   * would keep as many variables as the product of the three.
   */
  static Leaving slim(Leaving leaving) {
    State state = leaving.state().copy();
    Store store = state.store();
    store.removePin(Summaries.OUT);
    if (leaving.result() >= 0) {
      store.setPin(Summaries.OUT, leaving.result());
    }
    store.forgetVariablesBut(state.resource());
    return canonical(state, leaving.thrown(), leaving.site());
  }

  private static Leaving reduced(Leaving leaving) {
    State state = leaving.state().copy();
    Store store = state.store();
    store.removePin(Summaries.OUT);
    if (leaving.result() >= 0) {
      store.setPin(Summaries.OUT, leaving.result());
    }
    store.forgetVariables();
    return canonical(state, leaving.thrown(), leaving.site());
  }

  private static Leaving canonical(State state, String thrown, Site site) {
    InnerContainers.settle(state);
    Views.forget(state.store());
    State copy = state.canonical();
    return new Leaving(copy, thrown, copy.store().pin(Summaries.OUT).orElse(-1), site);
  }

  private static Leaving join(Leaving a, Leaving b) {
    return canonical(a.state().join(b.state()), a.thrown(), a.site());
  }

  private static String groupOf(Leaving exit) {
    State state = exit.state();
    String group = exit.thrown();
    if (exit.result() >= 0) {
      Range range = state.store().rangeOf(exit.result());
      group += " " + range.single().map(String::valueOf).orElse(range.contains(0) ? "" : "nonnull");
    }
    return state.isFollowing() ? group + " " + state.typestate() + " " + holdersOf(exit) : group;
  }

  /** Whether something derived from the resource leaves with this exit, or has left. */
  public static boolean isShared(Leaving exit) {
    State state = exit.state();
    for (String pin : state.store().pinsNamed(State.DERIVED)) {
      int derived = state.store().pin(pin).orElseThrow();
      boolean isInput = state.store().pinsNamed(Summaries.IN).stream()
          .anyMatch(in -> state.store().reaches(state.store().pin(in).orElseThrow(), derived));
      boolean isResult = exit.result() >= 0 && state.store().reaches(exit.result(), derived);
      if (isInput || isResult || !state.store().staticsHolding(derived).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** By role, a port that holds what the resource was made from. */
  public static Map<String, Port> parentsOf(Leaving exit) {
    Store store = exit.state().store();
    Map<String, Port> parents = new TreeMap<>();
    for (String pin : store.pinsNamed(State.PARENT)) {
      int parent = store.pin(pin).orElseThrow();
      for (String in : store.pinsNamed(Summaries.IN)) {
        int node = store.pin(in).orElseThrow();
        Port port = store.origin(node).orElseThrow();
        store.paths(node, parent, Budget.PATH).stream().findFirst()
            .ifPresent(p -> parents.putIfAbsent(pin.substring(State.PARENT.length()), port.then(p)));
      }
    }
    return parents;
  }

  /** The ports through which the world outside holds the resource after this exit, each with its shortest path. */
  public static List<Port> holdersOf(Leaving exit) {
    Store store = exit.state().store();
    int resource = exit.state().resource();
    List<Port> holders = new ArrayList<>();
    for (String pin : store.pinsNamed(Summaries.IN)) {
      int node = store.pin(pin).orElseThrow();
      Port port = store.origin(node).orElseThrow();
      store.paths(node, resource, Budget.PATH).forEach(p -> holders.add(port.then(p)));
    }
    if (exit.result() >= 0) {
      store.paths(exit.result(), resource, Budget.PATH)
          .forEach(p -> holders.add(Port.RESULT.then(p)));
    }
    if (store.staticField(State.THREAD).filter(n -> store.reaches(n, resource)).isPresent()) {
      holders.add(Port.THREAD);
    }
    holders.addAll(staticsHolding(store, resource));
    return holders;
  }

  /** Static fields of the program that lead to the resource, each with its shortest path. */
  static List<Port> staticsHolding(Store store, int resource) {
    List<Port> found = new ArrayList<>();
    for (String field : store.staticsHolding(resource)) {
      if (!field.equals(State.THREAD) && !field.equals(Summaries.CALLER)) {
        Port at = Port.ofStatic(field);
        found.add(store.shortestPath(store.staticField(field).orElseThrow(), resource, Budget.PATH).map(at::then).orElse(at));
      }
    }
    return found;
  }
}
