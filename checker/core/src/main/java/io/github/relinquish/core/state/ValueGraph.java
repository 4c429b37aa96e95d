package io.github.relinquish.core.state;

import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values and what is known of them: numbered nodes, with fields that point to nodes.
 *
 * <p>A field that is absent is unknown. Nodes are never changed, fields are pointed elsewhere; so a {@link Definition} stays true.
 * {@link Store} gives nodes names.
 */
abstract sealed class ValueGraph permits Store {
  private static final int CROWD = 64;

  final TreeMap<Integer, TreeMap<String, Integer>> fields = new TreeMap<>();
  final TreeMap<Integer, Value> values = new TreeMap<>();
  final TreeMap<Integer, Definition> definitions = new TreeMap<>();
  final TreeMap<Integer, Port> origins = new TreeMap<>();
  /** Nodes whose size a node is. */
  final TreeMap<Integer, Integer> sizes = new TreeMap<>();
  /** Numbers that were counted up or down from one that came from outside. */
  final TreeMap<Integer, Sum> sums = new TreeMap<>();
  /** Fields of values that came from outside, written here: text of the port. */
  final TreeSet<String> written = new TreeSet<>();
  /** The number of the next node. */
  int next;
  /** How many nodes there were when this was canonical. */
  int settled;

  ValueGraph() {}

  /** The same graph, to be changed on its own. */
  ValueGraph(ValueGraph other) {
    other.fields.forEach((node, map) -> fields.put(node, new TreeMap<>(map)));
    values.putAll(other.values);
    definitions.putAll(other.definitions);
    origins.putAll(other.origins);
    sizes.putAll(other.sizes);
    sums.putAll(other.sums);
    written.addAll(other.written);
    next = other.next;
    settled = other.settled;
  }

  /** Whether most nodes are likely to mean nothing any more, so that it is time for {@link Store#canonical}. */
  public boolean isCrowded() {
    return next > CROWD + 2 * settled;
  }

  // Values

  /** A new value. */
  public int fresh(Value value) {
    int node = next++;
    if (!value.equals(Value.UNKNOWN)) {
      values.put(node, value);
    }
    return node;
  }

  /** A value that came from outside through {@code origin}. */
  public int fromOutside(Port origin, Value value) {
    int node = fresh(value);
    origins.put(node, origin);
    return node;
  }

  public Value value(int node) {
    return values.getOrDefault(node, Value.UNKNOWN);
  }

  public void setValue(int node, Value value) {
    if (value.equals(Value.UNKNOWN)) {
      values.remove(node);
    } else {
      values.put(node, value);
    }
  }

  /** Values that are known closures. */
  public List<Integer> closures() {
    return values.keySet().stream().filter(node -> value(node).knownClosure().isPresent()).toList();
  }

  /** Where a value came from, if it came from outside. */
  public Optional<Port> origin(int node) {
    return Optional.ofNullable(origins.get(node));
  }

  public void define(int node, Definition definition) {
    definitions.put(node, definition);
  }

  /** Says that {@code node} is the number of elements of {@code container}. */
  public void setSizeOf(int node, int container) {
    sizes.put(node, container);
  }

  /** The container whose number of elements {@code node} is. */
  public Optional<Integer> sizeOf(int node) {
    return Optional.ofNullable(sizes.get(node));
  }

  // Fields

  /** Where field {@code name} of {@code node} points, if that is known. */
  public Optional<Integer> field(int node, String name) {
    TreeMap<String, Integer> map = fields.get(node);
    return map == null ? Optional.empty() : Optional.ofNullable(map.get(name));
  }

  /** Where a field points; where nothing is known, a new value, from outside if {@code node} is. */
  public int loadField(int node, String name) {
    Optional<Integer> known = field(node, name);
    if (known.isPresent()) {
      return known.get();
    }
    Port origin = origins.get(node);
    boolean isInitial = origin != null && !written.contains(origin.then(List.of(name)).toString());
    int target = isInitial ? fromOutside(origin.then(List.of(name)), Value.UNKNOWN) : fresh(Value.UNKNOWN);
    setField(node, name, target);
    return target;
  }

  /** Points a field elsewhere without counting it as written by the program. */
  public void setField(int node, String name, int target) {
    fields.computeIfAbsent(node, n -> new TreeMap<>()).put(name, target);
    if (value(node).isEscaped()) {
      escape(target);
    }
  }

  /**
   * Says that code that nobody can read has a value from now on, and what can be reached from it. Objects whose method runs are no news
   * to their callers: they keep what they hold.
   */
  public void escape(int node) {
    Deque<Integer> work = new ArrayDeque<>();
    work.add(node);
    while (!work.isEmpty()) {
      int at = work.poll();
      boolean isOwn = origin(at).filter(o -> o.root() == Port.Root.RECEIVER).isPresent();
      if (!isOwn && !value(at).isEscaped()) {
        setValue(at, value(at).escaped(true));
        work.addAll(fields.getOrDefault(at, new TreeMap<>()).values());
      }
    }
  }

  /** A store of the program. */
  public void storeField(int node, String name, int target) {
    setField(node, name, target);
    Port origin = origins.get(node);
    if (origin != null) {
      written.add(origin.then(List.of(name)).toString());
    }
  }

  /** Takes an escaped value back for whoever acquires into it, unless it is part of an object that has escaped. */
  public void reclaim(int node) {
    boolean isPart = fields.entrySet().stream()
        .anyMatch(e -> e.getKey() != node && value(e.getKey()).isEscaped() && e.getValue().containsValue(node));
    if (!isPart) {
      setValue(node, value(node).escaped(false));
    }
  }

  public void removeField(int node, String name) {
    TreeMap<String, Integer> map = fields.get(node);
    if (map != null) {
      map.remove(name);
      if (map.isEmpty()) {
        fields.remove(node);
      }
    }
  }

  /** Names of the fields of {@code node} that are known, in order. */
  public List<String> fieldsOf(int node) {
    TreeMap<String, Integer> map = fields.get(node);
    return map == null ? List.of() : List.copyOf(map.keySet());
  }

  /** Text of the ports whose fields the program stored to. */
  public TreeSet<String> written() {
    return new TreeSet<>(written);
  }

  public void addWritten(String port) {
    written.add(port);
  }

  /** Every field that points to {@code gone} points to {@code kept}. */
  final void pointFields(int gone, int kept) {
    fields.values().forEach(map -> map.replaceAll((k, v) -> v == gone ? kept : v));
  }

  // Conditions

  /** Decides {@code left relation right} if what is known decides it. */
  public Optional<Boolean> decide(int left, Relation relation, int right) {
    if (left == right) {
      return Optional.of(relation == Relation.EQ || relation == Relation.LE || relation == Relation.GE);
    }
    return rangeOf(left).decide(relation, rangeOf(right));
  }

  /** The range of a node, its definition taken into account. */
  public Range rangeOf(int node) {
    Range range = value(node).range();
    Sum sum = sums.get(node);
    if (sum != null) {
      return range.meet(rangeOf(sum.base()).plus(sum.by()));
    }
    Definition definition = definitions.get(node);
    if (definition == null || range.single().isPresent()) {
      return range;
    }
    Optional<Boolean> decided = decide(definition.left(), definition.relation(), definition.right());
    if (decided.isPresent() && !(definition.isOneWay() && decided.get())) {
      return decided.get() ? Range.of(1) : Range.ZERO;
    }
    return range;
  }

  /** The range of a node where {@code base}, of which it may be a sum, is in {@code known}; empty where that cannot be. */
  public Range rangeOf(int node, int base, Range known) {
    Range narrowed = rangeOf(base).meet(known);
    Sum sum = sums.get(node);
    if (node == base || narrowed.isEmpty()) {
      return narrowed;
    }
    return sum != null && sum.base() == base ? rangeOf(node).meet(narrowed.plus(sum.by())) : rangeOf(node);
  }

  /** Takes {@code left relation right} for true. Answers false where that cannot be. */
  public boolean assume(int left, Relation relation, int right) {
    if (decide(left, relation, right).equals(Optional.of(false))) {
      return false;
    }
    return refine(left, rangeOf(left).refined(relation, rangeOf(right)))
        && refine(right, rangeOf(right).refined(relation.flipped(), rangeOf(left)));
  }

  /** A new number: {@code base} and {@code by}. */
  public int plus(int base, long by) {
    // A size is counted up or down from once: loops end.
    int node = fresh(sizes.containsKey(base) ? Value.of(rangeOf(base).plus(by)) : Value.UNKNOWN);
    addSum(node, base, by);
    return node;
  }

  /** A base came from outside, so that there are few, and none has a base of its own: loops end. */
  final void addSum(int node, int base, long by) {
    Range known = rangeOf(base);
    Sum before = sums.get(base);
    if (known.single().isPresent()) {
      Range narrowed = value(node).range().meet(known.plus(by));
      setValue(node, value(node).with(narrowed.isEmpty() ? known.plus(by) : narrowed));
    } else if (before != null) {
      sums.put(node, new Sum(before.base(), before.by() + by));
    } else if (origins.containsKey(base)) {
      sums.put(node, new Sum(base, by));
    }
  }

  /** Narrows a value. Answers false where nothing is left. */
  public boolean refine(int node, Range range) {
    Range narrowed = rangeOf(node).meet(range);
    if (narrowed.isEmpty()) {
      return false;
    }
    if (narrowed.equals(value(node).range())) {
      return true;
    }
    setValue(node, value(node).with(narrowed));
    Sum sum = sums.get(node);
    Definition definition = definitions.get(node);
    if (definition == null) {
      return sum == null || refine(sum.base(), narrowed.plus(-sum.by()));
    }
    boolean isTrue = !narrowed.contains(0);
    boolean isFalse = narrowed.equals(Range.ZERO);
    if (isTrue) {
      return assume(definition.left(), definition.relation(), definition.right());
    }
    return !isFalse || definition.isOneWay()
        || assume(definition.left(), definition.relation().negated(), definition.right());
  }

  // Reachability

  /** Whether {@code from} is {@code node} or has it in its fields, directly or not. */
  public boolean reaches(int from, int node) {
    Deque<Integer> work = new ArrayDeque<>();
    work.add(from);
    return reaches(work, node);
  }

  final boolean reaches(Deque<Integer> work, int node) {
    return reaches(work, node, new TreeSet<>());
  }

  /** @param seen nodes whose fields are not to be looked at; grows */
  final boolean reaches(Deque<Integer> work, int node, Set<Integer> seen) {
    while (!work.isEmpty()) {
      int at = work.poll();
      if (at == node) {
        return true;
      }
      if (seen.add(at) && fields.containsKey(at)) {
        work.addAll(fields.get(at).values());
      }
    }
    return false;
  }

  /**
   * All field paths from {@code from} to {@code node}, shortest first, none longer than {@code longest}. Fields by which a value points to itself
   * only mark it: no path takes two of them in a row.
   */
  public List<List<String>> paths(int from, int node, int longest) {
    List<List<String>> found = new ArrayList<>();
    Set<Integer> leading = leading(from, node);
    Deque<Map.Entry<Integer, List<String>>> work = new ArrayDeque<>();
    work.add(Map.entry(from, List.of()));
    while (!work.isEmpty() && found.size() < Range.MOST) {
      Map.Entry<Integer, List<String>> at = work.poll();
      if (at.getKey() == node) {
        found.add(at.getValue());
      } else if (at.getValue().size() < longest && leading.contains(at.getKey())) {
        fields.get(at.getKey()).forEach((name, target) -> {
          boolean isAgain = target.equals(at.getKey()) && isBehindMark(at.getKey(), at.getValue());
          if (!isAgain && (target == node || leading.contains(target))) {
            List<String> longer = new ArrayList<>(at.getValue());
            longer.add(name);
            work.add(Map.entry(target, longer));
          }
        });
      }
    }
    return found;
  }

  /** Whether the last field of a path to a node is one by which the node points to itself. */
  private boolean isBehindMark(int node, List<String> path) {
    return !path.isEmpty() && Integer.valueOf(node).equals(fields.get(node).get(path.get(path.size() - 1)));
  }

  /** Values between {@code from} and {@code node}, the first included: those whose fields lead there. */
  private Set<Integer> leading(int from, int node) {
    Map<Integer, List<Integer>> holders = new TreeMap<>();
    Set<Integer> seen = new TreeSet<>();
    Deque<Integer> work = new ArrayDeque<>(List.of(from));
    while (!work.isEmpty()) {
      int at = work.poll();
      if (at != node && seen.add(at) && fields.containsKey(at)) {
        for (int target : fields.get(at).values()) {
          holders.computeIfAbsent(target, t -> new ArrayList<>()).add(at);
          work.add(target);
        }
      }
    }
    Set<Integer> leading = new TreeSet<>();
    work.addAll(holders.getOrDefault(node, List.of()));
    while (!work.isEmpty()) {
      int at = work.poll();
      if (leading.add(at)) {
        work.addAll(holders.getOrDefault(at, List.of()));
      }
    }
    return leading;
  }

  /** Whether both graphs say the same of the same numbers. */
  final boolean isSameGraph(ValueGraph that) {
    return fields.equals(that.fields) && values.equals(that.values) && definitions.equals(that.definitions)
        && origins.equals(that.origins) && sizes.equals(that.sizes) && sums.equals(that.sums) && written.equals(that.written);
  }
}
