package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call with its operands as nodes of a store.
 *
 * @param site where
 * @param callee as the call names it
 * @param kind how it finds its body
 * @param operands nodes, the receiver first unless {@code kind} is STATIC
 * @param thrown declared exceptions
 * @param depth how many calls of bodies and closures it stands in
 */
record CallSite(Site site, MethodKey callee, CallKind kind, List<Integer> operands, List<String> thrown, int depth) {
  CallSite {
    operands = List.copyOf(operands);
  }

  int arguments() {
    return operands.size() - receivers();
  }

  int receivers() {
    return kind == CallKind.STATIC ? 0 : 1;
  }

  /** The port that operand {@code index} is. */
  Port portOf(int index) {
    return index < receivers() ? Port.RECEIVER : Port.argument(index - receivers());
  }

  /** The node at the root of a port; empty for roots that are no operands. */
  OptionalInt root(Port port, int shift) {
    int index = switch (port.root()) {
      case RECEIVER -> kind == CallKind.STATIC ? -1 : 0;
      case ARGUMENT -> receivers() + port.index() + shift;
      default -> -1;
    };
    return index < 0 || index >= operands.size() ? OptionalInt.empty() : OptionalInt.of(operands.get(index));
  }

  /** The node at a port, as far as the store knows it. */
  OptionalInt find(Port port, int shift, State state, int result) {
    OptionalInt node = rootOf(port, shift, state, result);
    for (String field : port.path()) {
      if (node.isEmpty()) {
        return node;
      }
      node = find(state, node.getAsInt(), field);
    }
    return node;
  }

  private static OptionalInt find(State state, int node, String field) {
    if (Views.leadsToShown(field)) {
      return Views.shownBy(state, node, field);
    } else if (field.equals(Port.LAST)) {
      return Views.lastOf(state, node);
    }
    Optional<Integer> next = state.store().field(node, field);
    return next.isPresent() ? OptionalInt.of(next.get()) : OptionalInt.empty();
  }

  /** The node at a port; what is not known yet is made up. */
  OptionalInt make(Port port, int shift, State state, int result) {
    OptionalInt node = rootOf(port, shift, state, result);
    for (String field : port.path()) {
      if (node.isEmpty()) {
        return node;
      }
      node = OptionalInt.of(field.equals(Port.ELEMENT)
          ? element(state, node.getAsInt())
          : state.store().loadField(node.getAsInt(), field));
    }
    return node;
  }

  /** Elements have no identity: some element is a new value each time, unless the followed resource is one. */
  private static int element(State state, int container) {
    Store store = state.store();
    Optional<Integer> known = store.field(container, Port.ELEMENT);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Port> origin = store.origin(container);
    return origin.isPresent()
        ? store.fromOutside(origin.get().then(List.of(Port.ELEMENT)), io.github.relinquish.core.state.Value.UNKNOWN)
        : store.fresh(io.github.relinquish.core.state.Value.UNKNOWN);
  }

  private OptionalInt rootOf(Port port, int shift, State state, int result) {
    switch (port.root()) {
      case RESULT:
        return result < 0 ? OptionalInt.empty() : OptionalInt.of(result);
      case THREAD:
        return state.store().staticField(State.THREAD).map(OptionalInt::of).orElse(OptionalInt.empty());
      default:
        return root(port, shift);
    }
  }

  /** Ports of the operands that hold the resource of {@code state}, each with a path; sorted. */
  List<Port> portsHolding(State state, int longest) {
    List<Port> ports = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Port port = portOf(i);
      if (state.holdsResource(operands.get(i))) {
        state.store().paths(operands.get(i), state.resource(), longest).forEach(p -> ports.add(port.then(p)));
      }
    }
    ports.sort(null);
    return ports;
  }

  /** As messages name it. What is called by whoever was handed it is not written at the place of the call; it is named like a reference. */
  String name() {
    if (callee.name().startsWith("lambda$")) {
      return "the lambda";
    }
    boolean isHandedIn = depth > 0 && !callee.isConstructor();
    return isHandedIn ? callee.reference() : callee.shortName() + "()";
  }
}
