package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.simulate.Leaving;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which methods of the run are worth a look: those that call what rows are about, and those that call a method which hands a resource on
 * to them. Everything else costs the one scan that {@link io.github.relinquish.core.program.Program#callersOf} rests on.
 */
public final class Relevance {
  private final Summaries summaries;
  private final Bodies bodies;
  private Set<MethodKey> relevant;

  public Relevance(Summaries summaries) {
    this.summaries = summaries;
    this.bodies = new Bodies(summaries);
  }

  /** Whether anything can begin, end or go wrong in a method. */
  public boolean isRelevant(MethodKey method) {
    if (relevant == null) {
      relevant = find();
    }
    return relevant.contains(method);
  }

  private Set<MethodKey> find() {
    Set<MethodKey> found = new HashSet<>();
    Deque<MethodKey> work = new ArrayDeque<>();
    for (Row row : summaries.rows().protocols().rows()) {
      if (isWorthALook(row)) {
        callersOf(row.call()).forEach(m -> add(m, found, work));
      }
    }
    while (!work.isEmpty()) {
      MethodKey method = work.poll();
      if (handsOn(method)) {
        callersOf(method).forEach(m -> add(m, found, work));
      }
    }
    return found;
  }

  private static void add(MethodKey method, Set<MethodKey> found, Deque<MethodKey> work) {
    if (found.add(method)) {
      work.add(method);
    }
  }

  private boolean isWorthALook(Row row) {
    Protocols protocols = summaries.rows().protocols();
    for (Effect effect : row.effects()) {
      if (effect instanceof Effect.Begin begin && protocols.kind(begin.kind()).filter(Relevance::matters).isPresent()) {
        return true;
      }
      boolean isRelease = effect instanceof Effect.Release release && !release.kinds().isEmpty();
      if (isRelease || effect instanceof Effect.Unload) {
        return true;
      }
    }
    return false;
  }

  private static boolean matters(Kind kind) {
    return kind.leak() != Severity.NONE || kind.again() != Severity.NONE || kind.afterwards() != Severity.NONE;
  }

  private List<MethodKey> callersOf(CallPattern call) {
    String name = call.name().equals(MethodKey.CONSTRUCTOR) ? simple(call.owner()) : call.name();
    if (!call.matchesByName()) {
      return summaries.program().callersOf(name, owner -> summaries.hierarchy().isSubtype(owner, call.owner())
          || summaries.hierarchy().isSubtype(call.owner(), owner));
    }
    Set<MethodKey> found = new HashSet<>();
    String other = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    for (String variant : List.of(name, name + "A", name + "W", other)) {
      found.addAll(summaries.program().callersOf(variant, owner -> true));
    }
    return found.stream().sorted().toList();
  }

  private List<MethodKey> callersOf(MethodKey method) {
    String name = method.isConstructor() ? simple(method.owner()) : method.name();
    return summaries.program().callersOf(name, owner -> summaries.hierarchy().isSubtype(owner, method.owner())
        || summaries.hierarchy().isSubtype(method.owner(), owner));
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  /** Whether a resource that begins in the method, or in a lambda of it, leaves it alive. */
  private boolean handsOn(MethodKey method) {
    for (MethodKey body : bodies.of(method)) {
      for (Acquisition acquisition : summaries.acquisitionsIn(body, Map.of())) {
        if (acquisition.isOwned() && acquisition.exits().stream().anyMatch(Relevance::leavesAlive)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean leavesAlive(Leaving exit) {
    return !exit.state().isReleased()
        && Exits.holdersOf(exit).stream().anyMatch(p -> p.root() != Port.Root.STATIC);
  }
}
