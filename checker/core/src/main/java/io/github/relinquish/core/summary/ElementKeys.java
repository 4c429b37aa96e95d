package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.NewKeys;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Under which key the resource is in a map, as far as that is known: the same value, or a string constant of the same text, is the same
 * key; another text is another one, and so is a key that nobody had before. Positions in lists are no keys, for what is behind them moves.
 */
final class ElementKeys {
  /** Points from a container to the key under which it holds the resource. */
  private static final String KEY = "~key";
  /** Points from a container to a key under which it does not hold the resource. */
  private static final String OTHER_KEY = "~other";

  /** What a call's key says of the element that it means. */
  enum Match {
    /** The one that is the resource. */
    SAME,
    /** Not the resource. */
    OTHER,
    /** Perhaps one, perhaps the other. */
    UNKNOWN
  }

  private ElementKeys() {}

  /** The call puts the resource into the container. */
  static void remember(Way way, int container) {
    OptionalInt key = keyOf(way);
    Store store = way.state().store();
    store.removeField(container, OTHER_KEY);
    if (key.isPresent() && !way.state().holdsResource(key.getAsInt())) {
      store.setField(container, KEY, key.getAsInt());
    } else {
      store.removeField(container, KEY);
    }
  }

  /** The call looks under its key: who looks there again finds the resource if this call has found it, and not if it has not. */
  static void tell(Way found, Way other, OptionalInt container) {
    OptionalInt key = keyOf(found);
    if (key.isPresent() && container.isPresent() && !found.state().holdsResource(key.getAsInt())) {
      found.state().store().setField(container.getAsInt(), KEY, key.getAsInt());
      other.state().store().setField(container.getAsInt(), OTHER_KEY, key.getAsInt());
    }
  }

  /** Says that a value, new in this state, is the key under which the resource is; answers the node of that key. */
  static int isKey(Store store, int container, int key) {
    Optional<Integer> known = store.field(container, KEY);
    if (known.isEmpty()) {
      store.setField(container, KEY, key);
    }
    return known.orElse(key);
  }

  /** Says that the resource is not under a key. */
  static void isOther(Store store, int container, int key) {
    store.setField(container, OTHER_KEY, key);
  }

  /** Compares the key of a call with the one under which its container holds the resource. */
  static Match compare(Way way, OptionalInt container) {
    OptionalInt asked = keyOf(way);
    if (asked.isEmpty() || container.isEmpty()) {
      return Match.UNKNOWN;
    }
    Store store = way.state().store();
    Match match = match(store, store.field(container.getAsInt(), KEY), asked.getAsInt());
    boolean isOther = match == Match.UNKNOWN
        && (match(store, store.field(container.getAsInt(), OTHER_KEY), asked.getAsInt()) == Match.SAME || NewKeys.isNew(store, asked.getAsInt()));
    return isOther ? Match.OTHER : match;
  }

  private static Match match(Store store, Optional<Integer> known, int asked) {
    return known.map(key -> match(store, key, asked)).orElse(Match.UNKNOWN);
  }

  private static Match match(Store store, int a, int b) {
    String left = textOf(store.value(a));
    String right = textOf(store.value(b));
    if (a == b || !left.isEmpty() && left.equals(right)) {
      return Match.SAME;
    }
    return left.isEmpty() || right.isEmpty() ? Match.UNKNOWN : Match.OTHER;
  }

  /** The text of a string constant; empty for anything else. */
  private static String textOf(Value value) {
    return value.isText() ? value.name() : "";
  }

  private static OptionalInt keyOf(Way way) {
    List<String> types = way.call().callee().parameterTypes();
    boolean isKeyed = !way.call().callee().isConstructor() && !types.isEmpty() && ClassNames.isReference(types.get(0));
    return isKeyed ? way.find(Port.argument(0)) : OptionalInt.empty();
  }
}
