package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Layout;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fields of the run's own classes that hold a number or a constant of an enum, or are compared with null. What one was when a method was entered ({@code closed}) says which
 * of its exits its caller can see, whatever the method wrote there since.
 */
final class Flags {
  /** How deep a flag may lie below what came from outside. */
  private static final int DEPTH = 3;

  /** Types of the fields that are known to be 0 at first. */
  private static final Set<String> ZERO = Set.of("boolean", "int", "long");
  static final Set<String> NUMBERS = Set.of("boolean", "byte", "char", "short", "int", "long");
  private static final Set<String> PRIMITIVES = Stream.concat(NUMBERS.stream(), Stream.of("float", "double")).collect(Collectors.toSet());

  private final Summaries summaries;
  private final SteadyFields steady;
  private final Map<String, List<FieldShape>> flags = new HashMap<>();

  Flags(Summaries summaries) {
    this.summaries = summaries;
    this.steady = new SteadyFields(summaries);
  }

  /** Tells what the receiver's flags are when a body is entered: zero in a new object, else whatever they are, which is held on to where the body asks. */
  void enter(Layout layout, Store store) {
    FlowGraph graph = layout.graph();
    MethodKey body = graph.method();
    if (!summaries.hierarchy().isOwn(body.owner())) {
      return;
    }
    if (!body.name().equals(MethodKey.STATIC_INITIALIZER)) {
      graph.steps().forEach(step -> enterStatic(step, store));
    }
    if (!graph.hasThis()) {
      return;
    }
    int receiver = store.node(graph.parameters().get(0));
    if (!body.isConstructor()) {
      Set<String> tested = testedForNull(graph);
      flags.computeIfAbsent(body.owner(), this::flagsOf).stream().filter(flag -> summaries.reach().touchesItself(body, flag.key().name()))
          .forEach(flag -> enter(receiver, flag, tested, store));
    } else if (!isDelegating(graph)) {
      zeroFieldsOf(body.owner()).forEach(field -> store.storeField(receiver, field, store.fresh(Value.of(Range.ZERO))));
    }
  }

  /** Fields that a body compares with null. */
  private static Set<String> testedForNull(FlowGraph graph) {
    Set<Variable> compared = graph.blocks().stream().map(Block::end).filter(e -> e instanceof End.Branch)
        .map(e -> ((End.Branch) e).condition()).flatMap(c -> Stream.of(c.left(), c.right())).collect(Collectors.toSet());
    boolean hasNull = graph.steps().anyMatch(s -> s instanceof Step.Constant constant && constant.value() instanceof Literal.Null
        && compared.contains(constant.target()));
    return !hasNull ? Set.of() : graph.steps().filter(s -> s instanceof Step.LoadField load && compared.contains(load.target()))
        .map(s -> ((Step.LoadField) s).field().name()).collect(Collectors.toSet());
  }

  private void enter(int receiver, FieldShape flag, Set<String> tested, Store store) {
    Optional<Value> value = steady.valueOf(flag.key());
    if (value.isPresent() && !isFlag(flag.type())) {
      int node = store.loadField(receiver, flag.key().name());
      store.setValue(node, store.value(node).meet(value.get()));
    } else if (value.isPresent()) {
      store.setField(receiver, flag.key().name(), store.fresh(value.get()));
    } else if (isFlag(flag.type()) || comesAndGoes(flag) && tested.contains(flag.key().name())) {
      keep(store, store.loadField(receiver, flag.key().name()));
    }
  }

  private void enterStatic(Step step, Store store) {
    if (step instanceof Step.LoadStatic load) {
      steady.valueOf(load.field()).ifPresent(value -> store.assignStatic(load.field().toString(), store.fresh(value)));
    }
  }

  /** The first of each name. */
  private List<FieldShape> flagsOf(String type) {
    return summaries.hierarchy().superTypes(type).stream().filter(summaries.hierarchy()::isOwn).flatMap(this::fieldsOf)
        .filter(f -> !f.is(Modifier.STATIC) && (isFlag(f.type()) || comesAndGoes(f) || steady.isCandidate(f)))
        .collect(Collectors.toMap(f -> f.key().name(), f -> f, (first, hidden) -> first, LinkedHashMap::new)).values().stream().toList();
  }

  private Stream<FieldShape> fieldsOf(String type) {
    return summaries.hierarchy().shapeOf(type).stream().flatMap(s -> s.fields().stream());
  }

  /**
   * What is 0 or false before the constructor runs (JLS 4.12.5), as far as programs count or ask with it. What somebody may fill behind the
   * compiler's back is left out: it bears an annotation.
   */
  private List<String> zeroFieldsOf(String type) {
    return fieldsOf(type).filter(f -> ZERO.contains(f.type()) && f.annotations().isEmpty())
        .filter(f -> !f.is(Modifier.STATIC) && !f.is(Modifier.FINAL)).map(f -> f.key().name()).toList();
  }

  /** Whether a constructor leaves the new object to another one of its class. */
  static boolean isDelegating(FlowGraph graph) {
    return graph.steps().anyMatch(s -> isDelegation(s, graph.method()));
  }

  /** {@code this(..)}: another constructor of the class begins with the new object. */
  private static boolean isDelegation(Step step, MethodKey body) {
    return step instanceof Step.Invoke call && call.callee().isConstructor() && call.callee().owner().equals(body.owner())
        && call.receiver().filter(r -> r.kind() == Variable.Kind.THIS).isPresent();
  }

  /** Of two resources that come and go together, one says whether the other is there. */
  private boolean isFlag(String type) {
    return NUMBERS.contains(type) || summaries.hierarchy().isSubtype(type, "java.lang.Enum") || summaries.rows().kinds().ofType(type).isPresent();
  }

  /** What the class alone sets may say by being null that a resource is not there which is set and forgotten together with it. */
  private static boolean comesAndGoes(FieldShape field) {
    return field.is(Modifier.PRIVATE) && !field.is(Modifier.FINAL) && !PRIMITIVES.contains(field.type());
  }

  /** What flags were for a callee is what they were for its caller, as far as they came from outside. */
  static void passOn(Store callee, Store caller, Map<Integer, Integer> mapped) {
    for (String pin : callee.pinsNamed(State.ENTERED)) {
      keep(caller, mapped.get(callee.pin(pin).orElseThrow()));
    }
  }

  /** Takes what flags and arguments were for a callee for true. Answers false where that cannot be. */
  static boolean assume(Store callee, Store caller, Function<Port, Integer> resolve) {
    for (String pin : callee.pinsNamed("")) {
      int node = callee.pin(pin).orElseThrow();
      boolean isFlag = pin.startsWith(State.ENTERED);
      Optional<Port> origin = isFlag || pin.startsWith(Summaries.IN) ? callee.origin(node) : Optional.empty();
      if (origin.isPresent()) {
        int here = resolve.apply(origin.get());
        if (!caller.refine(here, callee.rangeOf(node))) {
          return false;
        }
        if (isFlag) {
          keep(caller, here);
        }
      }
    }
    return true;
  }

  /** Holds on to what a flag was at the entry, if it came from outside. */
  static void keep(Store store, int node) {
    Optional<Port> origin = store.origin(node);
    if (origin.isPresent() && origin.get().path().size() <= DEPTH) {
      store.setPin(State.ENTERED + origin.get(), node);
    }
  }
}
