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
 * @param types by how many fields lead to it: the exact class of an object on the way
 */
public record Spot(List<String> path, Map<Integer, Value.Closure> closures, Map<Integer, String> types) {
  public Spot {
    path = List.copyOf(path);
    closures = new TreeMap<>(closures);
    types = new TreeMap<>(types);
  }

  /** The place at {@code path} of an object of which nothing more is known. */
  public static Spot plain(List<String> path) {
    return new Spot(path, Map.of(), Map.of());
  }

  /** The place at {@code path} of the object whose method is left, with the closures and classes that are known there. */
  public static Spot of(Leaving exit, List<String> path) {
    return of(exit.state().store(), exit.state().store().pin(Summaries.IN + 0), path);
  }

  /** The place at {@code path} of the object that is returned. */
  public static Spot ofResult(Leaving exit, List<String> path) {
    return of(exit.state().store(), Optional.of(exit.result()), path);
  }

  private static Spot of(Store store, Optional<Integer> object, List<String> path) {
    Map<Integer, Value.Closure> closures = new TreeMap<>();
    Map<Integer, String> types = new TreeMap<>();
    Optional<Integer> node = object;
    for (int i = 0; i < path.size() && node.isPresent(); i++) {
      int length = i + 1;
      node = store.field(node.get(), path.get(i));
      node.flatMap(n -> store.value(n).knownClosure()).ifPresent(c -> closures.put(length, c));
      boolean isOnTheWay = length < path.size();
      node.map(n -> store.value(n).type()).filter(t -> isOnTheWay && !t.isEmpty()).ifPresent(t -> types.put(length, t));
    }
    return new Spot(path, closures, types);
  }

  /** The same place, with what both know of the way. */
  public Spot join(Spot other) {
    Map<Integer, Value.Closure> sameClosures = new TreeMap<>(closures);
    sameClosures.entrySet().retainAll(other.closures.entrySet());
    Map<Integer, String> sameTypes = new TreeMap<>(types);
    sameTypes.entrySet().retainAll(other.types.entrySet());
    return new Spot(path, sameClosures, sameTypes);
  }

  /** The classes by ports of the object. */
  public Map<Port, String> typesOfReceiver() {
    Map<Port, String> byPort = new TreeMap<>();
    types.forEach((length, type) -> byPort.put(Port.RECEIVER.then(new ArrayList<>(path.subList(0, length))), type));
    return byPort;
  }

  /** The closures by ports of the object. */
  public Map<Port, Value.Closure> closuresOfReceiver() {
    Map<Port, Value.Closure> byPort = new TreeMap<>();
    closures.forEach((length, closure) -> byPort.put(Port.RECEIVER.then(new ArrayList<>(path.subList(0, length))), closure));
    return byPort;
  }
}
