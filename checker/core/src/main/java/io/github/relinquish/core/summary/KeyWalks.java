package io.github.relinquish.core.summary;

import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import java.util.List;

/** Walks over the keys of a map that holds the followed resource: one of the keys is the one under which it is. */
final class KeyWalks {
  private KeyWalks() {}

  /** An iterator over keys answers one: the one under which the resource is, unless it has answered that before, or another one. */
  static List<Way> next(Way way, int iterator, int map) {
    State state = way.state();
    if (state.isPinned(State.VISITED, map)) {
      answerOther(way, iterator, map);
      return List.of(way);
    }
    Way other = way.with(state.copy());
    answerOther(other, iterator, map);
    int key = ElementKeys.isKey(state.store(), map, way.result());
    state.pinMore(State.VISITED, map);
    Views.meet(state, iterator);
    return List.of(way.returning(key), other);
  }

  private static void answerOther(Way way, int iterator, int map) {
    ElementKeys.isOther(way.state().store(), map, way.result());
    Views.pass(way.state(), iterator);
  }

  /** Whether keys are left: the walk does not end before it met the key of the resource, and the next walk may meet it again. */
  static List<Way> left(Way way, int map) {
    State state = way.state();
    Store store = state.store();
    if (!state.isPinned(State.VISITED, map)) {
      return store.refine(way.result(), Range.of(1)) ? List.of(way) : List.of();
    }
    Way end = way.with(state.copy());
    end.state().store().refine(end.result(), Range.ZERO);
    end.state().unpin(State.VISITED, map);
    store.refine(way.result(), Range.of(1));
    return List.of(way, end);
  }
}
