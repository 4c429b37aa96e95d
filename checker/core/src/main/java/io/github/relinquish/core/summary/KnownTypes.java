package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.State;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Exact classes that a caller knows of the owners between what it passes and the resource. */
final class KnownTypes {
  private KnownTypes() {}

  /** By port. A body that closes what it is given, or a part of that, calls the method of the very class. */
  static Map<Port, String> of(List<Port> ports, MethodKey body, State state, CallSite call) {
    Map<Port, String> types = new TreeMap<>();
    for (Port port : ports) {
      OptionalInt root = call.root(port, 0);
      if (root.isPresent()) {
        add(port, root.getAsInt(), body.owner(), state, types);
      }
    }
    return types;
  }

  private static void add(Port port, int root, String owner, State state, Map<Port, String> types) {
    int node = root;
    for (int i = 0; i < port.path().size() && node >= 0; i++) {
      String type = state.store().value(node).type();
      boolean isSaid = i == 0 && port.root() == Port.Root.RECEIVER && type.equals(owner);
      if (!type.isEmpty() && !isSaid) {
        types.put(port.base().then(port.path().subList(0, i)), type);
      }
      node = state.store().field(node, port.path().get(i)).orElse(-1);
    }
  }
}
