package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Layout;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.simulate.Trail;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.List;

/** Makes the state at the entry of a body: what its parameters mean, and where the followed resource is. */
final class EntryState {
  private EntryState() {}

  /** The state at the entry of a body. */
  static State of(Layout layout, Entry entry) {
    Store store = new Store();
    FlowGraph graph = layout.graph();
    List<Integer> inputs = new ArrayList<>();
    int receivers = graph.hasThis() ? 1 : 0;
    for (int i = 0; i < graph.parameters().size(); i++) {
      Variable parameter = graph.parameters().get(i);
      Port port = i < receivers ? Port.RECEIVER : Port.argument(i - receivers);
      int node = store.fromOutside(port, i < receivers ? Value.NONNULL : Value.natural(parameter.type()));
      store.assign(parameter, node);
      store.setPin(Summaries.IN + i, node);
      inputs.add(node);
    }
    entry.closures().forEach((port, closure) -> {
      int node = walk(store, inputs, receivers, port);
      store.setValue(node, store.value(node).meet(Value.ofClosure(closure)));
    });
    entry.types().forEach((port, type) -> {
      int node = walk(store, inputs, receivers, port);
      store.setValue(node, store.value(node).meet(Value.ofType(type)));
    });
    entry.names().forEach((port, name) -> {
      int node = walk(store, inputs, receivers, port);
      store.setValue(node, store.value(node).named(name));
    });
    if (entry.followed().isEmpty()) {
      return State.plain(store);
    }
    return follow(store, inputs, receivers, entry);
  }

  private static State follow(Store store, List<Integer> inputs, int receivers, Entry entry) {
    int resource = -1;
    for (Port port : entry.at()) {
      int node = port.root() == Port.Root.THREAD ? store.fresh(Value.NONNULL) : walk(store, inputs, receivers, port);
      if (resource < 0) {
        resource = node;
      } else {
        store.unify(node, resource);
      }
      if (port.root() == Port.Root.THREAD) {
        store.assignStatic(State.THREAD, resource);
      } else if (port.path().isEmpty()) {
        store.assignStatic(Summaries.CALLER, resource);
      }
    }
    if (resource < 0) {
      // Only what it was made from is passed.
      resource = store.fresh(Value.NONNULL);
    }
    if (entry.isHeldElsewhere()) {
      store.assignStatic(Summaries.CALLER, resource);
    }
    store.refine(resource, Range.NONZERO);
    State state = State.following(store, resource, entry.followed().orElseThrow(), entry.typestate(), Trail.START);
    entry.parents().forEach((role, port) -> store.setPin(State.PARENT + role, walk(store, inputs, receivers, port)));
    return state;
  }

  private static int walk(Store store, List<Integer> inputs, int receivers, Port port) {
    boolean isStatic = port.root() == Port.Root.STATIC;
    int node = isStatic ? store.loadStatic(port.staticField(), () -> Value.UNKNOWN) : inputs.get(port.root() == Port.Root.RECEIVER ? 0 : receivers + port.index());
    for (String field : port.path().subList(isStatic ? 1 : 0, port.path().size())) {
      store.refine(node, Range.NONZERO);
      node = store.loadField(node, field);
    }
    return node;
  }
}
