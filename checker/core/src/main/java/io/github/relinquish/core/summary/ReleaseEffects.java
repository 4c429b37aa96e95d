package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Effects on the followed resource that is there: it is released, used, or asked what it is. */
final class ReleaseEffects {
  private final Protocols protocols;
  private final Hierarchy hierarchy;
  private final Watches watches;

  ReleaseEffects(Protocols protocols, Hierarchy hierarchy) {
    this.protocols = protocols;
    this.hierarchy = hierarchy;
    this.watches = new Watches(protocols);
  }

  List<Way> release(Effect.Release release, Way way, Journal journal) {
    State state = way.state();
    if (!state.isFollowing()) {
      return List.of(way);
    }
    if (Watches.isWatch(state)) {
      return watches.release(release, way, journal);
    }
    OptionalInt node = way.find(release.of());
    if (node.isEmpty()) {
      return List.of(way);
    }
    Optional<String> role = state.parentRole(node.getAsInt());
    if (role.isPresent() && state.isLive()) {
      return parentEnded(role.get(), node.getAsInt(), way, journal);
    }
    boolean isMine = state.isResource(node.getAsInt()) || isInsideWrapper(node.getAsInt(), release, state)
        || isContent(node.getAsInt(), release, state);
    boolean isKind = release.kinds().isEmpty() || release.kinds().contains(state.kind().name());
    if (!isMine || !isKind) {
      return List.of(way);
    }
    if (release.when().isEmpty()) {
      return end(way, journal);
    }
    List<Way> ways = new ArrayList<>();
    List<Way> yes = Clauses.satisfied(release.when(), way.with(state.copy()), false);
    yes.forEach(w -> ways.addAll(end(w, journal)));
    if (release.when().size() == 1) {
      ways.addAll(Clauses.satisfied(List.of(release.when().get(0).negated()), way, false));
    } else if (yes.isEmpty() || !Clauses.isDecided(release.when(), way)) {
      ways.add(way);
    }
    return ways;
  }

  /** A wrapper of the same API passes the release on to what it wraps, not to what a class of the run keeps in a field of its own. */
  private boolean isInsideWrapper(int node, Effect.Release release, State state) {
    boolean isWhole = release.of().path().isEmpty() && release.kinds().contains(state.kind().name());
    if (!isWhole || node == state.resource() || !state.holdsResource(node)) {
      return false;
    }
    String type = state.store().value(node).type();
    List<List<String>> paths = state.store().paths(node, state.resource(), Budget.PATH);
    return paths.isEmpty() || paths.stream().map(p -> p.get(0)).anyMatch(f -> protocols.isPart(f) || !hierarchy.hasField(type, f));
  }

  /** What a struct got from the function that filled it is read out of it to be given back: {@code FreeContextBuffer(info.first.getPointer())}. */
  private static boolean isContent(int node, Effect.Release release, State state) {
    return release.kinds().contains(state.kind().name()) && !state.store().paths(state.resource(), node, 1).isEmpty();
  }

  private static List<Way> end(Way way, Journal journal) {
    State state = way.state();
    Kind kind = state.kind();
    if (state.isPinned(State.CLEARED, state.resource())) {
      return List.of(way);
    }
    if (!state.isLive()) {
      Severity severity = switch (state.typestate()) {
        case RELEASED -> kind.again();
        case FAILED -> kind.failed();
        default -> Severity.ERROR;
      };
      if (severity != Severity.NONE) {
        journal.misused(new Misuse(RuleId.DOUBLE_RELEASE, severity, state, way.call().site(), way.call().name()));
        return List.of();
      }
      return List.of(way);
    }
    state.become(Typestate.RELEASED);
    state.setTrail(state.trail().then(way.call().site(), way.call().name() + " releases it"));
    state.store().forgetStatic(State.THREAD);
    return List.of(way);
  }

  private static List<Way> parentEnded(String role, int node, Way way, Journal journal) {
    State state = way.state();
    for (Kind.Parent parent : state.kind().parents()) {
      if (parent.role().equals(role) && parent.severity() != Severity.NONE && !state.isNothing(parent, node)) {
        journal.misused(new Misuse(parent.rule(), parent.severity(), state.copy(), way.call().site(), way.call().name()));
      }
    }
    state.store().removePin(State.PARENT + role);
    return List.of(way);
  }

  static List<Way> use(Effect.Use use, Way way, Journal journal) {
    State state = way.state();
    boolean isWrong = state.isFollowing() && state.isReleased() && way.isResourceAt(use.of())
        && state.kind().afterwards() != Severity.NONE;
    if (isWrong) {
      journal.misused(new Misuse(
          RuleId.USE_AFTER_RELEASE, state.kind().afterwards(), state, way.call().site(), way.call().name()));
      return List.of();
    }
    return List.of(way);
  }

  static List<Way> ask(Effect.Ask ask, Way way) {
    boolean isAbout = way.isResourceAt(ask.of())
        && (ask.parent().isEmpty() || way.state().store().pin(State.PARENT + ask.parent()).isPresent());
    if (!isAbout || way.result() < 0
        || way.state().isPinned(State.CLEARED, way.state().resource())) {
      return List.of(way);
    }
    List<Way> ways = new ArrayList<>();
    answer(ask.ifTrue(), Range.of(1), way, ways);
    answer(ask.ifFalse(), Range.ZERO, way, ways);
    return ways;
  }

  private static void answer(Effect.Meaning meaning, Range answer, Way way, List<Way> ways) {
    if (meaning == Effect.Meaning.NONE) {
      return;
    }
    State state = way.state().copy();
    state.store().refine(way.result(), answer);
    if (meaning == Effect.Meaning.LENT && state.isLive()) {
      state.become(Typestate.LENT);
      state.setTrail(state.trail().then(way.call().site(), way.call().name() + " says that it is only lent"));
    }
    ways.add(way.with(state));
  }
}
