package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * Containers, and other objects, that are elements of containers. Elements have no identity, but for those at constant indexes of an array and the one
 * that was got or put last: what joins that one is in the outer container too.
 */
public final class InnerContainers {
  /** Field of an array: the index that was used last. */
  static final String INDEX = "[=";
  /** Field of a container: the element that was got or put last, of an array the one at the index that was used last. */
  static final String CURRENT = "[=]";

  /** Marks a container whose elements somebody else owns. */
  private static final String GIVEN_AWAY = "~given";

  private InnerContainers() {}

  /** Says that whatever joins a container is given away. */
  public static void giveAway(Store store, int container) {
    store.setField(container, GIVEN_AWAY, container);
  }

  public static boolean isGivenAway(Store store, int container) {
    return store.field(container, GIVEN_AWAY).isPresent();
  }

  /** An element was got from a container, or put into it, and is not known to hold the followed resource. */
  public static void touch(Store store, int container, int element) {
    if (container != element) {
      store.removeField(container, INDEX);
      store.setField(container, CURRENT, element);
    }
  }

  /** An element left a container: it may be the one that was got last. */
  public static void leave(Store store, int container) {
    store.removeField(container, CURRENT);
    Positions.forget(store, container);
  }

  /** A value turns out to be another one, which an outer container need not hold. */
  static void forget(Store store, int element) {
    for (int container : store.withField(CURRENT)) {
      if (isOfCollection(store, container) && store.field(container, CURRENT).filter(e -> e == element).isPresent()) {
        store.removeField(container, CURRENT);
      }
    }
  }

  /**
   * What holds the live resource behind a step, and was got from a container or put into it last, is an element of that container. Only stores and calls let
   * anything hold it that did not before.
   */
  static void raise(Step step, State state) {
    boolean mayJoin = step instanceof Step.Invoke || step instanceof Step.StoreField || step instanceof Step.StoreElement;
    if (!mayJoin || !state.isFollowing() || !state.isLive()) {
      return;
    }
    Store store = state.store();
    for (int container : outerOnes(state)) {
      if (isOfCollection(store, container)) {
        store.removeField(container, CURRENT);
      }
    }
  }

  /** The same where a body ends: which index was used last is no news for callers. */
  public static void settle(State state) {
    if (!state.isFollowing()) {
      return;
    }
    Store store = state.store();
    for (int container : outerOnes(state)) {
      store.removeField(container, CURRENT);
      store.removeField(container, INDEX);
    }
  }

  /** Containers with an element that holds the resource; while that is live, it is now known to be in them. */
  private static List<Integer> outerOnes(State state) {
    Store store = state.store();
    List<Integer> found = new ArrayList<>();
    for (int container : store.withPlaces()) {
      for (String place : store.placesOf(container)) {
        int element = store.field(container, place).orElseThrow();
        if (state.holdsResource(element)) {
          join(state, container, element);
          found.add(container);
        }
      }
    }
    return found;
  }

  private static boolean isOfCollection(Store store, int container) {
    return store.field(container, INDEX).isEmpty();
  }

  /** A released element is not put back: a walk over the container that released it does not meet it again. */
  private static void join(State state, int container, int element) {
    Store store = state.store();
    boolean isKnown = !state.isLive() || store.field(container, Port.ELEMENT).filter(state::holdsResource).isPresent();
    if (isGivenAway(store, container)) {
      store.escape(element);
    } else if (!isKnown) {
      store.storeField(container, Port.ELEMENT, element);
    }
  }
}
