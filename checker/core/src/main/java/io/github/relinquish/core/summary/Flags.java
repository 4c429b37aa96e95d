package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Layout;
import io.github.relinquish.core.state.Definition;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Fields of the run's own classes that hold a number or a constant of an enum. A new object has 0 in them, and what one was when a method was entered ({@code closed}) says
 * which of its exits its caller can see, whatever the method wrote there since.
 */
final class Flags {
  /** Pins of what flags were at the entry: this and the port. */
  private static final String WAS = "was:";
  /** How deep a flag may lie below what came from outside. */
  private static final int DEPTH = 3;

  private static final Set<String> NUMBERS = Set.of("boolean", "byte", "char", "short", "int", "long");

  private final Summaries summaries;
  private final Map<String, List<String>> flags = new HashMap<>();

  Flags(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Says what is known of the receiver's flags when {@code body} is entered. */
  void enter(MethodKey body, Layout layout, Store store) {
    FlowGraph graph = layout.graph();
    if (!graph.hasThis() || !summaries.hierarchy().isOwn(body.owner())) {
      return;
    }
    int receiver = store.node(graph.parameters().get(0));
    for (String flag : flags.computeIfAbsent(body.owner(), this::flagsOf)) {
      if (body.isConstructor()) {
        store.storeField(receiver, flag, store.fresh(Value.of(Range.ZERO)));
      } else if (summaries.reach().of(body).touches(flag)) {
        keep(store, store.loadField(receiver, flag));
      }
    }
  }

  private List<String> flagsOf(String type) {
    return summaries.hierarchy().superTypes(type).stream().filter(summaries.hierarchy()::isOwn)
        .flatMap(t -> summaries.hierarchy().shapeOf(t).stream()).flatMap(s -> s.fields().stream())
        .filter(f -> isFlag(f.type()) && !f.is(Modifier.STATIC)).map(FieldShape::key).map(k -> k.name()).distinct().toList();
  }

  private boolean isFlag(String type) {
    return NUMBERS.contains(type) || summaries.hierarchy().isEnum(type);
  }

  /** What flags were for a callee is what they were for its caller, as far as they came from outside. */
  static void passOn(Store callee, Store caller, Map<Integer, Integer> mapped) {
    for (String pin : callee.pinsNamed(WAS)) {
      keep(caller, mapped.get(callee.pin(pin).orElseThrow()));
    }
  }

  /** The answer of a call that compares what an object holds, before it holds something else. */
  static List<Way> compare(Effect.Compare compare, Way way) {
    OptionalInt from = way.make(compare.from());
    OptionalInt to = way.make(compare.to());
    if (from.isEmpty() || to.isEmpty() || way.result() < 0) {
      return List.of(way);
    }
    Store store = way.state().store();
    keep(store, from.getAsInt());
    store.define(way.result(), new Definition(from.getAsInt(), Relation.EQ, to.getAsInt(), false));
    return List.of(way);
  }

  /** Takes what flags and arguments were for a callee for true. Answers false where that cannot be. */
  static boolean assume(Store callee, Store caller, Function<Port, Integer> resolve) {
    for (String pin : callee.pinsNamed("")) {
      int node = callee.pin(pin).orElseThrow();
      boolean isFlag = pin.startsWith(WAS);
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
      store.setPin(WAS + origin.get(), node);
    }
  }
}
