package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges classes that hold resources in their static fields. What stays there for the life of the process is no leak; what a method of the class
 * overwrites, sets to null, or drops from a container there, while it is live, is one.
 *
 * <p>Methods that ask a static flag are left alone: what it was when they were entered is not known.
 */
final class StaticJudge {
  private final Summaries summaries;
  private final FieldLosses losses;
  private final Wording wording;

  StaticJudge(Summaries summaries, FieldLosses losses, Wording wording) {
    this.summaries = summaries;
    this.losses = losses;
    this.wording = wording;
  }

  /** A resource that a static field leads to, and how it came there. */
  private record Kept(Port port, Kind kind, List<FieldLosses.Origin> origins) {
    /** As the class names it. */
    List<String> path() {
      List<String> path = new ArrayList<>(port.path());
      path.set(0, ClassNames.simple(port.staticField()));
      return path;
    }

    Set<MethodKey> fillers() {
      return origins.stream().map(FieldLosses.Origin::body).collect(Collectors.toSet());
    }
  }

  List<Finding> findingsIn(ClassShape shape, Fingerprints fingerprints) {
    List<Finding> found = new ArrayList<>();
    for (Kept kept : keptBy(shape)) {
      for (MethodShape method : shape.methods()) {
        if (FieldLosses.isEntered(method) && summaries.mayConcern(method.key(), List.of(kept.port())) && !asksFlags(method.key())) {
          lostBy(method.key(), kept, fingerprints).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private List<Kept> keptBy(ClassShape shape) {
    Map<String, Kept> all = new LinkedHashMap<>();
    for (FieldLosses.Origin origin : losses.beginningsIn(shape)) {
      Kind kind = origin.acquisition().kind();
      origin.acquisition().exits().stream().filter(e -> e.isNormal() && e.state().isLive() && isOnlyHere(e, shape))
          .map(e -> Exits.holdersOf(e).get(0)).distinct()
          .forEach(p -> all.computeIfAbsent(p + " " + kind.name(), k -> new Kept(p, kind, new ArrayList<>())).origins().add(origin));
    }
    return List.copyOf(all.values());
  }

  /** Whether nothing but static fields of the class, or of one in the same file, has it. */
  private static boolean isOnlyHere(Leaving exit, ClassShape shape) {
    List<Port> holders = Exits.holdersOf(exit);
    return !exit.state().isEscaped() && !holders.isEmpty() && holders.stream().allMatch(p -> p.root() == Port.Root.STATIC
        && ClassNames.topLevel(ownerOf(p)).equals(ClassNames.topLevel(shape.name())));
  }

  private static String ownerOf(Port port) {
    String field = port.staticField();
    return field.substring(0, field.lastIndexOf('.'));
  }

  private boolean asksFlags(MethodKey method) {
    return summaries.layoutOf(method).filter(l -> l.graph().steps().anyMatch(s -> s instanceof Step.LoadStatic load && isFlag(load.target().type()))).isPresent();
  }

  private static boolean isFlag(String type) {
    return !ClassNames.isReference(type) || type.startsWith("java.util.concurrent.atomic.Atomic") && !type.contains("Reference");
  }

  private Optional<Finding> lostBy(MethodKey method, Kept kept, Fingerprints fingerprints) {
    Optional<Summary> summary = summaries.follow(method, kept.kind(), Typestate.LIVE, List.of(kept.port()));
    if (summary.isEmpty()) {
      return Optional.empty();
    }
    FieldLosses.Origin origin = kept.origins().stream().filter(o -> o.body().equals(method)).findFirst().orElse(kept.origins().get(0));
    return Losses.worst(losses.in(summary.get(), method, kept.path(), kept.fillers())).map(loss -> wording.lostFromField(loss, kept.kind(), method, kept.path(),
        List.of(origin.acquisition()), origin.body(), fingerprints));
  }
}
