package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Layout;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Fields of the run's own classes that hold a number or a constant of an enum. What one was when a method was entered ({@code closed}) says which
 * of its exits its caller can see, whatever the method wrote there since.
 */
final class Flags {
  /** How deep a flag may lie below what came from outside. */
  private static final int DEPTH = 3;

  private static final Set<String> NUMBERS = Set.of("boolean", "byte", "char", "short", "int", "long");

  private final Summaries summaries;
  private final Map<String, List<String>> flags = new HashMap<>();

  Flags(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Holds on to what the receiver's flags are when a body is entered that asks for them. */
  void enter(Layout layout, Store store) {
    FlowGraph graph = layout.graph();
    MethodKey body = graph.method();
    if (!graph.hasThis() || body.isConstructor() || !summaries.hierarchy().isOwn(body.owner())) {
      return;
    }
    int receiver = store.node(graph.parameters().get(0));
    for (String flag : flags.computeIfAbsent(body.owner(), this::flagsOf)) {
      if (summaries.reach().of(body).touches(flag)) {
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
