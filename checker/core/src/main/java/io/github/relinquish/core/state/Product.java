package io.github.relinquish.core.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The join of two stores: its nodes are pairs of nodes, one of each side, that one name means. */
final class Product {
  /** Most nodes: pairs of two large stores that hang together differently could be as many as their product. */
  private static final int MOST_NODES = 4_000;

  private final Store left;
  private final Store right;
  private final Store out;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<int[]> order = new ArrayList<>();

  Product(Store left, Store right) {
    this.left = left;
    this.right = right;
    this.out = new Store();
  }

  /** What both know; not canonical. */
  Store store() {
    for (int i = 0; i < left.variables.size(); i++) {
      int other = right.variables.get(left.variables.variable(i));
      if (other != Bindings.ABSENT) {
        out.variables.put(left.variables.variable(i), pair(left.variables.node(i), other));
      }
    }
    pairNames(left.statics, right.statics, out.statics);
    pairNames(left.pins, right.pins, out.pins);
    joinNodes();
    out.written.addAll(left.written);
    out.written.addAll(right.written);
    return out;
  }

  private void pairNames(TreeMap<String, Integer> ours, TreeMap<String, Integer> theirs, TreeMap<String, Integer> both) {
    ours.forEach((name, node) -> {
      if (theirs.containsKey(name)) {
        both.put(name, pair(node, theirs.get(name)));
      }
    });
  }

  private int pair(int a, int b) {
    return numbers.computeIfAbsent((long) a * right.next + b, k -> {
      order.add(new int[] {a, b});
      return order.size() - 1;
    });
  }

  private void joinNodes() {
    for (int i = 0; i < order.size(); i++) {
      if (order.size() > MOST_NODES) {
        out.isCut = true;
        break;
      }
      joinNode(order.get(i)[0], order.get(i)[1], i);
    }
    out.next = order.size();
  }

  private void joinNode(int a, int b, int node) {
    out.setValue(node, left.value(a).join(right.value(b)));
    if (left.origins.containsKey(a) && left.origins.get(a).equals(right.origins.get(b))) {
      out.origins.put(node, left.origins.get(a));
    }
    joinDefinition(a, b, node);
    if (left.sizes.containsKey(a) && right.sizes.containsKey(b)) {
      out.sizes.put(node, pair(left.sizes.get(a), right.sizes.get(b)));
    }
    joinSum(a, b, node);
    TreeMap<String, Integer> theirs = right.fields.get(b);
    if (theirs != null && left.fields.containsKey(a)) {
      left.fields.get(a).forEach((name, target) -> {
        Integer there = theirs.get(name);
        if (there != null) {
          out.setField(node, name, pair(target, there));
        }
      });
    }
  }

  private void joinSum(int a, int b, int node) {
    Sum here = left.sums.get(a);
    Sum there = right.sums.get(b);
    boolean isSame = here != null && there != null && here.by() == there.by()
        && left.origins.get(here.base()).equals(right.origins.get(there.base()));
    if (isSame) {
      out.sums.put(node, new Sum(pair(here.base(), there.base()), here.by()));
    }
  }

  private void joinDefinition(int a, int b, int node) {
    Definition here = left.definitions.get(a);
    Definition there = right.definitions.get(b);
    if (here != null && there != null && here.relation() == there.relation() && here.isOneWay() == there.isOneWay()) {
      out.definitions.put(node, new Definition(pair(here.left(), there.left()), here.relation(),
          pair(here.right(), there.right()), here.isOneWay()));
    }
  }
}
