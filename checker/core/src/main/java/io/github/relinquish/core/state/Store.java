package io.github.relinquish.core.state;

import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is known at one point: which variables and fields must mean the same value, and what is known of these values.
 *
 * <p>Values are numbered nodes; variables, static fields and pins point to nodes, and a node has fields that point to nodes. Two
 * names that point to one node must be aliases. A name that is absent is unknown.
 *
 * <p>Mutable, for one transfer at a time; {@link #canonical} and {@link #join} answer new stores. Two canonical stores are equal
 * when they say the same.
 */
public final class Store extends ValueGraph {
  /** How many fields in a row lead from a name to a value at most. */
  private static final int LONGEST = 4;

  final Bindings variables;
  final TreeMap<String, Integer> statics = new TreeMap<>();
  final TreeMap<String, Integer> pins = new TreeMap<>();
  boolean isCut;

  public Store() {
    variables = new Bindings();
  }

  private Store(Store other) {
    super(other);
    variables = new Bindings(other.variables);
    statics.putAll(other.statics);
    pins.putAll(other.pins);
  }

  /** Whether the join that made this would have grown beyond all bounds, and left out what hangs far from any name. */
  public boolean isCut() {
    return isCut;
  }

  public Store copy() {
    return new Store(this);
  }

  // Names

  /** The node that a variable means; a new unknown one where nothing was known. */
  public int node(Variable variable) {
    int known = variables.get(variable.index());
    if (known != Bindings.ABSENT) {
      return known;
    }
    int node = fresh(Value.UNKNOWN);
    variables.put(variable.index(), node);
    return node;
  }

  public boolean has(Variable variable) {
    return variable.index() >= 0 && variables.get(variable.index()) != Bindings.ABSENT;
  }

  /** Indexes of the variables of which something is known, in ascending order. */
  public int[] known() {
    int[] known = new int[variables.size()];
    Arrays.setAll(known, variables::variable);
    return known;
  }

  public void assign(Variable variable, int node) {
    if (variable.index() >= 0) {
      variables.put(variable.index(), node);
    }
  }

  public void forget(int variableIndex) {
    variables.remove(variableIndex);
  }

  public Optional<Integer> staticField(String field) {
    return Optional.ofNullable(statics.get(field));
  }

  public void assignStatic(String field, int node) {
    statics.put(field, node);
  }

  /** What a static field holds; where nothing is known, a new value from outside, of which {@code unknown} tells what is known all the same. */
  public int loadStatic(String field, Supplier<Value> unknown) {
    Integer known = statics.get(field);
    if (known != null) {
      return known;
    }
    int node = fromOutside(Port.ofStatic(field), unknown.get());
    statics.put(field, node);
    return node;
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

  /** Every name of {@code gone} becomes a name of {@code kept}. */
  public void unify(int gone, int kept) {
    if (gone == kept) {
      return;
    }
    variables.redirect(gone, kept);
    statics.replaceAll((k, v) -> v == gone ? kept : v);
    pins.replaceAll((k, v) -> v == gone ? kept : v);
    pointFields(gone, kept);
  }

  /** Forgets all variables. */
  public void forgetVariables() {
    variables.clear();
  }

  /** Forgets all local variables but the first one that holds {@code node}. */
  public void forgetVariablesBut(int node) {
    for (int i = 0; i < variables.size(); i++) {
      if (reaches(variables.node(i), node)) {
        int variable = variables.variable(i);
        int held = variables.node(i);
        variables.clear();
        variables.put(variable, held);
        return;
      }
    }
    variables.clear();
  }

  /** Forgets a static field. */
  public void forgetStatic(String field) {
    statics.remove(field);
  }

  /** Names of the static fields that point to {@code node}, directly or through fields. */
  public List<String> staticsHolding(int node) {
    return statics.keySet().stream().filter(s -> reaches(statics.get(s), node)).toList();
  }

  // Reachability

  /** The shortest field path from {@code from} to {@code node}, of several the first; empty where there is none, or none that short. */
  public Optional<List<String>> shortestPath(int from, int node, int longest) {
    Set<Integer> seen = new TreeSet<>(Set.of(from));
    Deque<Map.Entry<Integer, List<String>>> work = new ArrayDeque<>();
    work.add(Map.entry(from, List.of()));
    while (!work.isEmpty()) {
      Map.Entry<Integer, List<String>> at = work.poll();
      if (at.getKey() == node) {
        return Optional.of(at.getValue());
      }
      if (at.getValue().size() < longest) {
        for (String field : fieldsOf(at.getKey())) {
          int target = fields.get(at.getKey()).get(field);
          if (seen.add(target)) {
            List<String> longer = new ArrayList<>(at.getValue());
            longer.add(field);
            work.add(Map.entry(target, longer));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a name of the program, directly or through fields, means {@code node}. */
  public boolean isReachable(int node) {
    Deque<Integer> work = new ArrayDeque<>();
    for (int i = 0; i < variables.size(); i++) {
      if (variables.node(i) == node) {
        return true;
      }
      work.add(variables.node(i));
    }
    work.addAll(statics.values());
    return reaches(work, node);
  }

  /** Whether one variable means {@code node}, and no field holds it. */
  public boolean isMeantOnce(int node) {
    int times = 0;
    for (int i = 0; i < variables.size(); i++) {
      times += variables.node(i) == node ? 1 : 0;
    }
    return times == 1 && !statics.containsValue(node) && !isHeldByField(node);
  }

  /** Whether a field of some value, or an element, means {@code node}. */
  public boolean isHeldByField(int node) {
    return fields.values().stream().anyMatch(map -> map.containsValue(node));
  }

  /** The same without going through any of {@code blocked}. */
  public boolean isReachableWithout(int node, Set<Integer> blocked) {
    Deque<Integer> work = new ArrayDeque<>();
    for (int i = 0; i < variables.size(); i++) {
      if (!blocked.contains(variables.node(i))) {
        work.add(variables.node(i));
      }
    }
    work.addAll(statics.values());
    return reaches(work, node, new TreeSet<>(blocked));
  }

  /** Paths to {@code node} from every variable and static field: what the program can call it, as sorted text. */
  public String namesOf(int node) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < variables.size(); i++) {
      if (reaches(variables.node(i), node)) {
        names.append(variables.variable(i)).append(paths(variables.node(i), node, LONGEST));
      }
    }
    statics.forEach((name, target) -> {
      if (reaches(target, node)) {
        names.append(name).append(paths(target, node, LONGEST));
      }
    });
    return names.toString();
  }

  /** The fields that lead to {@code node} from each variable. */
  public List<List<String>> pathsTo(int node) {
    List<List<String>> found = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      if (reaches(variables.node(i), node)) {
        found.addAll(paths(variables.node(i), node, LONGEST));
      }
    }
    return found;
  }

  /** Values with elements that are told from all others: those at constant indexes, and the one that was used last. */
  public List<Integer> withPlaces() {
    return fields.keySet().stream().filter(node -> !placesOf(node).isEmpty()).toList();
  }

  /** Names of the fields that lead to such elements; they sort before {@link Port#ELEMENT}. */
  public List<String> placesOf(int node) {
    TreeMap<String, Integer> map = fields.get(node);
    String first = map == null ? null : map.ceilingKey("[");
    return first == null || first.compareTo(Port.ELEMENT) >= 0 ? List.of() : List.copyOf(map.subMap(first, Port.ELEMENT).keySet());
  }

  /** Values whose field {@code name} is known, in order. */
  public List<Integer> withField(String name) {
    return fields.keySet().stream().filter(node -> fields.get(node).containsKey(name)).toList();
  }

  /** Whether a number is what a field held or holds that has been counted up or down since. */
  public boolean isCounter(int node) {
    Sum sum = sums.get(node);
    int base = sum == null ? node : sum.base();
    Port origin = origins.get(base);
    if (origin == null || origin.path().isEmpty()) {
      return false;
    }
    Integer inStatic = origin.root() == Port.Root.STATIC ? statics.get(origin.staticField()) : null;
    return inStatic != null && isSumOf(inStatic, base)
        || fields.values().stream().map(f -> f.get(origin.last())).anyMatch(n -> n != null && isSumOf(n, base));
  }

  /** Whether one number is known to be another one and 1. */
  public boolean isNext(int node, int base) {
    Sum sum = sums.get(node);
    Sum of = sums.get(base);
    return sum != null && (sum.base() == base ? sum.by() == 1 : of != null && of.base() == sum.base() && of.by() + 1 == sum.by());
  }

  private boolean isSumOf(int node, int base) {
    Sum sum = sums.get(node);
    return sum != null && sum.base() == base && sum.by() != 0;
  }

  // Other stores

  /**
   * Takes over what a callee's exit says.
   *
   * @param exit the callee's store at an exit, canonical
   * @param known nodes of this store by nodes of {@code exit}, as far as the caller knows already
   * @param resolve the node of this store that an origin of the callee stands for
   * @return nodes of this store by nodes of {@code exit}; empty where the exit contradicts what is known here
   */
  public Optional<Map<Integer, Integer>> adopt(Store exit, Map<Integer, Integer> known, Function<Port, Integer> resolve) {
    return new Adoption(this, exit, resolve).adopt(known);
  }

  /** The same knowledge with nodes numbered in the order in which names reach them; what no name reaches is forgotten. */
  public Store canonical() {
    return new Canonical(this).store();
  }

  /**
   * What both know: names are aliases if they are on both sides, values join.
   *
   * @return canonical
   */
  public Store join(Store other) {
    return new Product(this, other).store().canonical();
  }

  @Override public boolean equals(Object other) {
    return other instanceof Store that && variables.equals(that.variables) && statics.equals(that.statics)
        && pins.equals(that.pins) && isSameGraph(that);
  }

  @Override public int hashCode() {
    return Objects.hash(variables, pins, fields, values);
  }

  @Override public String toString() {
    return "variables " + variables + " statics " + statics + " pins " + pins + " fields " + fields
        + " values " + values + " definitions " + definitions;
  }
}
