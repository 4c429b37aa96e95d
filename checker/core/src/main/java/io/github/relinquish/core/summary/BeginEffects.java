package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a call that begins a resource does to the one that is followed already, and to the objects at hand. */
final class BeginEffects {
  /** Marks an object in which a resource of some kind began: this and the kind. */
  private static final String BEGUN_KIND = "~has:";

  private BeginEffects() {}

  static List<Way> apply(Effect.Begin begin, Way way, Journal journal) {
    return way.state().isFollowing() ? beginAgain(begin, way, journal) : passBegin(begin, way);
  }

  /** Whether a resource of this kind began in the object at a node. */
  static boolean hasBegun(String kind, Store store, int node) {
    return store.field(node, BEGUN_KIND + kind).isPresent();
  }

  /** A call that begins a resource while one is followed. */
  private static List<Way> beginAgain(Effect.Begin begin, Way way, Journal journal) {
    State state = way.state();
    if (!begin.kind().equals(state.kind().name())) {
      return isReplacedPart(begin, way) ? List.of() : passBegin(begin, way);
    }
    boolean isSame = way.isResourceAt(begin.at()) && begin.at().root() != Port.Root.RESULT;
    Optional<Port> continued = begin.continues().stream().filter(way::isResourceAt).findFirst();
    if (isSame && continued.isPresent() && state.isReleased()) {
      // The object has another resource from here on.
      return begin.when().isEmpty() ? List.of() : otherwise(begin, way);
    }
    if (continued.isPresent()) {
      return isSame || !state.isLive() ? List.of(way) : moveOn(begin, way);
    }
    if (!isSame || begin.at().root() == Port.Root.THREAD) {
      return passBegin(begin, way);
    }
    List<Way> failed = new ArrayList<>();
    if (!begin.when().isEmpty()) {
      failed = otherwise(begin, way.with(state.copy()));
    }
    if (state.isLive() && !Clauses.satisfied(begin.when(), way, false).isEmpty()) {
      journal.lost(new Loss(state, way.call().site(), Loss.How.ACQUIRED_AGAIN, way.call().name()));
    }
    return failed;
  }

  /** Whether the followed resource was a part of an object, has been released, and the object now goes on to make others for itself. */
  private static boolean isReplacedPart(Effect.Begin begin, Way way) {
    return way.state().isReleased() && begin.when().isEmpty() && begin.continues().contains(begin.at()) && way.holdsResourceAt(begin.at());
  }

  /** The call gives the resource of an earlier handle to another object: from now on both mean it. */
  private static List<Way> moveOn(Effect.Begin begin, Way way) {
    List<Way> ways = new ArrayList<>(otherwise(begin, way.with(way.state().copy())));
    for (Way began : Clauses.satisfied(begin.when(), way, false)) {
      OptionalInt other = began.make(begin.at());
      if (other.isPresent()) {
        began.state().store().unify(other.getAsInt(), began.state().resource());
      }
      ways.add(began);
    }
    return ways;
  }

  private static List<Way> otherwise(Effect.Begin begin, Way way) {
    if (!begin.otherwise().isEmpty()) {
      return Clauses.satisfied(begin.otherwise(), way, false);
    }
    if (begin.when().size() == 1) {
      return Clauses.satisfied(List.of(begin.when().get(0).negated()), way, false);
    }
    return List.of(way);
  }

  private static List<Way> passBegin(Effect.Begin begin, Way way) {
    OptionalInt node = way.make(begin.at());
    if (node.isPresent()) {
      way.state().store().setField(node.getAsInt(), State.BEGUN, node.getAsInt());
      way.state().store().setField(node.getAsInt(), BEGUN_KIND + begin.kind(), node.getAsInt());
    }
    return List.of(way);
  }
}
