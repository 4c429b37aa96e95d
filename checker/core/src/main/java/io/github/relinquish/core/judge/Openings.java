package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Summaries;
import java.util.List;
import java.util.Set;

/** Guesses which methods are there to be called once: they fill a field, and calling them again would lose what it holds. */
final class Openings {
  private final Summaries summaries;
  private final Bodies bodies;

  Openings(Summaries summaries, Bodies bodies) {
    this.summaries = summaries;
    this.bodies = bodies;
  }

  /**
   * Whether a loss can only be had by calling a method once more that is meant to be called once.
   *
   * @param path of the field that is filled
   * @param fillers bodies that acquire into it
   */
  boolean isOnce(Loss loss, MethodKey method, List<String> path, Set<MethodKey> fillers) {
    boolean isContainer = path.stream().anyMatch(Port::isElement);
    return isContainer ? isFilledInLoop(loss, method, fillers) : isFirstOpening(loss, method, path, fillers);
  }

  /** A method that acquires into the field without a look at it, unless the class empties the field elsewhere and so means it to be filled again. */
  private boolean isFirstOpening(Loss loss, MethodKey method, List<String> path, Set<MethodKey> fillers) {
    boolean isStore = loss.how() == Loss.How.REFILLED || loss.how() == Loss.How.ACQUIRED_AGAIN;
    boolean isFilledFromTheStart = fillers.stream().anyMatch(MethodKey::isConstructor);
    return isStore && fillers.stream().anyMatch(f -> f.equals(method) || isCalledFrom(method, f)) && !isFilledFromTheStart
        && !summaries.ownership().fields().isEmptied(method.owner(), path, method);
  }

  /** A loop fills a container: each turn has a key of its own. */
  private boolean isFilledInLoop(Loss loss, MethodKey method, Set<MethodKey> fillers) {
    return fillers.contains(method) && summaries.layoutOf(method).filter(l -> l.graph().blocks().stream()
        .anyMatch(b -> l.isInLoop(b.id()) && b.steps().stream().anyMatch(s -> s.site().equals(loss.site())))).isPresent();
  }

  private boolean isCalledFrom(MethodKey method, MethodKey body) {
    return bodies.of(method).stream().flatMap(b -> summaries.layoutOf(b).orElseThrow().graph().steps())
        .anyMatch(s -> s instanceof Step.Invoke call && call.callee().name().equals(body.name()) && call.callee().owner().equals(body.owner()));
  }
}
