package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Relevance;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What fields of a class may come to hold, and how its methods lose that: for fields of objects and static ones alike. */
final class FieldLosses {
  private final Summaries summaries;
  private final Bodies bodies;
  private final Relevance relevance;
  private final Openings openings;

  FieldLosses(Summaries summaries, Bodies bodies, Relevance relevance) {
    this.summaries = summaries;
    this.bodies = bodies;
    this.relevance = relevance;
    this.openings = new Openings(summaries, bodies);
  }

  /** An acquisition, and the body in which it stands. */
  record Origin(Acquisition acquisition, MethodKey body) {}

  /** Acquisitions in the class of what a field may hold and may leak. */
  List<Origin> beginningsIn(ClassShape shape) {
    List<Origin> found = new ArrayList<>();
    for (MethodShape method : shape.methods()) {
      for (MethodKey body : relevance.isRelevant(method.key()) ? bodies.of(method.key()) : List.<MethodKey>of()) {
        summaries.acquisitionsIn(body, Map.of()).stream()
            .filter(a -> a.isOwned() && a.kind().heldByFields() && a.kind().leak() != Severity.NONE)
            .forEach(a -> found.add(new Origin(a, body)));
      }
    }
    return found;
  }

  /** Whether others call a method, at a time that they choose. */
  static boolean isEntered(MethodShape method) {
    return !method.is(Modifier.PRIVATE) && !method.is(Modifier.SYNTHETIC) && !method.is(Modifier.ABSTRACT) && !method.key().isConstructor()
        && !method.key().name().equals(MethodKey.STATIC_INITIALIZER) && !method.key().name().startsWith("lambda$");
  }

  /**
   * How a method loses what a field held when it was entered, but for what is lost only where a method is called twice that is meant to be called once.
   *
   * @param summary of the method, entered with the field's resource alive
   * @param path from the object, or from the static field, to the resource
   * @param fillers bodies that acquire into the field
   */
  List<Loss> in(Summary summary, MethodKey method, List<String> path, Set<MethodKey> fillers) {
    List<Loss> losses = new ArrayList<>(summary.losses());
    summary.exits().stream().filter(e -> e.state().isLive() && Losses.isLost(e, method))
        .forEach(e -> losses.add(new Loss(e.state(), e.site(), Loss.How.DROPPED, "")));
    losses.removeIf(l -> l.state().isReleased() || l.how() == Loss.How.SET || openings.isOnce(l, method, path, fillers));
    return losses;
  }
}
