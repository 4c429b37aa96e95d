package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.List;
import java.util.Optional;

/**
 * What arrays hold. An element at a small constant index is a place of its own, and so is the one at the index that was used last;
 * about all others only this is known: whether the followed resource is one of them.
 */
final class Elements {
  /** Constant indexes below this are places of their own; longer arrays are tables. */
  private static final int PLACES = 16;

  private Elements() {}

  static List<State> load(Step.LoadElement load, State state) {
    Store store = state.store();
    int array = store.node(load.array());
    int index = store.node(load.index());
    Optional<String> place = placeOf(store, index);
    Optional<Integer> known = at(store, array, index, place);
    if (known.isPresent()) {
      store.assign(load.target(), known.get());
      if (state.holdsResource(known.get())) {
        state.pinMore(State.VISITED, array);
      }
      return List.of(state);
    }
    Optional<Integer> element = store.field(array, Port.ELEMENT);
    boolean mayBeIt = element.isPresent() && state.holdsResource(element.get()) && !wasReleasedByWalk(state, array)
        && !(place.isPresent() && isAtAnotherPlace(store, array, element.get()));
    if (mayBeIt) {
      State found = state.copy();
      found.store().assign(load.target(), element.get());
      found.store().refine(element.get(), Range.NONZERO);
      found.pinMore(State.VISITED, array);
      remember(found.store(), array, index, place, element.get());
      answer(load, state, array, index, place, store.fresh(Value.UNKNOWN));
      return List.of(found, state);
    }
    String field = place.orElse(Port.ELEMENT);
    answer(load, state, array, index, place, store.origin(array)
        .map(o -> store.fromOutside(o.then(List.of(field)), Value.UNKNOWN))
        .orElseGet(() -> store.fresh(Value.UNKNOWN)));
    return List.of(state);
  }

  /** What is known to be at an index. */
  private static Optional<Integer> at(Store store, int array, int index, Optional<String> place) {
    return place.isPresent()
        ? store.field(array, place.get())
        : store.field(array, InnerContainers.INDEX).filter(i -> i == index).flatMap(i -> store.field(array, InnerContainers.CURRENT));
  }

  private static void answer(Step.LoadElement load, State state, int array, int index, Optional<String> place, int node) {
    state.store().assign(load.target(), node);
    remember(state.store(), array, index, place, node);
  }

  private static void remember(Store store, int array, int index, Optional<String> place, int node) {
    if (place.isPresent()) {
      store.setField(array, place.get(), node);
    } else {
      store.setField(array, InnerContainers.INDEX, index);
      store.setField(array, InnerContainers.CURRENT, node);
    }
  }

  /** A walk meets the resource once: what it released at an earlier position is not at a later one. */
  private static boolean wasReleasedByWalk(State state, int array) {
    return state.isReleased() && state.isPinned(State.VISITED, array);
  }

  private static boolean isAtAnotherPlace(Store store, int array, int element) {
    return store.fieldsOf(array).stream()
        .anyMatch(f -> Port.isElement(f) && !f.equals(Port.ELEMENT) && !f.startsWith(InnerContainers.INDEX) && store.field(array, f).orElseThrow() == element);
  }

  static void store(Step.StoreElement put, State state) {
    Store store = state.store();
    int array = store.node(put.array());
    int index = store.node(put.index());
    int value = store.node(put.value());
    Optional<String> place = placeOf(store, index);
    boolean holdsResource = state.holdsResource(value);
    overwrite(store, array, index, place, value);
    if (holdsResource) {
      store.storeField(array, Port.ELEMENT, value);
      state.setTrail(state.trail().then(put.site(), Trail.STORED + "an array"));
    }
    if (holdsResource || isReference(put.value().type())) {
      remember(store, array, index, place, value);
    }
  }

  /** What was at the place is there no more; where the place is not known, no other place is either. */
  private static void overwrite(Store store, int array, int index, Optional<String> place, int value) {
    Optional<Integer> old = at(store, array, index, place);
    Optional<Integer> element = store.field(array, Port.ELEMENT);
    if (old.isPresent() && old.equals(element) && element.get() != value) {
      store.removeField(array, Port.ELEMENT);
    }
    store.removeField(array, InnerContainers.INDEX);
    store.removeField(array, InnerContainers.CURRENT);
    if (place.isEmpty()) {
      store.fieldsOf(array).stream().filter(f -> Port.isElement(f) && !f.equals(Port.ELEMENT)).forEach(f -> store.removeField(array, f));
    }
  }

  private static Optional<String> placeOf(Store store, int index) {
    return store.rangeOf(index).single().filter(k -> k >= 0 && k < PLACES).map(k -> "[" + k + "]");
  }

  /** Numbers and texts are not followed anywhere. */
  private static boolean isReference(String type) {
    return ClassNames.isReference(type) && !type.equals("java.lang.String");
  }
}
