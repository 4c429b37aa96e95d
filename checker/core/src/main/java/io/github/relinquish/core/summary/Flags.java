package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Layout;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Boolean fields of the run's own classes. A new object has false in them, and what one was when a method was entered ({@code closed}) says
 * which of its exits its caller can see, whatever the method wrote there since.
 */
final class Flags {
  /** Pins of what flags were at the entry: this and the port. */
  private static final String WAS = "was:";
  /** How deep a flag may lie below what came from outside. */
  private static final int DEPTH = 3;

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
        .filter(f -> f.type().equals("boolean") && !f.is(Modifier.STATIC)).map(FieldShape::key).map(k -> k.name()).distinct().toList();
  }

  /** What flags were for a callee is what they were for its caller, as far as they came from outside. */
  static void passOn(Store callee, Store caller, Map<Integer, Integer> mapped) {
    for (String pin : callee.pinsNamed(WAS)) {
      keep(caller, mapped.get(callee.pin(pin).orElseThrow()));
    }
  }

  /** Takes what flags were for a callee for true. Answers false where that cannot be. */
  static boolean assume(Store callee, Store caller, Function<Port, Integer> resolve) {
    for (String pin : callee.pinsNamed(WAS)) {
      int flag = callee.pin(pin).orElseThrow();
      Optional<Port> origin = callee.origin(flag);
      if (origin.isPresent()) {
        int here = resolve.apply(origin.get());
        if (!caller.refine(here, callee.rangeOf(flag))) {
          return false;
        }
        keep(caller, here);
      }
    }
    return true;
  }

  private static void keep(Store store, int node) {
    Optional<Port> origin = store.origin(node);
    if (origin.isPresent() && origin.get().path().size() <= DEPTH) {
      store.setPin(WAS + origin.get(), node);
    }
  }
}
