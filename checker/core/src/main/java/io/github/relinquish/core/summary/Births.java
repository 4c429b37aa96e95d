package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.simulate.InnerContainers;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Layout;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Simulation;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every object of a class of the run is born with and keeps, in final fields: closures, objects that keep closures in final fields of
 * their own, and containers whose elements are given away.
 */
final class Births {
  /** No closure: the elements of the container there are given away. */
  private static final Optional<Value.Closure> GIVEN_AWAY = Optional.empty();

  private final Summaries summaries;
  /** By class, what is at the end of a path of fields. */
  private final Map<String, Map<List<String>, Optional<Value.Closure>>> known = new HashMap<>();

  Births(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Tells a body what its object has in the fields that the body reads. */
  void enter(Layout layout, Store store) {
    FlowGraph graph = layout.graph();
    MethodKey body = graph.method();
    if (!graph.hasThis() || body.isConstructor() || !summaries.hierarchy().isOwn(body.owner())) {
      return;
    }
    int receiver = store.node(graph.parameters().get(0));
    of(body.owner()).forEach((path, closure) -> {
      if (summaries.reach().touchesItself(body, path.get(0))) {
        tell(store, receiver, path, closure);
      }
    });
  }

  private static void tell(Store store, int receiver, List<String> path, Optional<Value.Closure> closure) {
    int node = receiver;
    for (String field : path) {
      node = store.loadField(node, field);
      store.refine(node, Range.NONZERO);
    }
    if (closure.isPresent()) {
      store.setValue(node, store.value(node).meet(Value.ofClosure(closure.get())));
    } else {
      InnerContainers.giveAway(store, node);
    }
  }

  private Map<List<String>, Optional<Value.Closure>> of(String type) {
    Map<List<String>, Optional<Value.Closure>> facts = known.get(type);
    if (facts == null) {
      known.put(type, Map.of());
      facts = summaries.hierarchy().shapeOf(type).map(this::find).orElse(Map.of());
      known.put(type, facts);
    }
    return facts;
  }

  /** What all constructors agree on; those that begin with another one leave it to that. */
  private Map<List<String>, Optional<Value.Closure>> find(ClassShape shape) {
    List<Layout> constructors = shape.methods().stream().map(MethodShape::key).filter(MethodKey::isConstructor)
        .flatMap(key -> summaries.layoutOf(key).stream()).filter(l -> !Flags.isDelegating(l.graph())).toList();
    Map<List<String>, Optional<Value.Closure>> facts = new LinkedHashMap<>();
    boolean isFirst = true;
    for (Layout constructor : constructors) {
      if (constructor.graph().steps().noneMatch(s -> s instanceof Step.Closure)) {
        return Map.of();
      }
      Simulation simulation = summaries.outline(constructor);
      Journal journal = simulation.run(List.of(summaries.atEntry(constructor, Entry.plain(Map.of(), 0))));
      for (Leaving exit : journal.leavings().stream().filter(Leaving::isNormal).toList()) {
        Map<List<String>, Optional<Value.Closure>> left = leftBy(exit, shape);
        if (isFirst) {
          facts.putAll(left);
          isFirst = false;
        }
        facts.entrySet().retainAll(left.entrySet());
      }
    }
    return facts;
  }

  private Map<List<String>, Optional<Value.Closure>> leftBy(Leaving exit, ClassShape shape) {
    Map<List<String>, Optional<Value.Closure>> left = new LinkedHashMap<>();
    Store store = exit.state().store();
    int receiver = store.pin(Summaries.IN + 0).orElseThrow();
    for (String field : finalFields(shape)) {
      store.field(receiver, field).ifPresent(value -> {
        add(List.of(field), value, store, left);
        for (String inner : summaries.hierarchy().shapeOf(store.value(value).type()).map(Births::finalFields).orElse(List.of())) {
          store.field(value, inner).ifPresent(part -> add(List.of(field, inner), part, store, left));
        }
      });
    }
    return left;
  }

  private static void add(List<String> path, int node, Store store, Map<List<String>, Optional<Value.Closure>> left) {
    Optional<Value.Closure> closure = store.value(node).knownClosure();
    if (closure.isPresent()) {
      left.put(path, closure);
    } else if (InnerContainers.isGivenAway(store, node)) {
      left.put(path, GIVEN_AWAY);
    }
  }

  private static List<String> finalFields(ClassShape shape) {
    return shape.fields().stream().filter(f -> f.is(Modifier.FINAL) && !f.is(Modifier.STATIC)).map(FieldShape::key).map(k -> k.name()).toList();
  }
}
