package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import io.github.relinquish.core.summary.UnknownCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges objects that hand on what they were given if it answers one thing, and forget it if it answers another: a mechanism with a security layer goes to the
 * connection, and one without is left. Only fields that nobody releases.
 */
final class HandOverJudge {
  private final Summaries summaries;
  private final Bodies bodies;
  private final Wording wording;
  private final OwedFields owed;

  HandOverJudge(Summaries summaries, Bodies bodies, Wording wording) {
    this.summaries = summaries;
    this.bodies = bodies;
    this.wording = wording;
    this.owed = new OwedFields(summaries);
  }

  /** @param reported fields that need no second finding */
  List<Finding> findingsIn(ClassShape shape, Set<String> reported, Fingerprints fingerprints) {
    Map<String, Kind> fields = owed.fieldsOf(shape);
    fields.keySet().removeAll(reported);
    List<Finding> found = new ArrayList<>();
    fields.forEach((field, kind) -> firstIn(shape, field, kind).filter(f -> owed.isNobodys(shape, field, kind))
        .ifPresent(f -> found.add(wording.handedOnce(f.method(), f.once(), field, kind, fingerprints))));
    return found;
  }

  private record Found(MethodShape method, HandedOnce once) {}

  private Optional<Found> firstIn(ClassShape shape, String field, Kind kind) {
    for (MethodShape method : shape.methods()) {
      boolean isSeen = !method.is(Modifier.ABSTRACT) && !method.is(Modifier.STATIC) && !method.is(Modifier.SYNTHETIC) && !method.key().isConstructor()
          && summaries.program().outlineOf(method.key()).filter(o -> !o.fields().contains(field)).isEmpty();
      for (MethodKey body : isSeen ? bodies.of(method.key()) : List.<MethodKey>of()) {
        FlowGraph graph = summaries.layoutOf(body).orElseThrow().graph();
        Optional<HandedOnce> once = HandedOnce.in(graph, field, this::isQuestion, (call, argument) -> keeps(call, argument, kind));
        if (once.isPresent()) {
          return Optional.of(new Found(method, once.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** What may be asked until it is released, and not afterwards. */
  private boolean isQuestion(Step.Invoke call) {
    return summaries.rows().rowsFor(call.callee(), "").stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Use use && use.of().equals(Port.RECEIVER));
  }

  /** Whether the argument can be reached otherwise when the call has returned, or, where nobody can read what it calls, whether it is guessed to keep it. */
  private boolean keeps(Step.Invoke call, int argument, Kind kind) {
    Port port = Port.argument(argument);
    Optional<Summary> summary = summaries.follow(call.callee(), kind, Typestate.LIVE, List.of(port));
    return summary.map(s -> s.exits().stream().filter(Leaving::isNormal).anyMatch(e -> isKept(e, port)))
        .orElseGet(() -> UnknownCall.isStoring(call.callee()));
  }

  private static boolean isKept(Leaving exit, Port given) {
    return exit.state().isLive() && (exit.state().isEscaped() || Exits.holdersOf(exit).stream().anyMatch(p -> !p.equals(given)));
  }
}
