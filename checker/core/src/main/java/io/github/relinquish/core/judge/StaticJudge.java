package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Relevance;
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
  private final Bodies bodies;
  private final Relevance relevance;
  private final Wording wording;
  private final Openings openings;

  StaticJudge(Summaries summaries, Bodies bodies, Relevance relevance, Wording wording) {
    this.summaries = summaries;
    this.bodies = bodies;
    this.relevance = relevance;
    this.wording = wording;
    this.openings = new Openings(summaries, bodies);
  }

  /** A resource that a static field leads to, and how it came there. */
  private record Kept(Port port, Kind kind, List<Origin> origins) {
    /** As the class names it. */
    List<String> path() {
      List<String> path = new ArrayList<>(port.path());
      path.set(0, ClassNames.simple(port.staticField()));
      return path;
    }

    Set<MethodKey> fillers() {
      return origins.stream().map(Origin::body).collect(Collectors.toSet());
    }
  }

  private record Origin(Acquisition acquisition, MethodKey body) {}

  List<Finding> findingsIn(ClassShape shape, Fingerprints fingerprints) {
    List<Finding> found = new ArrayList<>();
    for (Kept kept : keptBy(shape)) {
      for (MethodShape method : shape.methods()) {
        if (isEntered(method) && summaries.mayConcern(method.key(), List.of(kept.port())) && !asksFlags(method.key())) {
          lostBy(method.key(), kept, fingerprints).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private List<Kept> keptBy(ClassShape shape) {
    Map<String, Kept> all = new LinkedHashMap<>();
    for (MethodShape method : shape.methods()) {
      for (MethodKey body : relevance.isRelevant(method.key()) ? bodies.of(method.key()) : List.<MethodKey>of()) {
        for (Acquisition acquisition : summaries.acquisitionsIn(body, Map.of())) {
          Kind kind = acquisition.kind();
          if (acquisition.isOwned() && kind.heldByFields() && kind.leak() != Severity.NONE) {
            acquisition.exits().stream().filter(e -> e.isNormal() && e.state().isLive() && isOnlyHere(e, shape))
                .map(e -> Exits.holdersOf(e).get(0)).distinct()
                .forEach(p -> all.computeIfAbsent(p + " " + kind.name(), k -> new Kept(p, kind, new ArrayList<>())).origins()
                    .add(new Origin(acquisition, body)));
          }
        }
      }
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

  private static boolean isEntered(MethodShape method) {
    return !method.is(Modifier.PRIVATE) && !method.is(Modifier.SYNTHETIC) && !method.is(Modifier.ABSTRACT) && !method.key().isConstructor()
        && !method.key().name().equals(MethodKey.STATIC_INITIALIZER) && !method.key().name().startsWith("lambda$");
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
    List<Loss> losses = new ArrayList<>(summary.get().losses());
    summary.get().exits().stream().filter(e -> e.state().isLive() && Judge.isLost(e, method))
        .forEach(e -> losses.add(new Loss(e.state(), e.site(), Loss.How.DROPPED, "")));
    losses.removeIf(l -> l.state().isReleased() || l.how() == Loss.How.SET || openings.isOnce(l, method, kept.path(), kept.fillers()));
    Origin origin = kept.origins().stream().filter(o -> o.body().equals(method)).findFirst().orElse(kept.origins().get(0));
    return Judge.worst(losses).map(loss -> wording.lostFromField(loss, kept.kind(), method, kept.path(),
        List.of(origin.acquisition()), origin.body(), fingerprints));
  }
}
