package io.github.relinquish.core.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the nodes of a store in the order in which names reach them; what no name reaches is left out.
 */
final class Canonical {
  private final Store from;
  private final Store out;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Integer> order = new ArrayList<>();

  Canonical(Store from) {
    this.from = from;
    this.out = new Store();
  }

  Store store() {
    for (int i = 0; i < from.variables.size(); i++) {
      out.variables.put(from.variables.variable(i), numberOf(from.variables.node(i)));
    }
    from.statics.forEach((name, node) -> out.statics.put(name, numberOf(node)));
    from.pins.forEach((name, node) -> out.pins.put(name, numberOf(node)));
    for (int i = 0; i < order.size(); i++) {
      copyNode(order.get(i), i);
    }
    out.written.addAll(from.written);
    out.next = order.size();
    out.settled = order.size();
    out.isCut = from.isCut;
    return out;
  }

  /** First come, first numbered. */
  private int numberOf(int node) {
    return numbers.computeIfAbsent(node, n -> {
      order.add(n);
      return order.size() - 1;
    });
  }

  private void copyNode(int node, int number) {
    if (from.values.containsKey(node)) {
      out.values.put(number, from.values.get(node));
    }
    if (from.origins.containsKey(node)) {
      out.origins.put(number, from.origins.get(node));
    }
    Definition definition = from.definitions.get(node);
    if (definition != null) {
      out.definitions.put(number, new Definition(numberOf(definition.left()), definition.relation(),
          numberOf(definition.right()), definition.isOneWay()));
    }
    if (from.sizes.containsKey(node)) {
      out.sizes.put(number, numberOf(from.sizes.get(node)));
    }
    Sum sum = from.sums.get(node);
    if (sum != null) {
      out.sums.put(number, new Sum(numberOf(sum.base()), sum.by()));
    }
    if (from.fields.containsKey(node)) {
      from.fields.get(node).forEach((name, target) -> out.setField(number, name, numberOf(target)));
    }
  }
}
