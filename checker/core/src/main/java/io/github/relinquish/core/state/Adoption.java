package io.github.relinquish.core.state;

import io.github.relinquish.core.protocol.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes what a callee's exit says over into the store of the caller. */
final class Adoption {
  private final Store here;
  private final Store exit;
  private final Function<Port, Integer> resolve;

  /**
   * @param here the caller's store, which changes
   * @param exit the callee's store at an exit, canonical
   * @param resolve the node of {@code here} that an origin of the callee stands for
   */
  Adoption(Store here, Store exit, Function<Port, Integer> resolve) {
    this.here = here;
    this.exit = exit;
    this.resolve = resolve;
  }

  /** Nodes of the caller by nodes of the exit; empty where the exit contradicts what the caller knows. */
  Optional<Map<Integer, Integer>> adopt(Map<Integer, Integer> known) {
    Map<Integer, Integer> mapped = new TreeMap<>(known);
    exit.origins.forEach((node, port) -> mapped.computeIfAbsent(node, n -> resolve.apply(port)));
    forgetWhatIsWritten();
    for (int node = 0; node < exit.next; node++) {
      if (!mapped.containsKey(node)) {
        mapped.put(node, here.fresh(exit.value(node)));
      }
    }
    adoptShape(mapped);
    return adoptKnowledge(mapped) ? Optional.of(mapped) : Optional.empty();
  }

  /** What the callee wrote is not what the caller knew. All ports are resolved first, for what is forgotten leads nowhere. */
  private void forgetWhatIsWritten() {
    TreeMap<String, Port> ports = new TreeMap<>();
    exit.written.forEach(text -> Port.parse(text).ifPresent(p -> ports.put(text, p)));
    Map<String, Integer> bases = new TreeMap<>();
    ports.forEach((text, port) -> bases.put(text, resolve.apply(port.around())));
    bases.forEach((text, base) -> {
      String field = ports.get(text).last();
      here.removeField(base, field);
      here.origin(base).ifPresent(origin -> here.written.add(origin.then(List.of(field)).toString()));
    });
  }

  private void adoptShape(Map<Integer, Integer> mapped) {
    exit.fields.forEach((node, map) -> map.forEach((name, target) -> {
      Port origin = exit.origins.get(node);
      // What was there at first may have been put back: what was written is forgotten here.
      boolean isUntouched = origin != null && origin.then(List.of(name)).equals(exit.origins.get(target))
          && !exit.written.contains(origin.then(List.of(name)).toString());
      if (!isUntouched) {
        here.setField(mapped.get(node), name, mapped.get(target));
      }
    }));
    exit.definitions.forEach((node, d) -> {
      if (!exit.origins.containsKey(node)) {
        here.define(mapped.get(node),
            new Definition(mapped.get(d.left()), d.relation(), mapped.get(d.right()), d.isOneWay()));
      }
    });
    exit.sums.forEach((node, sum) -> {
      if (!exit.origins.containsKey(node)) {
        here.addSum(mapped.get(node), mapped.get(sum.base()), sum.by());
      }
    });
    exit.sizes.forEach((node, container) -> here.setSizeOf(mapped.get(node), mapped.get(container)));
    exit.statics.forEach((name, node) -> {
      if (!name.startsWith("<")) {
        here.assignStatic(name, mapped.get(node));
      }
    });
  }

  /** What the callee found out of what came from the caller. Answers false where that cannot be. */
  private boolean adoptKnowledge(Map<Integer, Integer> mapped) {
    for (int node : exit.origins.keySet()) {
      int to = mapped.get(node);
      Value before = here.value(to);
      Value found = exit.value(node);
      if (!here.refine(to, found.range())) {
        return false;
      }
      here.setValue(to, here.value(to).meet(new Value(Range.ALL, found.type(), found.closure(), before.name(), false)));
      if (found.isEscaped()) {
        here.escape(to);
      }
    }
    return true;
  }
}
