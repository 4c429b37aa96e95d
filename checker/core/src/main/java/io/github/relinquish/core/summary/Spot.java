package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A place inside an object.
 *
 * @param path fields from the object to the place, at least one
 * @param closures by how many fields lead to it: a closure on the way, which whoever calls it may make release what it captured
 */
public record Spot(List<String> path, Map<Integer, Value.Closure> closures) {
  public Spot {
    path = List.copyOf(path);
    closures = new TreeMap<>(closures);
  }

  /** The place at {@code path} of the object whose method is left, with the closures that are known there. */
  public static Spot of(Leaving exit, List<String> path) {
    Store store = exit.state().store();
    Map<Integer, Value.Closure> closures = new TreeMap<>();
    Optional<Integer> node = store.pin(Summaries.IN + 0);
    for (int i = 0; i < path.size() && node.isPresent(); i++) {
      int length = i + 1;
      node = store.field(node.get(), path.get(i));
      node.flatMap(n -> store.value(n).knownClosure()).ifPresent(c -> closures.put(length, c));
    }
    return new Spot(path, closures);
  }

  /** The closures by ports of the object. */
  public Map<Port, Value.Closure> closuresOfReceiver() {
    Map<Port, Value.Closure> byPort = new TreeMap<>();
    closures.forEach((length, closure) -> byPort.put(Port.RECEIVER.then(new ArrayList<>(path.subList(0, length))), closure));
    return byPort;
  }
}
