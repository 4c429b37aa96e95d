package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exact classes that a caller knows of what it passes. */
final class KnownTypes {
  private final Summaries summaries;
  /** What a body calls on objects that it knows by a type only. */
  private final Map<MethodKey, Set<MethodKey>> called = new HashMap<>();

  private final Map<MethodKey, Boolean> asking = new HashMap<>();

  KnownTypes(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Of all that is passed, and of the fields of that, by port: where the body calls a method that this very class has another of than others. */
  Map<Port, String> thatMatter(MethodKey body, State state, CallSite call) {
    Set<MethodKey> callees = calledBy(body);
    Map<Port, String> types = new TreeMap<>();
    for (int i = 0; i < call.operands().size() && !callees.isEmpty(); i++) {
      Port port = call.portOf(i);
      int node = call.operands().get(i);
      addIfItMatters(port, state.store().value(node).type(), callees, types);
      for (String field : state.store().fieldsOf(node)) {
        state.store().field(node, field).ifPresent(f -> addIfItMatters(port.then(List.of(field)), state.store().value(f).type(), callees, types));
      }
    }
    return types;
  }

  private void addIfItMatters(Port port, String type, Set<MethodKey> callees, Map<Port, String> types) {
    Hierarchy hierarchy = summaries.hierarchy();
    if (!type.isEmpty() && hierarchy.isOwn(type) && callees.stream().anyMatch(c -> !c.owner().equals(type) && hierarchy.isSubtype(type, c.owner())
        && isOneOfSeveral(hierarchy.targets(c, CallKind.VIRTUAL, type), hierarchy.targets(c, CallKind.VIRTUAL, "")))) {
      types.put(port, type);
    }
  }

  private static boolean isOneOfSeveral(List<MethodKey> known, List<MethodKey> all) {
    boolean isOpen = all.isEmpty();
    return !known.isEmpty() && (isOpen || all.size() > 1) && !known.equals(all);
  }

  /** Whether what is passed can have such fields: that of the one class of several that the callee has in mind need not. */
  boolean canHold(List<Port> ports, State state, CallSite call) {
    return ports.stream().allMatch(p -> p.root() != Port.Root.ARGUMENT && p.root() != Port.Root.RECEIVER || canHold(p, state, call));
  }

  private boolean canHold(Port port, State state, CallSite call) {
    int node = call.root(port, 0).orElse(-1);
    for (int i = 0; i < port.path().size() && node >= 0; i++) {
      String type = state.store().value(node).type();
      String field = port.path().get(i);
      boolean isCaptured = field.indexOf('$') >= 0;   // declared nowhere
      if (summaries.rows().isNamedByCode(field) && !isCaptured && !type.isEmpty() && summaries.hierarchy().lacksField(type, field)) {
        return false;
      }
      node = state.store().field(node, field).orElse(-1);
    }
    return true;
  }

  /** Whether a body calls a method of the owner that it is given, under a type that does not say so: {@code Closeable.close()}. */
  boolean mayBeCalled(Port port, MethodKey body, State state, CallSite call) {
    String type = of(List.of(port), body, state, call).getOrDefault(port.base(), "");
    Hierarchy hierarchy = summaries.hierarchy();
    return !type.isEmpty() && hierarchy.isOwn(type) && calledBy(body).stream()
        .anyMatch(c -> hierarchy.isSubtype(type, c.owner()) && !hierarchy.targets(c, CallKind.VIRTUAL, type).isEmpty());
  }

  private Set<MethodKey> calledBy(MethodKey body) {
    return called.computeIfAbsent(body, b -> summaries.layoutOf(b).stream().flatMap(l -> l.graph().steps())
        .flatMap(s -> s instanceof Step.Invoke call && call.kind() == CallKind.VIRTUAL ? Stream.of(call.callee()) : Stream.empty())
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The classes that a body is to know of: of the owners around the resource, and of the resource itself where it asks what class something is of. */
  Map<Port, String> withResource(List<Port> ports, MethodKey body, State state, CallSite call) {
    Map<Port, String> types = of(ports, body, state, call);
    thatMatter(body, state, call).forEach(types::putIfAbsent);
    String type = state.store().value(state.resource()).type();
    if (!type.isEmpty() && asking.computeIfAbsent(body, this::asks)) {
      ports.stream().filter(p -> p.root() != Port.Root.THREAD).forEach(p -> types.put(p, type));
    }
    return types;
  }

  private boolean asks(MethodKey body) {
    return summaries.layoutOf(body).filter(l -> l.graph().steps().anyMatch(s -> s instanceof Step.TypeTest)).isPresent();
  }

  /** Of the owners between what is passed and the resource, by port. A body that closes what it is given, or a part of that, calls the method of the very class. */
  private static Map<Port, String> of(List<Port> ports, MethodKey body, State state, CallSite call) {
    Map<Port, String> types = new TreeMap<>();
    for (Port port : ports) {
      OptionalInt root = call.root(port, 0);
      if (root.isPresent()) {
        add(port, root.getAsInt(), body.owner(), state, types);
      }
    }
    return types;
  }

  private static void add(Port port, int root, String owner, State state, Map<Port, String> types) {
    int node = root;
    for (int i = 0; i < port.path().size() && node >= 0; i++) {
      String type = state.store().value(node).type();
      boolean isSaid = i == 0 && port.root() == Port.Root.RECEIVER && type.equals(owner);
      if (!type.isEmpty() && !isSaid) {
        types.put(port.base().then(port.path().subList(0, i)), type);
      }
      node = state.store().field(node, port.path().get(i)).orElse(-1);
    }
  }
}
