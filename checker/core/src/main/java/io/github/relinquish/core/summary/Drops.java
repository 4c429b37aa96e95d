package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.InnerContainers;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Elements that a call drops: they leave their container, and nobody is given them. */
final class Drops {
  private Drops() {}

  /** The elements at a port leave their container: all of them, the one that an iterator answered last, or those that the call is given. */
  static List<Way> apply(Port of, Way way) {
    State state = way.state();
    OptionalInt container = way.find(of.around());
    OptionalInt element = way.find(of);
    if (element.isEmpty() || container.isEmpty() || !state.holdsResource(element.getAsInt())) {
      return List.of(way);
    }
    if (of.last().equals(Port.LAST)) {
      Views.drop(state, container.getAsInt());
    } else if (of.root() == Port.Root.RECEIVER && way.call().arguments() > 0) {
      return dropGiven(of, element.getAsInt(), container.getAsInt(), way);
    } else {
      state.store().removeField(container.getAsInt(), of.last());
      InnerContainers.leave(state.store(), container.getAsInt());
    }
    return List.of(way);
  }

  /** The call says which elements leave: the one that is passed, or what is in a map under the keys that are. */
  private static List<Way> dropGiven(Port of, int element, int container, Way way) {
    OptionalInt passed = way.find(Port.argument(0));
    boolean isPassed = passed.isPresent() && passed.getAsInt() == element;
    ElementKeys.Match match = of.path().contains(Port.MAP) ? ElementKeys.compare(way, OptionalInt.of(container))
        : isPassed ? ElementKeys.Match.SAME : ElementKeys.Match.OTHER;
    boolean wasAsked = ContainerEffects.wasAsked(way.state().store(), container);
    if (match == ElementKeys.Match.OTHER || match == ElementKeys.Match.UNKNOWN && wasAsked) {
      return List.of(way);
    }
    Way other = way.with(way.state().copy());
    Views.drop(way.state(), way.find(of.base()).orElse(container));
    return match == ElementKeys.Match.SAME ? List.of(way) : List.of(way, other);
  }

  /** Whether the answer of a closure takes the place of the element that it is given, which holds the resource. */
  static boolean isReplacing(Effect.Run run, Way way) {
    return run.result().stream().anyMatch(to -> run.with().contains(to) && way.holdsResourceAt(to));
  }

  /** The answer of a closure took the place of the resource: that is gone, unless it is the answer or another key may be meant. */
  static void replace(Effect.Run run, Port to, int result, Way way) {
    boolean isGone = !way.state().holdsResource(result) && (run.times() == Effect.Times.EACH || ContainerEffects.isReplaced(way, to));
    if (isGone) {
      way.find(to.around()).ifPresent(c -> Views.drop(way.state(), c));
    }
  }

  /** A closure has said whether the element leaves its container, the one around {@code to}. */
  static List<Way> decide(Port to, int result, Way way) {
    List<Way> ways = new ArrayList<>();
    Way stays = way.with(way.state().copy());
    if (stays.state().store().refine(result, Range.ZERO)) {
      ways.add(stays);
    }
    if (way.state().store().refine(result, Range.of(1))) {
      way.find(to.around()).ifPresent(c -> Views.drop(way.state(), c));
      ways.add(way);
    }
    return ways;
  }
}
