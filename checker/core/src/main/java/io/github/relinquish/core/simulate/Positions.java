package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the followed resource is in a list or array. A method that goes on at the next position by calling itself ends behind the last one; that does not
 * happen to whoever began at the first one, as long as each call looks at its own position.
 */
public final class Positions {
  /** Field of a list or array: a number that is greater than the position of the resource. */
  private static final String BEFORE = "~before";

  private Positions() {}

  /** What is at a position of a list is another element than the resource. */
  public static void pass(Store store, int list, int position, int element) {
    store.setField(list, InnerContainers.INDEX, position);
    store.setField(list, InnerContainers.CURRENT, element);
  }

  /** Takes into account that {@code left relation right}: a number that is not below the size of what holds the resource is behind all positions. */
  static void bound(State state, int left, Relation relation, int right) {
    boolean isBehind = relation == Relation.GE || relation == Relation.EQ;
    if (isBehind && state.isFollowing()) {
      state.store().sizeOf(right).filter(c -> holdsResource(state, c)).ifPresent(c -> state.store().setField(c, BEFORE, left));
    }
  }

  private static boolean holdsResource(State state, int container) {
    return state.store().field(container, Port.ELEMENT).filter(state::holdsResource).isPresent();
  }

  /** What was known of the position is not true any more. */
  static void forget(Store store, int container) {
    store.removeField(container, BEFORE);
  }

  /** Whether an exit says something of the position of the resource. */
  public static boolean areKnown(State exit) {
    return !exit.store().withField(BEFORE).isEmpty();
  }

  /** By list or array, the position at hand, where something else than the resource is there. */
  public static Map<Integer, Integer> passed(State state) {
    Store store = state.store();
    Map<Integer, Integer> found = new TreeMap<>();
    for (int container : store.withField(InnerContainers.CURRENT)) {
      boolean isOther = store.field(container, InnerContainers.CURRENT).filter(e -> !state.holdsResource(e)).isPresent();
      store.field(container, InnerContainers.INDEX).filter(i -> isOther).ifPresent(i -> found.put(container, i));
    }
    return found;
  }

  /**
   * Whether what a callee has found out of the position can be, now that its arguments are known; what is true of the next position, where the one at hand
   * holds something else, is true of this one.
   *
   * @param state of the caller behind the call
   * @param passed what {@link #passed} said before the call
   */
  public static boolean arePossible(State state, Map<Integer, Integer> passed) {
    Store store = state.store();
    for (int container : store.withField(BEFORE)) {
      if (!holdsResource(state, container)) {
        continue;
      }
      int bound = store.field(container, BEFORE).orElseThrow();
      Integer here = passed.get(container);
      int least = here != null && store.isNext(bound, here) ? here : bound;
      if (store.rangeOf(least).decide(Relation.LE, Range.ZERO).equals(Optional.of(true))) {
        return false;
      }
      store.removeField(container, BEFORE);
      if (least != bound) {
        store.setField(container, BEFORE, least);
      }
    }
    return true;
  }
}
