package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.InnerContainers;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Store;
import java.util.List;
import java.util.OptionalInt;

/**
 * Views of containers, and iterators over them: what leaves the view leaves what it shows. Only containers that hold the followed resource are of
 * interest, and of each only the view that was asked for last.
 */
final class Views {
  /** What a view shows of a container. Pins of views and pins of what they show have the same number behind their prefix. */
  private enum Part {
    ELEMENTS(Port.WHOLE, "view:", "shown:"),
    KEYS(Port.MAP, "keys:", "keyed:");

    final String field;
    final String views;
    final String shown;

    Part(String field, String views, String shown) {
      this.field = field;
      this.views = views;
      this.shown = shown;
    }
  }

  private Views() {}

  /** Whether a path entry leads from a view to what it shows. */
  static boolean leadsToShown(String field) {
    return field.equals(Port.WHOLE) || field.equals(Port.MAP);
  }

  /** What a view shows; empty where that does not hold the resource, or is not known. */
  static OptionalInt shownBy(State state, int view, String field) {
    return shownBy(state, view, field.equals(Port.MAP) ? Part.KEYS : Part.ELEMENTS);
  }

  private static OptionalInt shownBy(State state, int view, Part part) {
    Store store = state.store();
    for (String pin : state.isFollowing() ? store.pinsNamed(part.views) : List.<String>of()) {
      if (store.pin(pin).orElseThrow() == view) {
        return OptionalInt.of(store.pin(part.shown + pin.substring(part.views.length())).orElseThrow());
      }
    }
    return OptionalInt.empty();
  }

  /**
   * A call answers a view of a container, or of what that one shows itself.
   *
   * @param field the path entry that leads from the view to the container
   */
  static void open(State state, int container, int view, String field) {
    if (container == view) {
      return;
    }
    boolean isOfKeys = field.equals(Port.MAP);
    OptionalInt map = isOfKeys ? OptionalInt.of(container) : shownBy(state, container, Part.KEYS);
    if (map.isPresent()) {
      pin(state, map.getAsInt(), view, Part.KEYS);
    }
    if (!isOfKeys) {
      pin(state, shownBy(state, container, Part.ELEMENTS).orElse(container), view, Part.ELEMENTS);
    }
  }

  private static void pin(State state, int container, int view, Part part) {
    if (!holds(state, container)) {
      return;
    }
    Store store = state.store();
    List<String> known = store.pinsNamed(part.shown);
    String number = known.stream().filter(p -> store.pin(p).orElseThrow() == container).findFirst()
        .map(p -> p.substring(part.shown.length())).orElse(String.valueOf(known.size()));
    store.pin(part.views + number).ifPresent(former -> state.unpin(State.MET, former));
    store.setPin(part.shown + number, container);
    store.setPin(part.views + number, view);
  }

  private static boolean holds(State state, int container) {
    return state.isFollowing() && state.store().field(container, Port.ELEMENT).filter(state::holdsResource).isPresent();
  }

  /** An iterator answers the resource, or its key. */
  static void meet(State state, int iterator) {
    boolean isOverContainer = shownBy(state, iterator, Part.ELEMENTS).isPresent() || shownBy(state, iterator, Part.KEYS).isPresent();
    if (isOverContainer) {
      state.pinMore(State.MET, iterator);
    }
  }

  /** An iterator answers something else. */
  static void pass(State state, int iterator) {
    if (state.isFollowing()) {
      state.unpin(State.MET, iterator);
    }
  }

  /** The element that an iterator answered last, or whose key that was, where it is the resource or holds it. */
  static OptionalInt lastOf(State state, int iterator) {
    if (!state.isPinned(State.MET, iterator)) {
      return OptionalInt.empty();
    }
    OptionalInt shown = shownBy(state, iterator, Part.ELEMENTS);
    int container = shown.isPresent() ? shown.getAsInt() : shownBy(state, iterator, Part.KEYS).orElse(iterator);
    return holds(state, container) ? OptionalInt.of(state.store().field(container, Port.ELEMENT).orElseThrow()) : OptionalInt.empty();
  }

  /** The map that holds the resource and whose keys a view shows, or an iterator walks over. */
  static OptionalInt mapHolding(State state, int view) {
    OptionalInt map = shownBy(state, view, Part.KEYS);
    return map.isPresent() && holds(state, map.getAsInt()) ? map : OptionalInt.empty();
  }

  /** The resource leaves a container, and what the container shows. */
  static void drop(State state, int container) {
    for (Part part : Part.values()) {
      shownBy(state, container, part).ifPresent(shown -> dropFrom(state, shown));
    }
    dropFrom(state, container);
  }

  private static void dropFrom(State state, int container) {
    if (holds(state, container)) {
      state.store().removeField(container, Port.ELEMENT);
      InnerContainers.leave(state.store(), container);
    }
  }

  /** Where a body ends, its views are no news for callers. */
  static void forget(Store store) {
    for (Part part : Part.values()) {
      store.pinsNamed(part.views).forEach(store::removePin);
      store.pinsNamed(part.shown).forEach(store::removePin);
    }
    store.pinsNamed(State.MET).forEach(store::removePin);
  }
}
