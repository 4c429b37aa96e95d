package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Entry;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.FieldStores;
import io.github.relinquish.core.summary.FlagsWhileLive;
import io.github.relinquish.core.summary.Ownership;
import io.github.relinquish.core.summary.Relevance;
import io.github.relinquish.core.summary.Spot;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges classes that hold resources in their fields: one that nobody releases is reported where it is acquired, one that a method
 * of the class overwrites or drops while it is live is reported there.
 */
final class OwnerJudge {
  private final Summaries summaries;
  private final FieldLosses losses;
  private final Relevance relevance;
  private final Wording wording;
  private final BetweenCalls between;

  OwnerJudge(Summaries summaries, Bodies bodies, Relevance relevance, FieldLosses losses, Wording wording) {
    this.relevance = relevance;
    this.summaries = summaries;
    this.losses = losses;
    this.wording = wording;
    this.between = new BetweenCalls(summaries, bodies);
  }

  /** A resource that the class keeps: how it came there, as far as that is known. */
  private record Kept(Spot spot, Kind kind, List<Origin> origins) {
    List<String> path() {
      return spot.path();
    }

    /** Bodies that put it there. */
    Set<MethodKey> fillers() {
      return origins.stream().map(Origin::body).collect(Collectors.toSet());
    }
  }

  /** An acquisition whose resource ends up in a field. */
  private record Origin(Acquisition acquisition, MethodKey body, Leaving exit) {}

  List<Finding> findingsIn(ClassShape shape, Fingerprints fingerprints) {
    List<Finding> found = new ArrayList<>();
    for (Kept kept : keptBy(shape).values()) {
      if (careOf(shape, kept.spot(), kept.kind()) == Ownership.Care.NONE) {
        neverReleased(shape, kept, fingerprints, found);
      } else if (!between.isEmpty(shape, kept.path().get(0))) {
        lostByMethods(shape, kept, fingerprints, found);
      }
    }
    return found;
  }

  /** Whether what begins in the callee stays in fields of its object only. */
  boolean isKeptBy(Acquisition acquisition) {
    List<Leaving> alive = bodiesOf(acquisition).stream().flatMap(b -> leftAliveBy(b, acquisition.kind())).toList();
    return !alive.isEmpty() && alive.stream().allMatch(OwnerJudge::isOnlyInFields);
  }

  private List<MethodKey> bodiesOf(Acquisition acquisition) {
    return summaries.hierarchy().targets(acquisition.call().callee(), acquisition.call().kind(), "");
  }

  private Stream<Leaving> leftAliveBy(MethodKey body, Kind kind) {
    return summaries.acquisitionsIn(body, Map.of()).stream().filter(a -> a.isOwned() && a.kind().equals(kind))
        .flatMap(a -> a.exits().stream()).filter(e -> e.isNormal() && e.state().isLive());
  }

  /** Callees in the run whose own class keeps it forever are told so; those that call them would be told the same once more. */
  private boolean isToldInCallee(Acquisition acquisition) {
    List<MethodKey> callees = bodiesOf(acquisition);
    return !callees.isEmpty() && callees.stream().allMatch(b -> keepsForever(b, acquisition.kind()));
  }

  private boolean keepsForever(MethodKey body, Kind kind) {
    List<Leaving> alive = leftAliveBy(body, kind).toList();
    return summaries.hierarchy().scopeOf(body) == Scope.RUN && !alive.isEmpty() && alive.stream().allMatch(e -> isOnlyInFields(e)
        && Exits.holdersOf(e).stream().allMatch(p -> summaries.ownership().of(body.owner(), Spot.of(e, p.path()), kind).care() == Ownership.Care.NONE));
  }

  private static boolean isOnlyInFields(Leaving exit) {
    List<Port> holders = Exits.holdersOf(exit);
    return !exit.state().isEscaped() && !holders.isEmpty()
        && holders.stream().allMatch(p -> p.root() == Port.Root.RECEIVER && !p.path().isEmpty());
  }

  /** What the class keeps in its fields, by path and kind. */
  private Map<String, Kept> keptBy(ClassShape shape) {
    Map<String, Kept> all = new LinkedHashMap<>();
    losses.beginningsIn(shape).forEach(o -> addKept(shape, o.acquisition(), o.body(), all));
    // Where something is known to be put, that counts, with all that lies inside of it; a release tells less.
    List<List<String>> known = all.values().stream().flatMap(k -> k.origins().stream()).flatMap(o -> Exits.holdersOf(o.exit()).stream())
        .map(Port::path).toList();
    summaries.ownership().releasedFields(shape, relevance).forEach((path, kind) -> {
      if (kind.heldByFields() && kind.leak() != Severity.NONE && known.stream().noneMatch(k -> startsWith(k, path) || startsWith(path, k))
          && !between.isEmpty(shape, path.get(0))) {
        all.computeIfAbsent(path + " " + kind.name(), k -> new Kept(Spot.plain(path), kind, new ArrayList<>()));
      }
    });
    return all;
  }

  private static boolean startsWith(List<String> path, List<String> start) {
    return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
  }

  private void addKept(ClassShape shape, Acquisition acquisition, MethodKey body, Map<String, Kept> all) {
    for (Leaving exit : acquisition.exits()) {
      boolean isObjectThere = exit.isNormal() || !body.isConstructor();
      if (!exit.state().isLive() || !isObjectThere) {
        continue;
      }
      if (isOnlyInFields(exit)) {
        List<Spot> spots = Exits.holdersOf(exit).stream().map(p -> Spot.of(exit, p.path())).toList();
        // One of several fields may be enough to release it: the outermost of streams around each other.
        Spot spot = spots.stream().filter(s -> spots.size() > 1 && careOf(shape, s, acquisition.kind()) == Ownership.Care.RELEASED)
            .findFirst().orElse(spots.get(0));
        String key = spot.path() + " " + acquisition.kind().name();
        Kept known = all.get(key);
        Kept kept = new Kept(known == null ? spot : known.spot().join(spot), acquisition.kind(), known == null ? new ArrayList<>() : known.origins());
        kept.origins().add(new Origin(acquisition, body, exit));
        all.put(key, kept);
      }
    }
  }

  private Ownership.Care careOf(ClassShape shape, Spot spot, Kind kind) {
    return summaries.ownership().of(shape.name(), spot, kind).care();
  }

  private void neverReleased(ClassShape shape, Kept kept, Fingerprints fingerprints, List<Finding> found) {
    for (Origin origin : kept.origins()) {
      if (isToldInCallee(origin.acquisition())) {
        continue;
      }
      found.add(wording.keptForever(origin.acquisition(), origin.exit(), origin.body(), shape, kept.path(), fingerprints));
    }
  }

  /** Methods that others call, entered while the field holds a live resource. */
  private void lostByMethods(ClassShape shape, Kept kept, Fingerprints fingerprints, List<Finding> found) {
    List<Port> at = new ArrayList<>(parentsOf(kept).values());
    at.add(portOf(kept));
    for (MethodShape method : shape.methods()) {
      if (isEntered(method) && summaries.mayConcern(method.key(), at)) {
        lostBy(shape, method.key(), kept, fingerprints, found);
      }
    }
  }

  private static Port portOf(Kept kept) {
    return new Port(Port.Root.RECEIVER, -1, kept.path());
  }

  private Optional<Summary> entered(MethodKey method, Kept kept) {
    return summaries.summaryOf(method, new Entry(List.of(kept.kind()), Typestate.LIVE, List.of(portOf(kept)),
        parentsOf(kept), kept.spot().closuresOfReceiver(), kept.spot().typesOfReceiver(), Map.of(), false, Entry.FUEL));
  }

  /** Nothing is known where the resource may come to the field by ways that are not seen. */
  private FlagsWhileLive flagsOf(ClassShape shape, Kept kept) {
    FieldStores stores = summaries.ownership().fields();
    Set<MethodKey> beginning = kept.fillers();
    List<Leaving> beginnings = kept.origins().stream().map(Origin::exit).toList();
    // An object that is born with its constructor's resource has none of its own making.
    Set<String> unset = beginning.stream().anyMatch(MethodKey::isConstructor)
        ? Set.of() : stores.flagsOfBirth(shape.name(), kept.path().get(0));
    boolean isWhole = kept.path().stream().skip(1).allMatch(summaries.rows().protocols()::isWritten)
        && stores.fillersOf(shape.name(), kept.path().get(0)).filter(beginning::containsAll).isPresent();
    if (!isWhole) {
      return FlagsWhileLive.of(beginnings, List.of(), f -> false, unset);
    }
    Set<MethodKey> methods = shape.methods().stream().map(MethodShape::key).collect(Collectors.toSet());
    List<Leaving> others = shape.methods().stream().filter(OwnerJudge::isEntered)
        .flatMap(m -> entered(m.key(), kept).stream()).flatMap(s -> s.exits().stream()).toList();
    return FlagsWhileLive.of(beginnings, others,
        flag -> stores.fillersOf(shape.name(), flag).filter(methods::containsAll).isPresent(), unset);
  }

  private static boolean isEntered(MethodShape method) {
    return FieldLosses.isEntered(method) && !method.is(Modifier.STATIC);
  }

  private void lostBy(ClassShape shape, MethodKey method, Kept kept, Fingerprints fingerprints, List<Finding> found) {
    Optional<Summary> summary = entered(method, kept);
    if (summary.isEmpty()) {
      return;
    }
    List<Loss> lost = losses.in(summary.get(), method, kept.path(), kept.fillers());
    List<Misuse> misuses = new ArrayList<>(summary.get().misuses());
    if (lost.isEmpty() && misuses.isEmpty()) {
      return;
    }
    FlagsWhileLive flags = flagsOf(shape, kept);
    lost.removeIf(l -> flags.ruleOut(l.state()));
    misuses.removeIf(m -> flags.ruleOut(m.state()));
    Optional<Origin> origin = originOf(kept, method);
    List<Acquisition> begun = origin.map(o -> List.of(o.acquisition())).orElse(List.of());
    MethodKey begunIn = origin.map(Origin::body).orElse(method);
    Losses.worst(lost).ifPresent(loss ->
        found.add(wording.lostFromField(loss, kept.kind(), method, kept.path(), begun, begunIn, fingerprints)));
    for (Misuse misuse : misuses) {
      found.add(wording.misuseOfField(misuse, kept.kind(), method, kept.path(), begun, begunIn, fingerprints));
    }
  }

  /** How it came to the field: where it begins, rather than where a method of the same object is called that acquires it; in the method itself, if it does. */
  private Optional<Origin> originOf(Kept kept, MethodKey method) {
    return kept.origins().stream()
        .min(Comparator.comparing((Origin o) -> isKeptBy(o.acquisition())).thenComparing(o -> !o.body().equals(method)));
  }

  /** Ports of the object that hold what the resource was made from, at the exit that stored it. */
  private static Map<String, Port> parentsOf(Kept kept) {
    Map<String, Port> parents = new TreeMap<>();
    kept.origins().stream().findFirst().ifPresent(o -> parents.putAll(Exits.parentsOf(o.exit())));
    parents.values().removeIf(p -> p.root() != Port.Root.RECEIVER);
    return parents;
  }
}
