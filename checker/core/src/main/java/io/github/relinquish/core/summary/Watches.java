package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.simulate.Trail;
import io.github.relinquish.core.state.Value;
import java.util.List;
import java.util.Optional;

/**
 * What is released only after what it depends on: the provider is gone, or its credentials are, and then something that came from
 * elsewhere is released. Nobody saw it begin, so the event itself is followed, as a resource of a made-up kind.
 */
final class Watches {
  private static final String PREFIX = "~after:";
  private static final String ROOT = "<watch>";

  private final Protocols protocols;

  Watches(Protocols protocols) {
    this.protocols = protocols;
  }

  /** From an unload on, releases of these kinds come too late. */
  Optional<State> afterUnload(Effect.Unload unload, Way way) {
    Optional<Kind> first = unload.kinds().stream().findFirst().flatMap(protocols::kind);
    return first.map(kind -> follow(way, unload.kinds(), kind.noun(), RuleId.PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED,
        unload.severity()));
  }

  /** From a release of credentials on, releases of contexts of the same family come too late. */
  Optional<State> afterParent(Kind released, Way way) {
    if (released.rule() != RuleId.CREDENTIALS_HANDLE_LEAK) {
      return Optional.empty();
    }
    String family = familyOf(released.name());
    List<Kind> children = protocols.kinds().stream()
        .filter(k -> familyOf(k.name()).equals(family))
        .filter(k -> k.parents().stream().anyMatch(p -> p.rule() == RuleId.RELEASE_ORDER))
        .toList();
    return children.isEmpty()
        ? Optional.empty()
        : Optional.of(follow(way, children.stream().map(Kind::name).toList(), children.get(0).noun(), RuleId.RELEASE_ORDER,
            RuleId.RELEASE_ORDER.severity()));
  }

  private static String familyOf(String kindName) {
    int dot = kindName.indexOf('.');
    return dot < 0 ? kindName : kindName.substring(0, dot);
  }

  private static State follow(Way way, List<String> kinds, String noun, RuleId rule, Severity severity) {
    State plain = way.state();
    int node = plain.store().fresh(Value.NONNULL);
    plain.store().assignStatic(ROOT, node);
    Kind watch = new Kind(PREFIX + String.join(",", kinds), noun, rule, Severity.NONE, severity, Severity.NONE, Severity.NONE, "{}", false, false, false,
        false, false, List.of(), "");
    Trail trail = plain.trail().then(way.call().site(), way.call().name() + " is called");
    State state = State.following(plain.store(), node, watch, Typestate.LIVE, trail);
    state.guess();
    return state;
  }

  /** Whether the state follows an event. */
  static boolean isWatch(State state) {
    return state.isFollowing() && state.kind().name().startsWith(PREFIX);
  }

  /** A release while an event is followed: too late, if it is of the right kind and of something that came from elsewhere. */
  List<Way> release(Effect.Release release, Way way, Journal journal) {
    State state = way.state();
    List<String> kinds = List.of(state.kind().name().substring(PREFIX.length()).split(","));
    boolean isOfKind = release.kinds().stream().anyMatch(kinds::contains);
    var node = way.find(release.of());
    boolean isFromElsewhere = node.isPresent() && state.store().origin(node.getAsInt()).isPresent();
    if (!isOfKind || !isFromElsewhere) {
      return List.of(way);
    }
    var event = state.trail().steps().get(0);
    state.setTrail(state.trail().then(way.call().site(), way.call().name() + " releases it too late"));
    journal.misused(new Misuse(state.kind().rule(), state.kind().again(), state, event.site(),
        event.text().replace(" is called", "")));
    return List.of();
  }
}
