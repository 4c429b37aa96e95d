package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A state on its way through a row: what the row's ports mean at the call. */
record Way(State state, CallSite call, int shift, int result, boolean isAliased) {
  Way(State state, CallSite call, int shift, int result) {
    this(state, call, shift, result, false);
  }

  OptionalInt find(Port port) {
    return call.find(port, shift, state, result);
  }

  OptionalInt make(Port port) {
    return call.make(port, shift, state, result);
  }

  Way with(State other) {
    return new Way(other, call, shift, result, isAliased);
  }

  Way returning(int node) {
    return new Way(state, call, shift, node, isAliased);
  }

  /** The result is what it is named after here; another alias only counts if it holds the resource. */
  Way aliasing(int node) {
    return new Way(state, call, shift, node, true);
  }

  /** Whether what is at the port is the followed resource. */
  boolean isResourceAt(Port port) {
    OptionalInt node = find(port);
    return node.isPresent() && state.isResource(node.getAsInt());
  }

  /** Whether what is at the port is the followed resource or holds it. */
  boolean holdsResourceAt(Port port) {
    OptionalInt node = find(port);
    return node.isPresent() && state.holdsResource(node.getAsInt());
  }

  /** The way that starts at a call with rows: its result is a new value. */
  static Way into(CallSite call, List<Row> rows, State state, RowTable table) {
    String type = call.callee().returnType();
    int result = type.equals("void") || call.callee().isConstructor() ? -1 : state.store().fresh(Value.natural(type));
    return new Way(state, call, table.shiftOf(rows.get(0), call.callee()), result);
  }

  /** The name that what is at the port carries. */
  Optional<String> nameAt(Port port) {
    OptionalInt node = find(port);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String name = state.store().value(node.getAsInt()).name();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** The call of a function by its name: without a receiver, variable arguments spread out. */
  CallSite asFunction() {
    List<Integer> operands = new ArrayList<>(call.operands().subList(call.receivers(), call.operands().size()));
    if (operands.size() == 1) {
      Store store = state.store();
      List<Integer> spread = new ArrayList<>();
      for (int i = 0; store.field(operands.get(0), "[" + i + "]").isPresent(); i++) {
        spread.add(store.field(operands.get(0), "[" + i + "]").get());
      }
      operands = spread.isEmpty() ? operands : spread;
    }
    return new CallSite(call.site(), call.callee(), CallKind.STATIC, operands, call.thrown(), call.depth());
  }
}
