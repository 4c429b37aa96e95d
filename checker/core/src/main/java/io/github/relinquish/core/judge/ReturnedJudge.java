package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.state.Value;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Ownership;
import io.github.relinquish.core.summary.Spot;
import io.github.relinquish.core.summary.Summaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Judges methods that return an object of which nobody can get back what it holds: a class of the run keeps the resource in a private field,
 * and none of its methods releases it or answers it, or a lambda that does neither has captured it.
 */
final class ReturnedJudge {
  private final Summaries summaries;
  private final FieldLosses losses;
  private final Wording wording;

  ReturnedJudge(Summaries summaries, FieldLosses losses, Wording wording) {
    this.summaries = summaries;
    this.losses = losses;
    this.wording = wording;
  }

  /**
   * A place in the object that is returned.
   *
   * @param owner class of the object; none for a lambda
   * @param path fields from the object to the resource
   */
  private record Locked(Leaving exit, Optional<ClassShape> owner, List<String> path) {
    boolean isNamed() {
      return owner.filter(o -> !o.isAnonymous()).isPresent();
    }

    String what() {
      return owner.map(o -> "anonymous " + ClassNames.simple(o.interfaces().isEmpty() ? o.superclass() : o.interfaces().get(0))).orElse("lambda");
    }
  }

  List<Finding> findingsIn(ClassShape shape, Fingerprints fingerprints) {
    List<Finding> found = new ArrayList<>();
    for (FieldLosses.Origin origin : losses.beginningsIn(shape)) {
      Acquisition acquisition = origin.acquisition();
      if (!isToldInCallee(acquisition)) {
        acquisition.exits().stream().flatMap(e -> lockedIn(e).stream()).findFirst().ifPresent(l -> found.add(l.isNamed()
            ? wording.keptForever(acquisition, l.exit(), origin.body(), l.owner().orElseThrow(), l.path(), fingerprints)
            : wording.lockedUp(acquisition, l.exit(), origin.body(), l.what(), fingerprints)));
      }
    }
    return found;
  }

  /** Whether whoever runs this call is given an object that locks up what begins in the call, and the code that makes the object is told so. */
  boolean isToldInCallee(Acquisition acquisition) {
    List<MethodKey> callees = acquisition.isDirect()
        ? List.of() : summaries.hierarchy().targets(acquisition.call().callee(), acquisition.call().kind(), "");
    return !callees.isEmpty() && callees.stream().allMatch(c -> summaries.hierarchy().scopeOf(c) == Scope.RUN
        && summaries.acquisitionsIn(c, Map.of()).stream().filter(a -> a.isOwned() && a.kind().equals(acquisition.kind()))
            .flatMap(a -> a.exits().stream()).anyMatch(e -> lockedIn(e).isPresent()));
  }

  private Optional<Locked> lockedIn(Leaving exit) {
    Kind kind = exit.state().kind();
    List<Port> holders = Exits.holdersOf(exit);
    boolean isOnlyReturned = exit.isNormal() && exit.state().isLive() && !exit.state().isEscaped() && !kind.isThreadBound() && !kind.quietWhenShared()
        && !holders.isEmpty() && holders.stream().allMatch(p -> p.root() == Port.Root.RESULT && !p.path().isEmpty());
    if (!isOnlyReturned) {
      return Optional.empty();
    }
    Value value = exit.state().store().value(exit.result());
    if (value.knownClosure().isPresent()) {
      return isLocked(value.closure(), kind, holders) ? Optional.of(new Locked(exit, Optional.empty(), holders.get(0).path())) : Optional.empty();
    }
    return summaries.program().shapeOf(value.type()).filter(s -> s.scope() == Scope.RUN)
        .filter(s -> holders.stream().allMatch(p -> isLocked(s, exit, p)))
        .map(s -> new Locked(exit, Optional.of(s), holders.get(0).path()));
  }

  private boolean isLocked(ClassShape owner, Leaving exit, Port at) {
    boolean isPrivate = owner.fields().stream().filter(f -> f.key().name().equals(at.path().get(0))).allMatch(f -> f.modifiers().contains(Modifier.PRIVATE));
    if (!isPrivate || Port.isElement(at.path().get(0))) {
      return false;
    }
    Ownership.Answer answer = summaries.ownership().of(owner.name(), Spot.ofResult(exit, at.path()), exit.state().kind());
    return answer.care() == Ownership.Care.NONE && !answer.isShown();
  }

  /** Whether a closure of the run, called by whoever it is returned to, has what it captured still when it is done, and nobody else has. */
  private boolean isLocked(Value.Closure closure, Kind kind, List<Port> captured) {
    if (summaries.hierarchy().scopeOf(closure.body()) != Scope.RUN) {
      return false;
    }
    List<Port> at = captured.stream().map(p -> inside(closure, p)).toList();
    return summaries.follow(closure.body(), kind, Typestate.LIVE, at)
        .filter(s -> s.exits().stream().anyMatch(Leaving::isNormal) && s.losses().isEmpty())
        .filter(s -> s.exits().stream().allMatch(e -> e.state().isLive() && !e.state().isEscaped() && at.containsAll(Exits.holdersOf(e))))
        .isPresent();
  }

  /** Where the body of a closure has what the closure holds. */
  private Port inside(Value.Closure closure, Port captured) {
    int first = summaries.layoutOf(closure.body()).filter(l -> l.graph().hasThis()).isPresent() ? 1 : 0;
    int index = IntStream.range(0, closure.captured()).filter(i -> Value.Closure.field(i).equals(captured.path().get(0))).findFirst().orElseThrow();
    Port root = index < first ? Port.RECEIVER : Port.argument(index - first);
    return root.then(captured.path().subList(1, captured.path().size()));
  }
}
