package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Beginning;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.simulate.Outcome;
import io.github.relinquish.core.simulate.Positions;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** Applies the summaries of bodies to a call: what one of the possible bodies does not do is not done. */
final class BodyEffects {
  private static final int PORTS = 6;
  /** The object whose constructor put the thread into a state stands for that state. */
  private static final String HANDLE = "~thread";

  private final Summaries summaries;
  private final UnknownCall unknown;
  private final Fuel fuel;

  BodyEffects(Summaries summaries, UnknownCall unknown, Fuel fuel) {
    this.summaries = summaries;
    this.unknown = unknown;
    this.fuel = fuel;
  }

  List<Outcome> apply(List<MethodKey> bodies, State state, CallSite call, Journal journal) {
    List<Outcome> outcomes = new ArrayList<>();
    for (MethodKey body : bodies) {
      apply(body, state.copy(), call, journal, outcomes);
    }
    return outcomes;
  }

  private void apply(MethodKey body, State state, CallSite call, Journal journal, List<Outcome> outcomes) {
    Entry entry = entryOf(body, state, call);
    Optional<Summary> summary = summaries.summaryOf(body, entry);
    if (summary.isEmpty()) {
      outcomes.addAll(unknown.outcomes(state, call, true));
      return;
    }
    fuel.used(body, summary.get());
    boolean isLibrary = !summaries.hierarchy().scopeOf(body).isOwn();
    // Compiled code is believed to throw what it declares, whether it lies in a jar or in a folder.
    boolean isQuiet = summaries.hierarchy().scopeOf(body) != Scope.RUN || summaries.rows().isRelease(call.callee());
    for (Leaving exit : summary.get().exits()) {
      if (exit.isNormal() || !isQuiet || isDeclared(exit.thrown(), call)) {
        adopt(exit, state.copy(), call).ifPresent(outcomes::add);
      }
    }
    if (isLibrary) {
      call.thrown().forEach(t -> outcomes.add(Outcome.throwing(state.copy(), t)));
    }
    if (!journal.isListening()) {
      return;
    }
    for (Loss loss : summary.get().losses()) {
      inside(loss.state(), state, call).ifPresent(i -> journal.lost(new Loss(assigned(i, loss), call.site(), loss.how(), call.name())));
    }
    boolean isReleasing = summary.get().exits().stream().anyMatch(e -> e.state().isReleased());
    for (Misuse misuse : summary.get().misuses()) {
      if (isLibrary || !isTheCalleesOwn(misuse, entry) && !isInWrongOrder(misuse, summary.get())) {
        inside(misuse.state(), state, call).ifPresent(i ->
            journal.misused(new Misuse(misuse.rule(), misuse.severity(), i, call.site(), call.name(), misuse.inner(), isReleasing || misuse.isInnerFault())));
      }
    }
  }

  private static State assigned(State inside, Loss loss) {
    if (loss.how().isAssignment() && !loss.detail().isEmpty() && !loss.detail().endsWith("()")) {
      inside.setTrail(inside.trail().then(new WitnessStep(loss.site(), "'" + loss.detail() + "' is assigned again", 1)));
    }
    return inside;
  }

  /** Two releases of whatever live resource a body is given are told in the body. */
  private static boolean isTheCalleesOwn(Misuse misuse, Entry entry) {
    return misuse.rule() == RuleId.DOUBLE_RELEASE && misuse.state().isReleased() && entry.typestate() == Typestate.LIVE
        && entry.closures().isEmpty() && entry.at().size() == 1 && isToldInBody(entry.at().get(0));
  }

  /** What an owner among the arguments has is no affair of the body, if nobody passes such an owner. */
  private static boolean isToldInBody(Port at) {
    return at.path().size() <= (at.root() == Port.Root.RECEIVER ? 1 : 0);
  }

  /** A body that releases both, the one too early, is told so itself. */
  private static boolean isInWrongOrder(Misuse misuse, Summary summary) {
    return misuse.rule() == RuleId.RELEASE_ORDER && misuse.inner().equals(misuse.site())
        && summary.exits().stream().filter(Leaving::isNormal).allMatch(e -> e.state().isReleased());
  }

  private boolean isDeclared(String thrown, CallSite call) {
    return call.thrown().stream().anyMatch(t -> summaries.hierarchy().isSubtype(thrown, t));
  }

  /** The caller's state with the callee's steps behind it, one level deeper; empty where flags of the caller's objects forbid these steps. */
  private static Optional<State> inside(State callee, State caller, CallSite call) {
    State state = caller.copy();
    if (!Flags.assume(callee.store(), state.store(), resolver(state, call))) {
      return Optional.empty();
    }
    state.setTrail(state.trail().then(call.site(), "calls " + call.name()));
    state.setTrail(state.trail().then(callee.trail()));
    if (callee.isFollowing()) {
      state.become(callee.typestate());
    }
    return Optional.of(state);
  }

  private Entry entryOf(MethodKey body, State state, CallSite call) {
    Map<Port, Value.Closure> closures = closuresOf(body, state, call);
    if (!state.isFollowing()) {
      return Entry.plain(closures, summaries.types().thatMatter(body, state, call), fuel.inside(body));
    }
    List<Port> ports = new ArrayList<>(call.portsHolding(state, Budget.PATH));
    if (state.kind().isThreadBound() && state.store().staticField(State.THREAD).isPresent()) {
      ports.add(Port.THREAD);
    }
    // A resource that a body itself puts into a static field is not told of: entries would grow by one port with each turn of a recursion.
    boolean isFromStatic = state.store().origin(state.resource()).filter(o -> o.root() == Port.Root.STATIC).isPresent();
    ports.addAll(isFromStatic ? Exits.staticsHolding(state.store(), state.resource()) : List.of());
    ports.removeIf(p -> !summaries.reach().canMatter(p, body) && !summaries.types().mayBeCalled(p, body, state, call));
    Map<String, Port> parents = parentsOf(state, call);
    parents.values().removeIf(p -> !summaries.reach().canMatter(p, body));
    boolean mayUnload = state.isLive() && summaries.unloading().isIn(body);
    if (ports.isEmpty() && parents.isEmpty() && !mayUnload) {
      return Entry.plain(closures, summaries.types().thatMatter(body, state, call), fuel.inside(body));
    }
    List<Port> few = ports.size() > PORTS ? ports.subList(0, PORTS) : ports;
    few.forEach(p -> addOnTheWay(p, state, call, closures));
    return new Entry(List.of(state.kind()), state.typestate(), few, parents, closures, summaries.types().withResource(few, body, state, call),
        mayUnload ? namesOf(state, call) : Map.of(), few.isEmpty() || isHeldElsewhere(state, call), fuel.inside(body));
  }

  /** By role, a port of the call that holds what the resource was made from. */
  private static Map<String, Port> parentsOf(State state, CallSite call) {
    Map<String, Port> parents = new TreeMap<>();
    for (String pin : state.store().pinsNamed(State.PARENT)) {
      int node = state.store().pin(pin).orElseThrow();
      String role = pin.substring(State.PARENT.length());
      if (state.kind().parents().stream().anyMatch(p -> p.role().equals(role) && state.isNothing(p, node))) {
        continue;
      }
      for (int i = 0; i < call.operands().size(); i++) {
        Port port = call.portOf(i);
        state.store().paths(call.operands().get(i), node, Budget.PATH).stream().findFirst().ifPresent(p -> parents.put(role, port.then(p)));
      }
    }
    return parents;
  }

  /** A library among the operands, or in a field of one, is known by its name. */
  private static Map<Port, String> namesOf(State state, CallSite call) {
    Map<Port, String> names = new TreeMap<>();
    Store store = state.store();
    for (int i = 0; i < call.operands().size(); i++) {
      Port port = call.portOf(i);
      int node = call.operands().get(i);
      name(store, node, port, names);
      store.fieldsOf(node).forEach(f -> store.field(node, f).ifPresent(n -> name(store, n, port.then(List.of(f)), names)));
    }
    return names;
  }

  private static void name(Store store, int node, Port port, Map<Port, String> names) {
    if (!store.value(node).name().isEmpty()) {
      names.put(port, store.value(node).name());
    }
  }

  private static boolean isHeldElsewhere(State state, CallSite call) {
    return state.store().isReachableWithout(state.resource(), new TreeSet<>(call.operands()));
  }

  /** Known closures among the operands, and in those fields of theirs that the body touches: a supplier that a constructor kept. */
  private Map<Port, Value.Closure> closuresOf(MethodKey body, State state, CallSite call) {
    Map<Port, Value.Closure> closures = new TreeMap<>();
    Store store = state.store();
    for (int i = 0; i < call.operands().size(); i++) {
      Port port = call.portOf(i);
      int node = call.operands().get(i);
      store.value(node).knownClosure().ifPresent(c -> closures.put(port, c));
      for (String field : store.fieldsOf(node)) {
        store.field(node, field).flatMap(f -> store.value(f).knownClosure()).filter(c -> summaries.reach().from(body).touches(field))
            .ifPresent(c -> closures.put(port.then(List.of(field)), c));
      }
    }
    return closures;
  }

  /** Closures that hold the resource, at whatever depth: whoever takes one out of a container and calls it may release what it captured. */
  private static void addOnTheWay(Port port, State state, CallSite call, Map<Port, Value.Closure> closures) {
    Store store = state.store();
    OptionalInt root = call.root(port, 0);
    Optional<Integer> node = root.isPresent() ? Optional.of(root.getAsInt()) : Optional.empty();
    for (int i = 0; i < port.path().size() && node.isPresent(); i++) {
      Port at = port.base().then(port.path().subList(0, i));
      store.value(node.get()).knownClosure().ifPresent(c -> closures.put(at, c));
      node = store.field(node.get(), port.path().get(i));
    }
  }

  /** The caller's state after one exit of the callee; empty where the exit cannot be taken from here. */
  private Optional<Outcome> adopt(Leaving exit, State state, CallSite call) {
    Map<Integer, Integer> known = new HashMap<>();
    boolean isSame = exit.state().isFollowing() && state.isFollowing();
    if (isSame) {
      known.put(exit.state().resource(), state.resource());
    }
    boolean isPlaced = isSame && Positions.areKnown(exit.state());
    Map<Integer, Integer> passed = isPlaced ? Positions.passed(state) : Map.of();
    Optional<Map<Integer, Integer>> mapped = state.store().adopt(exit.state().store(), known, resolver(state, call));
    if (mapped.isEmpty()) {
      return Optional.empty();
    }
    Flags.passOn(exit.state().store(), state.store(), mapped.get());
    int result = exit.result() < 0 ? -1 : mapped.get().get(exit.result());
    if (isSame) {
      unifyInputs(exit, state, call, mapped.get());
      carryOver(exit, state, call, mapped.get());
      if (isPlaced && !Positions.arePossible(state, passed)) {
        return Optional.empty();
      }
    } else if (!exit.isNormal() && (exit.state().isExcused() || summaries.hierarchy().isOwnClose(call.callee()))) {
      state.setExcused(true);
    }
    return Optional.of(exit.isNormal() ? Outcome.returns(state, result) : Outcome.throwing(state, exit.thrown()));
  }

  /** Two arguments that the body made one value are one value for the caller. */
  private static void unifyInputs(Leaving exit, State state, CallSite call, Map<Integer, Integer> mapped) {
    Store inner = exit.state().store();
    for (int i = 0; i < call.operands().size(); i++) {
      Optional<Integer> input = inner.pin(Summaries.IN + i);
      if (input.isPresent() && exit.state().isResource(input.get())
          && !inner.origin(input.get()).equals(Optional.of(call.portOf(i)))) {
        state.store().unify(call.operands().get(i), mapped.get(input.get()));
      }
    }
  }

  private static void carryOver(Leaving exit, State state, CallSite call, Map<Integer, Integer> mapped) {
    if (exit.state().typestate() != state.typestate()) {
      state.become(exit.state().typestate());
      if (state.isReleased()) {
        state.setTrail(state.trail().then(call.site(), call.name() + " releases it"));
      }
    }
    if (exit.state().isGuess()) {
      state.guess();
    }
    state.setExcused(exit.state().isExcused() && !exit.isNormal());
    boolean hasThread = exit.state().store().staticField(State.THREAD).isPresent();
    if (!hasThread && state.kind().isThreadBound() && state.isReleased()) {
      state.store().forgetStatic(State.THREAD);
    }
    for (String pin : exit.state().store().pinsNamed(State.DERIVED)) {
      state.pinMore(State.DERIVED, mapped.get(exit.state().store().pin(pin).orElseThrow()));
    }
  }

  private static java.util.function.Function<Port, Integer> resolver(State state, CallSite call) {
    Store store = state.store();
    return port -> {
      if (port.root() == Port.Root.STATIC) {
        return follow(store, store.loadStatic(port.staticField(), () -> Value.UNKNOWN), port.path().subList(1, port.path().size()));
      }
      OptionalInt root = call.root(port, 0);
      return root.isEmpty() ? store.fresh(Value.UNKNOWN) : follow(store, root.getAsInt(), port.path());
    };
  }

  private static int follow(Store store, int from, List<String> path) {
    int node = from;
    for (String field : path) {
      node = store.loadField(node, field);
    }
    return node;
  }

  // Beginnings

  /** Resources that begin inside a body and leave it alive: the call begins them for its caller. */
  List<Beginning> beginnings(MethodKey body, State before, CallSite call) {
    Map<Port, Value.Closure> closures = closuresOf(body, before, call);
    boolean mayBegin = isWorthReading(body) && summaries.reach().from(body).mayBegin();
    if (!mayBegin && !mayRunBeginning(body, closures.values())) {
      return List.of();
    }
    List<Beginning> found = new ArrayList<>();
    for (Acquisition acquisition : summaries.acquisitionsIn(body, closures)) {
      if (!acquisition.isOwned()) {
        continue;
      }
      for (Leaving exit : acquisition.exits()) {
        boolean isOwed = exit.state().typestate() != Typestate.RELEASED && !Exits.holdersOf(exit).isEmpty();
        if (isOwed && reachesCaller(exit, body) && summaries.types().canHold(Exits.holdersOf(exit), before, call)) {
          begin(body, acquisition, exit, before.copy(), call).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** A library's body is read when its class names a function or method that begins something. */
  private boolean isWorthReading(MethodKey body) {
    Scope scope = summaries.hierarchy().scopeOf(body);
    boolean isLambda = body.name().startsWith("lambda$");
    return scope.isOwn()
        ? isLambda || summaries.relevance().isRelevant(body)
        : fuel.isFull() && summaries.libraryFactories().isFactory(body);
  }

  /** A body in which nothing begins may run a closure in which something does: {@code retry(() -> manager.createContext(..))}. */
  private boolean mayRunBeginning(MethodKey body, Collection<Value.Closure> closures) {
    Scope scope = summaries.hierarchy().scopeOf(body);
    boolean isRead = scope.isOwn() || scope == Scope.LIBRARY && fuel.isFull();
    return isRead && closures.stream().map(Value.Closure::body).anyMatch(c -> summaries.libraryFactories().begins(c)
        || isWorthReading(c) && summaries.reach().from(c).mayBegin());
  }

  /** What only a static field holds is the callee's own affair; so is what hangs on an object that was never made. */
  private boolean reachesCaller(Leaving exit, MethodKey body) {
    List<Port> holders = Exits.holdersOf(exit);
    if (holders.stream().anyMatch(p -> p.root() == Port.Root.STATIC)) {
      return false;
    }
    if (holders.stream().allMatch(p -> summaries.rows().protocols().ownersOn(p.path()) > Budget.OWNERS)) {
      return false;
    }
    boolean isOnlyHalfMade = body.isConstructor() && !exit.isNormal()
        && holders.stream().allMatch(p -> p.root() == Port.Root.RECEIVER);
    return !isOnlyHalfMade;
  }

  private Optional<Beginning> begin(MethodKey body, Acquisition acquisition, Leaving exit, State state, CallSite call) {
    Store store = state.store();
    Optional<Map<Integer, Integer>> mapped = store.adopt(exit.state().store(), Map.of(), resolver(state, call));
    if (mapped.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = acquisition.kind();
    int resource = mapped.get().get(exit.state().resource());
    State begun = State.following(store, resource, kind, exit.state().typestate(), state.trail());
    begun.setTrail(begun.trail().then(call.site(), kind.noun() + " acquired by " + call.name()));
    begun.setTrail(begun.trail().then(exit.state().trail()));
    for (String pin : exit.state().store().pinsNamed("")) {
      if (pin.startsWith(State.PARENT) || pin.startsWith(State.DERIVED)) {
        store.setPin(pin, mapped.get().get(exit.state().store().pin(pin).orElseThrow()));
      }
    }
    if (exit.state().store().staticField(State.THREAD).isPresent()) {
      store.assignStatic(State.THREAD, resource);
      if (body.isConstructor() && exit.isNormal()) {
        store.setField(call.operands().get(0), HANDLE, resource);
      }
    }
    store.origin(resource).filter(o -> o.path().isEmpty()).ifPresent(o -> store.assignStatic(Summaries.CALLER, resource));
    if (exit.state().isGuess()) {
      begun.guess();
    }
    int result = exit.result() < 0 ? -1 : mapped.get().get(exit.result());
    Outcome outcome = exit.isNormal() ? Outcome.returns(begun, result) : Outcome.throwing(begun, exit.thrown());
    return Optional.of(new Beginning(outcome, true, false));
  }
}
