package io.github.relinquish.core.summary;

import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.simulate.Beginning;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Outcome;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.simulate.Trail;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Closures that a call runs, now or later. */
final class ClosureEffects {
  /** Points from what a call answers to a closure that it runs later, whose result will be there. */
  private static final String TASK = "~task";

  private final Calls calls;
  private final Summaries summaries;

  ClosureEffects(Calls calls, Summaries summaries) {
    this.calls = calls;
    this.summaries = summaries;
  }

  List<Way> run(Effect.Run run, Way way, Journal journal, List<Outcome> outcomes) {
    if (run.times() == Effect.Times.LATER) {
      return later(run, way);
    }
    boolean isReplacing = Drops.isReplacing(run, way);
    boolean mayRest = mayRest(run, isReplacing, way);
    List<Way> ways = new ArrayList<>();
    if (mayRest) {
      ways.add(way.with(way.state().copy()));
    }
    Optional<CallSite> inner = callOf(run, way);
    if (inner.isEmpty()) {
      ways.add(way);
      return mayRest ? List.of(way) : ways;
    }
    for (Outcome outcome : calls.closure(way.state(), inner.get(), journal)) {
      if (outcome.isNormal()) {
        ways.addAll(returned(run, isReplacing, way.with(outcome.state()), outcome.result()));
      } else {
        outcomes.add(Outcome.throwing(outcome.state(), leaving(run, outcome.thrown())));
      }
    }
    return ways;
  }

  /** What leaves the call when the closure throws this. */
  private String leaving(Effect.Run run, String thrown) {
    return run.wraps().stream().filter(w -> w.but().stream().noneMatch(t -> calls.isSubtype(thrown, t))).map(Effect.Wrap::type)
        .findFirst().orElse(thrown);
  }

  /** Exceptions that the call declares and that only come from its closures, where these are known: what they throw is told with them. */
  Set<String> toldByClosures(List<Row> rows, Way way) {
    Set<String> told = new LinkedHashSet<>();
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        if (effect instanceof Effect.Run run && !run.wraps().isEmpty() && callOf(run, way).isPresent()) {
          run.wraps().forEach(w -> told.add(w.type()));
        }
      }
    }
    return told;
  }

  /** Whether the closure may not be called, or not with the resource: where one key is meant, that may be another one. */
  private static boolean mayRest(Effect.Run run, boolean isReplacing, Way way) {
    return switch (run.times()) {
      case MAYBE -> true;
      case EACH -> run.with().stream().noneMatch(p -> way.holdsResourceAt(p) || mapOf(p, way).isPresent());
      case ONCE -> isReplacing;
      case LATER -> false;
    };
  }

  /** The map that holds the resource and whose keys a port stands for. */
  private static OptionalInt mapOf(Port port, Way way) {
    OptionalInt keys = port.path().isEmpty() ? OptionalInt.empty() : way.find(port.around());
    return keys.isPresent() ? Views.mapHolding(way.state(), keys.getAsInt()) : OptionalInt.empty();
  }

  private static List<Way> returned(Effect.Run run, boolean isReplacing, Way way, int result) {
    if (!run.result().isEmpty() && result >= 0) {
      Port to = run.result().get(0);
      if (to.path().contains(Port.GONE)) {
        return Drops.decide(to, result, way);
      } else if (isReplacing) {
        Drops.replace(run, to, result, way);
      }
    }
    return List.of(answered(run, way, result));
  }

  /** The answer of the closure is where the row says. */
  private static Way answered(Effect.Run run, Way way, int result) {
    if (run.result().isEmpty() || result < 0) {
      return way;
    }
    Port to = run.result().get(0);
    if (to.equals(Port.RESULT)) {
      return way.returning(result);
    }
    OptionalInt base = way.make(to.base());
    if (base.isPresent() && way.state().holdsResource(result)) {
      way.state().store().storeField(base.getAsInt(), to.last(), result);
    }
    return way;
  }

  /** The call of the closure's body, or of the one method of an object that stands for one. */
  private Optional<CallSite> callOf(Effect.Run run, Way way) {
    OptionalInt node = way.find(run.of());
    if (node.isEmpty()) {
      return Optional.empty();
    }
    State state = way.state();
    List<Integer> arguments = new ArrayList<>();
    for (Port port : run.with()) {
      int argument = way.make(port).orElseGet(() -> state.store().fresh(Value.UNKNOWN));
      OptionalInt map = mapOf(port, way);
      arguments.add(map.isPresent() ? ElementKeys.isKey(state.store(), map.getAsInt(), argument) : argument);
    }
    Value value = state.store().value(node.getAsInt());
    if (value.knownClosure().isPresent()) {
      return Optional.of(calls.closureCall(state, way.call(), node.getAsInt(), value.closure(), arguments));
    }
    if (value.type().isEmpty()) {
      return Optional.empty();
    }
    Optional<MethodKey> method = summaries.hierarchy().onlyMethod(value.type());
    if (method.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> operands = new ArrayList<>();
    operands.add(node.getAsInt());
    operands.addAll(arguments);
    while (operands.size() < method.get().arity() + 1) {
      operands.add(state.store().fresh(Value.UNKNOWN));
    }
    List<String> thrown = summaries.hierarchy().declaration(method.get()).map(m -> m.thrown()).orElse(List.of());
    return Optional.of(new CallSite(way.call().site(), method.get(), CallKind.VIRTUAL, operands, thrown,
        way.call().depth() + 1));
  }

  /** A closure that runs later takes over what it captured and releases; what belongs to this thread it cannot release. */
  private List<Way> later(Effect.Run run, Way way) {
    OptionalInt node = way.find(run.of());
    State state = way.state();
    if (node.isPresent() && !state.isFollowing() && run.result().stream().anyMatch(r -> !r.path().isEmpty())) {
      way.make(run.result().get(0).base()).ifPresent(future -> state.store().setField(future, TASK, node.getAsInt()));
    }
    boolean isCaptured = node.isPresent() && state.isFollowing() && state.holdsResource(node.getAsInt());
    if (!isCaptured || state.kind().isThreadBound()) {
      return List.of(way);
    }
    return releasesLater(run, way) ? List.of() : List.of(way);
  }

  private boolean releasesLater(Effect.Run run, Way way) {
    Way trial = way.with(way.state().copy());
    Optional<CallSite> inner = callOf(run, trial);
    if (inner.isEmpty()) {
      return true;
    }
    if (!trial.state().isLive()) {
      return false;
    }
    List<Outcome> outcomes = calls.closure(trial.state(), inner.get(), new Journal());
    return outcomes.isEmpty() || outcomes.stream().anyMatch(o -> o.state().isReleased());
  }

  /** Says that somebody else may ask for the result of a task as well. */
  static void share(Store store, int future) {
    store.removeField(future, TASK);
  }

  /** What a task answers begins where the call that was given the task is waited for, if nothing else has its answer. */
  List<Beginning> awaited(Effect.Alias alias, Way way) {
    Store store = way.state().store();
    OptionalInt future = way.find(alias.from().around());
    Optional<Integer> task = future.isPresent() ? store.field(future.getAsInt(), TASK) : Optional.empty();
    Optional<Value.Closure> closure = task.flatMap(t -> store.value(t).knownClosure());
    if (closure.isEmpty() || alias.from().path().isEmpty() || !store.isMeantOnce(future.getAsInt())) {
      return List.of();
    }
    CallSite inner = calls.closureCall(way.state(), way.call(), task.get(), closure.get(), List.of());
    return calls.closureBeginnings(way.state(), inner).stream().filter(b -> b.outcome().isNormal() && b.outcome().result() >= 0)
        .filter(b -> b.outcome().state().holdsResource(b.outcome().result()))
        .map(b -> new Beginning(b.outcome(), b.isOwned(), false)).toList();
  }

  /** Resources that begin in a closure which runs now: where its code stands, if that is in the same file. Paths start there, if it is written in place. */
  List<Beginning> beginnings(Effect.Run run, Way way) {
    if (run.times() == Effect.Times.LATER) {
      return List.of();
    }
    Optional<CallSite> inner = callOf(run, way);
    if (inner.isEmpty()) {
      return List.of();
    }
    List<Beginning> found = new ArrayList<>();
    for (Beginning beginning : calls.closureBeginnings(way.state(), inner.get())) {
      Outcome outcome = beginning.outcome();
      if (outcome.isNormal()) {
        Way returned = answered(run, way.with(outcome.state()), outcome.result());
        outcome = Outcome.returns(returned.state(), returned.result());
      } else {
        outcome = Outcome.throwing(outcome.state(), leaving(run, outcome.thrown()));
      }
      List<Site> inside = outcome.state().trail().steps().stream().filter(s -> s.depth() > 0).map(WitnessStep::site)
          .filter(s -> s.file().equals(way.call().site().file())).limit(1).toList();
      Trail unfolded = outcome.state().trail().unfolded();
      Optional<Site> start = unfolded.steps().stream().findFirst().map(WitnessStep::site);
      if (isWrittenThere(inner.get().callee()) && start.filter(s -> s.file().equals(way.call().site().file())).isPresent()) {
        outcome.state().setTrail(unfolded);
        inside = start.stream().toList();
      }
      found.add(new Beginning(outcome, beginning.isOwned(), false, inside));
    }
    return found;
  }

  private boolean isWrittenThere(MethodKey closure) {
    return closure.name().startsWith("lambda$") || summaries.hierarchy().shapeOf(closure.owner()).filter(ClassShape::isAnonymous).isPresent();
  }
}
