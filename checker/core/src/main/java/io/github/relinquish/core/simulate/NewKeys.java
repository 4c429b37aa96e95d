package io.github.relinquish.core.simulate;

import io.github.relinquish.core.state.Store;

/** Values that nobody had before this run of the method, so that nothing is in a map under them when it begins. */
public final class NewKeys {
  /** Marks a value that no earlier call has answered. */
  private static final String COINED = "~coined";

  private NewKeys() {}

  /** No earlier call has answered the value. */
  public static void coin(Store store, int node) {
    store.setField(node, COINED, node);
  }

  /** Whether a value is one that was coined, or the number of a field that counts its calls. */
  public static boolean isNew(Store store, int node) {
    return store.field(node, COINED).isPresent() || store.isCounter(node);
  }
}
