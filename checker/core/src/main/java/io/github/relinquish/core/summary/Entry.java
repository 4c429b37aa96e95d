package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known when a body is entered: the key of a summary.
 *
 * @param kind the resource that is followed, as a list of at most one
 * @param typestate where it stands; LIVE where none is followed
 * @param at ports that hold it; sorted
 * @param parents role to the ports that hold what the resource was made from
 * @param closures known closures by port
 * @param types classes of what is passed, by port, where they are known exactly and make a difference
 * @param names what values of what is passed are called, by port, where a provider among them may go away
 * @param isHeldElsewhere whether the caller holds the resource under other names too
 * @param fuel how many more levels of plain calls are looked into
 */
public record Entry(List<Kind> kind, Typestate typestate, List<Port> at, Map<String, Port> parents,
    Map<Port, Value.Closure> closures, Map<Port, String> types, Map<Port, String> names, boolean isHeldElsewhere, int fuel) {
  /** Levels of plain calls that a body under judgement looks into. */
  public static final int FUEL = 2;

  public Entry {
    kind = List.copyOf(kind);
    at = List.copyOf(at);
    parents = new TreeMap<>(parents);
    closures = new TreeMap<>(closures);
    types = new TreeMap<>(types);
    names = new TreeMap<>(names);
  }

  /** No class is known exactly. */
  public Entry(List<Kind> kind, Typestate typestate, List<Port> at, Map<String, Port> parents,
      Map<Port, Value.Closure> closures, boolean isHeldElsewhere, int fuel) {
    this(kind, typestate, at, parents, closures, Map.of(), Map.of(), isHeldElsewhere, fuel);
  }

  /** No resource is followed. */
  public static Entry plain(Map<Port, Value.Closure> closures, int fuel) {
    return new Entry(List.of(), Typestate.LIVE, List.of(), Map.of(), closures, false, fuel);
  }

  /** No resource is followed, and some classes are known. */
  static Entry plain(Map<Port, Value.Closure> closures, Map<Port, String> types, int fuel) {
    return new Entry(List.of(), Typestate.LIVE, List.of(), Map.of(), closures, types, Map.of(), false, fuel);
  }

  /** The resource at {@code at} is followed. */
  public static Entry following(Kind kind, Typestate typestate, List<Port> at) {
    return new Entry(List.of(kind), typestate, at, Map.of(), Map.of(), false, FUEL);
  }

  Optional<Kind> followed() {
    return kind.stream().findFirst();
  }

  /** What sets it apart from others, but for the fuel. */
  String text() {
    return (kind.isEmpty() ? "" : kind.get(0).name()) + " " + typestate + " " + at + " " + parents + " " + closures + " " + types + " " + names + " " + isHeldElsewhere;
  }
}
