package io.github.relinquish.core.state;

import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known at one point: which variables and fields must mean the same value, and what is known of these values.
 *
 * <p>Values are numbered nodes. Variables, static fields and pins point to nodes; a node has fields that point to nodes. Two
 * names that point to one node must be aliases. A field that is absent is unknown. Nodes are never changed, names are
 * pointed elsewhere; so a {@link Definition} stays true.
 *
 * <p>Mutable, for one transfer at a time; {@link #canonical} and {@link #join} answer new stores. Two canonical stores are equal
 * when they say the same.
 */
public final class Store {
  private static final int ABSENT = -1;
  /** Most nodes of a join: pairs of two large stores that hang together differently could be as many as their product. */
  private static final int MOST_NODES = 4_000;

  private final int[] variables;
  private final TreeMap<String, Integer> statics = new TreeMap<>();
  private final TreeMap<String, Integer> pins = new TreeMap<>();
  private final TreeMap<Integer, TreeMap<String, Integer>> fields = new TreeMap<>();
  private final TreeMap<Integer, Value> values = new TreeMap<>();
  private final TreeMap<Integer, Definition> definitions = new TreeMap<>();
  private final TreeMap<Integer, Port> origins = new TreeMap<>();
  /** Nodes whose size a node is. */
  private final TreeMap<Integer, Integer> sizes = new TreeMap<>();
  /** Fields of values that came from outside, written here: text of the port. */
  private final TreeSet<String> written = new TreeSet<>();
  private int next;
  private boolean isCut;

  /** @param variableCount number of variables of the graph */
  public Store(int variableCount) {
    variables = new int[variableCount];
    Arrays.fill(variables, ABSENT);
  }

  private Store(Store other) {
    variables = other.variables.clone();
    statics.putAll(other.statics);
    pins.putAll(other.pins);
    other.fields.forEach((node, map) -> fields.put(node, new TreeMap<>(map)));
    values.putAll(other.values);
    definitions.putAll(other.definitions);
    origins.putAll(other.origins);
    sizes.putAll(other.sizes);
    written.addAll(other.written);
    next = other.next;
  }

  /** Whether the join that made this would have grown beyond all bounds, and left out what hangs far from any name. */
  public boolean isCut() {
    return isCut;
  }

  public Store copy() {
    return new Store(this);
  }

  // Nodes

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

  // Names

  /** The node that a variable means; a new unknown one where nothing was known. */
  public int node(Variable variable) {
    if (variables[variable.index()] == ABSENT) {
      variables[variable.index()] = fresh(Value.UNKNOWN);
    }
    return variables[variable.index()];
  }

  public boolean has(Variable variable) {
    return variable.index() >= 0 && variables[variable.index()] != ABSENT;
  }

  /** The same for the index of a variable: the cheap question that is asked of all variables at each block. */
  public boolean isKnown(int variableIndex) {
    return variables[variableIndex] != ABSENT;
  }

  public void assign(Variable variable, int node) {
    if (variable.index() >= 0) {
      variables[variable.index()] = node;
    }
  }

  public void forget(int variableIndex) {
    variables[variableIndex] = ABSENT;
  }

  public Optional<Integer> staticField(String field) {
    return Optional.ofNullable(statics.get(field));
  }

  public void assignStatic(String field, int node) {
    statics.put(field, node);
  }

  /** A node that the analysis itself holds on to; pins keep nodes but are no names of the program. */
  public Optional<Integer> pin(String name) {
    return Optional.ofNullable(pins.get(name));
  }

  public void setPin(String name, int node) {
    pins.put(name, node);
  }

  public void removePin(String name) {
    pins.remove(name);
  }

  /** Names of all pins that start with {@code prefix}, in order. */
  public List<String> pinsNamed(String prefix) {
    return pins.keySet().stream().filter(p -> p.startsWith(prefix)).toList();
  }

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
  }

  /** A store of the program. */
  public void storeField(int node, String name, int target) {
    setField(node, name, target);
    Port origin = origins.get(node);
    if (origin != null) {
      written.add(origin.then(List.of(name)).toString());
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

  /** Every name of {@code gone} becomes a name of {@code kept}. */
  public void unify(int gone, int kept) {
    if (gone == kept) {
      return;
    }
    for (int i = 0; i < variables.length; i++) {
      if (variables[i] == gone) {
        variables[i] = kept;
      }
    }
    statics.replaceAll((k, v) -> v == gone ? kept : v);
    pins.replaceAll((k, v) -> v == gone ? kept : v);
    fields.values().forEach(map -> map.replaceAll((k, v) -> v == gone ? kept : v));
  }

  // Conditions

  /** Decides {@code left relation right} if what is known decides it. */
  public Optional<Boolean> decide(int left, Relation relation, int right) {
    if (left == right) {
      return Optional.of(relation == Relation.EQ || relation == Relation.LE || relation == Relation.GE);
    }
    Optional<Boolean> byRange = rangeOf(left).decide(relation, rangeOf(right));
    if (byRange.isPresent()) {
      return byRange;
    }
    return Optional.empty();
  }

  /** The range of a node, its definition taken into account. */
  public Range rangeOf(int node) {
    Range range = value(node).range();
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

  /** Takes {@code left relation right} for true. Answers false where that cannot be. */
  public boolean assume(int left, Relation relation, int right) {
    if (decide(left, relation, right).equals(Optional.of(false))) {
      return false;
    }
    return refine(left, rangeOf(left).refined(relation, rangeOf(right)))
        && refine(right, rangeOf(right).refined(relation.flipped(), rangeOf(left)));
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
    Definition definition = definitions.get(node);
    if (definition == null) {
      return true;
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

  /** Whether a name of the program, directly or through fields, means {@code node}. */
  public boolean isReachable(int node) {
    for (int v : variables) {
      if (v == node) {
        return true;
      }
    }
    Deque<Integer> work = new ArrayDeque<>();
    for (int v : variables) {
      if (v != ABSENT) {
        work.add(v);
      }
    }
    work.addAll(statics.values());
    return reaches(work, node);
  }

  /** The same without going through any of {@code blocked}. */
  public boolean isReachableWithout(int node, java.util.Set<Integer> blocked) {
    Deque<Integer> work = new ArrayDeque<>();
    for (int v : variables) {
      if (v != ABSENT && !blocked.contains(v)) {
        work.add(v);
      }
    }
    work.addAll(statics.values());
    TreeSet<Integer> seen = new TreeSet<>(blocked);
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

  /** Whether {@code from} is {@code node} or has it in its fields, directly or not. */
  public boolean reaches(int from, int node) {
    Deque<Integer> work = new ArrayDeque<>();
    work.add(from);
    return reaches(work, node);
  }

  private boolean reaches(Deque<Integer> work, int node) {
    TreeSet<Integer> seen = new TreeSet<>();
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

  /** All field paths from {@code from} to {@code node}, shortest first, none longer than {@code longest}. */
  public List<List<String>> paths(int from, int node, int longest) {
    List<List<String>> found = new ArrayList<>();
    Deque<Map.Entry<Integer, List<String>>> work = new ArrayDeque<>();
    work.add(Map.entry(from, List.of()));
    while (!work.isEmpty() && found.size() < Range.MOST) {
      Map.Entry<Integer, List<String>> at = work.poll();
      if (at.getKey() == node) {
        found.add(at.getValue());
        continue;
      }
      if (at.getValue().size() < longest && fields.containsKey(at.getKey())) {
        fields.get(at.getKey()).forEach((name, target) -> {
          List<String> longer = new ArrayList<>(at.getValue());
          longer.add(name);
          work.add(Map.entry(target, longer));
        });
      }
    }
    return found;
  }

  /** Paths to {@code node} from every variable and static field: what the program can call it, as sorted text. */
  public String namesOf(int node) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < variables.length; i++) {
      if (variables[i] != ABSENT && reaches(variables[i], node)) {
        names.append(i).append(paths(variables[i], node, 4));
      }
    }
    statics.forEach((name, target) -> {
      if (reaches(target, node)) {
        names.append(name).append(paths(target, node, 4));
      }
    });
    return names.toString();
  }

  // Effects of a callee

  /**
   * Takes over what a callee's exit says.
   *
   * @param exit the callee's store at an exit, canonical
   * @param known nodes of this store by nodes of {@code exit}, as far as the caller knows already
   * @param resolve the node of this store that an origin of the callee stands for
   * @return nodes of this store by nodes of {@code exit}; empty where the exit contradicts what is known here
   */
  public Optional<Map<Integer, Integer>> adopt(
      Store exit, Map<Integer, Integer> known, java.util.function.Function<Port, Integer> resolve) {
    Map<Integer, Integer> mapped = new TreeMap<>(known);
    exit.origins.forEach((node, port) -> mapped.computeIfAbsent(node, n -> resolve.apply(port)));
    TreeMap<String, Port> ports = new TreeMap<>();
    exit.written.forEach(text -> Port.parse(text).ifPresent(p -> ports.put(text, p)));
    Map<String, Integer> bases = new TreeMap<>();
    ports.forEach((text, port) -> bases.put(text, resolve.apply(withoutLast(port))));
    bases.forEach((text, base) -> {
      List<String> path = ports.get(text).path();
      removeField(base, path.get(path.size() - 1));
      Port here = origins.get(base);
      if (here != null) {
        written.add(here.then(List.of(path.get(path.size() - 1))).toString());
      }
    });
    for (int node = 0; node < exit.next; node++) {
      if (!mapped.containsKey(node)) {
        mapped.put(node, fresh(exit.value(node)));
      }
    }
    adoptShape(exit, mapped);
    for (Map.Entry<Integer, Port> origin : exit.origins.entrySet()) {
      int here = mapped.get(origin.getKey());
      Value before = value(here);
      if (!refine(here, exit.value(origin.getKey()).range())) {
        return Optional.empty();
      }
      setValue(here, value(here).meet(new Value(Range.ALL, exit.value(origin.getKey()).type(),
          exit.value(origin.getKey()).closure(), before.name())));
    }
    return Optional.of(mapped);
  }

  private static Port withoutLast(Port port) {
    return new Port(port.root(), port.index(), port.path().subList(0, port.path().size() - 1));
  }

  private void adoptShape(Store exit, Map<Integer, Integer> mapped) {
    exit.fields.forEach((node, map) -> map.forEach((name, target) -> {
      Port origin = exit.origins.get(node);
      boolean isUntouched = origin != null && origin.then(List.of(name)).equals(exit.origins.get(target));
      if (!isUntouched) {
        setField(mapped.get(node), name, mapped.get(target));
      }
    }));
    exit.definitions.forEach((node, d) -> {
      if (!exit.origins.containsKey(node)) {
        definitions.put(mapped.get(node),
            new Definition(mapped.get(d.left()), d.relation(), mapped.get(d.right()), d.isOneWay()));
      }
    });
    exit.sizes.forEach((node, container) -> sizes.put(mapped.get(node), mapped.get(container)));
    exit.statics.forEach((name, node) -> {
      if (!name.startsWith("<")) {
        statics.put(name, mapped.get(node));
      }
    });
  }

  /** Forgets all variables. */
  public void forgetVariables() {
    Arrays.fill(variables, ABSENT);
  }

  /** Forgets all local variables but the first one that holds {@code node}. */
  public void forgetVariablesBut(int node) {
    boolean isKept = false;
    for (int i = 0; i < variables.length; i++) {
      boolean holds = !isKept && variables[i] != ABSENT && reaches(variables[i], node);
      isKept |= holds;
      variables[i] = holds ? variables[i] : ABSENT;
    }
  }

  /** Forgets a static field. */
  public void forgetStatic(String field) {
    statics.remove(field);
  }

  /** Names of the static fields that point to {@code node}, directly or through fields. */
  public List<String> staticsHolding(int node) {
    return statics.keySet().stream().filter(s -> reaches(statics.get(s), node)).toList();
  }

  // Lattice

  /** The same knowledge with nodes numbered in the order in which names reach them; what no name reaches is forgotten. */
  public Store canonical() {
    Numbering numbering = new Numbering();
    Store out = new Store(variables.length);
    for (int i = 0; i < variables.length; i++) {
      if (variables[i] != ABSENT) {
        out.variables[i] = numbering.of(variables[i]);
      }
    }
    statics.forEach((name, node) -> out.statics.put(name, numbering.of(node)));
    pins.forEach((name, node) -> out.pins.put(name, numbering.of(node)));
    for (int i = 0; i < numbering.order.size(); i++) {
      copyNode(numbering.order.get(i), i, numbering, out);
    }
    out.written.addAll(written);
    out.next = numbering.order.size();
    out.isCut = isCut;
    return out;
  }

  private void copyNode(int from, int to, Numbering numbering, Store out) {
    if (values.containsKey(from)) {
      out.values.put(to, values.get(from));
    }
    if (origins.containsKey(from)) {
      out.origins.put(to, origins.get(from));
    }
    Definition definition = definitions.get(from);
    if (definition != null) {
      out.definitions.put(to, new Definition(numbering.of(definition.left()), definition.relation(),
          numbering.of(definition.right()), definition.isOneWay()));
    }
    if (sizes.containsKey(from)) {
      out.sizes.put(to, numbering.of(sizes.get(from)));
    }
    if (fields.containsKey(from)) {
      fields.get(from).forEach((name, target) -> out.setField(to, name, numbering.of(target)));
    }
  }

  /** First come, first numbered. */
  private static final class Numbering {
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();

    int of(int node) {
      return numbers.computeIfAbsent(node, n -> {
        order.add(n);
        return order.size() - 1;
      });
    }
  }

  /**
   * What both know: names are aliases if they are on both sides, values join.
   *
   * @return canonical
   */
  public Store join(Store other) {
    Product product = new Product(this, other);
    Store out = new Store(variables.length);
    for (int i = 0; i < variables.length; i++) {
      if (variables[i] != ABSENT && other.variables[i] != ABSENT) {
        out.variables[i] = product.of(variables[i], other.variables[i]);
      }
    }
    statics.forEach((name, node) -> {
      if (other.statics.containsKey(name)) {
        out.statics.put(name, product.of(node, other.statics.get(name)));
      }
    });
    pins.forEach((name, node) -> {
      if (other.pins.containsKey(name)) {
        out.pins.put(name, product.of(node, other.pins.get(name)));
      }
    });
    product.fill(out);
    out.written.addAll(written);
    out.written.addAll(other.written);
    return out.canonical();
  }

  /** Pairs of nodes, one of each side, that one name means. */
  private static final class Product {
    private final Store left;
    private final Store right;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<int[]> order = new ArrayList<>();

    Product(Store left, Store right) {
      this.left = left;
      this.right = right;
    }

    int of(int a, int b) {
      return numbers.computeIfAbsent((long) a * right.next + b, k -> {
        order.add(new int[] {a, b});
        return order.size() - 1;
      });
    }

    void fill(Store out) {
      for (int i = 0; i < order.size(); i++) {
        if (order.size() > MOST_NODES) {
          out.isCut = true;
          break;
        }
        int a = order.get(i)[0];
        int b = order.get(i)[1];
        out.setValue(i, left.value(a).join(right.value(b)));
        if (left.origins.containsKey(a) && left.origins.get(a).equals(right.origins.get(b))) {
          out.origins.put(i, left.origins.get(a));
        }
        joinDefinition(a, b, i, out);
        if (left.sizes.containsKey(a) && right.sizes.containsKey(b)) {
          out.sizes.put(i, of(left.sizes.get(a), right.sizes.get(b)));
        }
        for (String name : left.fieldsOf(a)) {
          Optional<Integer> there = right.field(b, name);
          if (there.isPresent()) {
            out.setField(i, name, of(left.field(a, name).orElseThrow(), there.get()));
          }
        }
      }
      out.next = order.size();
    }

    private void joinDefinition(int a, int b, int node, Store out) {
      Definition here = left.definitions.get(a);
      Definition there = right.definitions.get(b);
      if (here != null && there != null && here.relation() == there.relation() && here.isOneWay() == there.isOneWay()) {
        out.definitions.put(node, new Definition(of(here.left(), there.left()), here.relation(),
            of(here.right(), there.right()), here.isOneWay()));
      }
    }
  }

  @Override public boolean equals(Object other) {
    return other instanceof Store that && Arrays.equals(variables, that.variables) && statics.equals(that.statics)
        && pins.equals(that.pins) && fields.equals(that.fields) && values.equals(that.values)
        && definitions.equals(that.definitions) && origins.equals(that.origins) && sizes.equals(that.sizes)
        && written.equals(that.written);
  }

  @Override public int hashCode() {
    return Objects.hash(Arrays.hashCode(variables), pins, fields, values);
  }

  @Override public String toString() {
    return "variables " + Arrays.toString(variables) + " statics " + statics + " pins " + pins + " fields " + fields
        + " values " + values + " definitions " + definitions;
  }
}
