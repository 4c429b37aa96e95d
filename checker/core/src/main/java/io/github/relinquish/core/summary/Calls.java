package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.simulate.Beginning;
import io.github.relinquish.core.simulate.Belief;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.CallSemantics;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Outcome;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a call does: a row says it, else a known closure, else the bodies that it can run, else a guess with a name
 * ({@link UnknownCall}).
 */
final class Calls implements CallSemantics {
  private static final String ANY_UNCHECKED = "java.lang.RuntimeException";

  private final Summaries summaries;
  /** The class whose code makes the calls. */
  private final String caller;
  private final Fuel fuel;
  private final RowEffects rowEffects;
  private final RowBeginnings rowBeginnings;
  private final BodyEffects bodyEffects;
  private final UnknownCall unknown;

  Calls(Summaries summaries, String caller, Fuel fuel) {
    this.summaries = summaries;
    this.caller = caller;
    this.fuel = fuel;
    this.rowEffects = new RowEffects(this, summaries);
    this.rowBeginnings = new RowBeginnings(rowEffects, this, summaries);
    this.unknown = new UnknownCall(summaries.hierarchy(), this::releasesWhenCalled, summaries.rows().words());
    this.bodyEffects = new BodyEffects(summaries, unknown, fuel);
  }

  @Override public boolean isSubtype(String type, String superType) {
    return summaries.hierarchy().isSubtype(type, superType);
  }

  @Override public Optional<Boolean> isOfKind(String type, Kind kind) {
    return summaries.rows().kinds().isOfKind(type, kind);
  }

  @Override public boolean isEnumConstant(FieldKey field) {
    return summaries.program().shapeOf(field.owner()).stream().flatMap(s -> s.fields().stream())
        .anyMatch(f -> f.key().equals(field) && f.is(Modifier.ENUM));
  }

  @Override public boolean isSuspect(Step.Invoke call) {
    return !call.thrown().isEmpty() || summaries.rows().rowsFor(call.callee(), "").stream()
        .flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Run || e instanceof Effect.Throws);
  }

  @Override public boolean onlyReads(Step.Invoke call) {
    List<Effect> effects = summaries.rows().rowsFor(call.callee(), "").stream().flatMap(r -> r.effects().stream()).toList();
    return !effects.isEmpty() && effects.stream().allMatch(e -> e instanceof Effect.Alias alias && alias.to().equals(Port.RESULT));
  }

  @Override public boolean showsAll(Step.Invoke call, String type) {
    return summaries.rows().rowsFor(call.callee(), "").isEmpty()
        && summaries.closed().showWhatTheyThrow(summaries.hierarchy().targets(call.callee(), call.kind(), ""), type);
  }

  @Override public boolean picks(Step.Invoke call) {
    return summaries.rows().rowsFor(call.callee(), "").stream().flatMap(r -> r.effects().stream()).anyMatch(e -> e instanceof Effect.Pick);
  }

  @Override public List<Outcome> outcomes(State before, Step.Invoke call, Journal journal) {
    return call(before, siteOf(before, call), journal);
  }

  private CallSite siteOf(State state, Step.Invoke call) {
    List<Integer> operands = new ArrayList<>();
    for (Variable operand : call.operands()) {
      operands.add(state.store().node(operand));
    }
    List<String> thrown = call.thrown();
    if (summaries.isStrict()) {
      thrown = new ArrayList<>(thrown);
      thrown.add(ANY_UNCHECKED);
    }
    return new CallSite(call.site(), call.callee(), call.kind(), operands, thrown, 0);
  }

  /** All outcomes of a call. */
  List<Outcome> call(State state, CallSite call, Journal journal) {
    boolean isExcusing = runsAnother(state, call);
    List<Outcome> outcomes = outcomes(state, call, journal);
    outcomes.stream().filter(o -> isExcusing && !o.isNormal()).forEach(o -> o.state().setExcused(true));
    return outcomes;
  }

  /** Whoever runs one by one the closures that release what they captured is not asked to go on behind a failure. */
  private boolean runsAnother(State state, CallSite call) {
    return state.isFollowing() && call.receivers() > 0 && ContainerEffects.isBeside(state, call.operands().get(0))
        && state.store().pinsNamed(State.BESIDE).stream().map(p -> state.store().pin(p).orElseThrow())
            .anyMatch(closure -> state.holdsResource(closure) && releasesWhenCalled(state, closure));
  }

  private List<Outcome> outcomes(State state, CallSite call, Journal journal) {
    Optional<CallSite> inner = closureBehind(state, call);
    if (inner.isPresent()) {
      return closure(state, inner.get(), journal);
    }
    String exactType = exactType(state, call);
    List<Row> rows = summaries.rows().rowsFor(call.callee(), exactType);
    List<MethodKey> bodies = call.depth() > Budget.DEPTH
        ? List.of()
        : summaries.hierarchy().targets(call.callee(), call.kind(), exactType);
    if (exactType.isEmpty() && state.isFollowing() && call.kind() == CallKind.VIRTUAL && call.depth() <= Budget.DEPTH) {
      List<MethodKey> exact = summaries.hierarchy().targetsWith(fieldsToResource(state, call.operands().get(0)), call.callee());
      bodies = exact.isEmpty() ? bodies : exact;
    }
    boolean saysOnlyWhatIsThrown = rows.stream().allMatch(r -> r.effects().stream().allMatch(e -> e instanceof Effect.Throws || e instanceof Effect.Spare));
    boolean isPassed = isPassed(state, call);
    boolean mayBeByRows = !rows.isEmpty() && (bodies.isEmpty() || !saysOnlyWhatIsThrown);
    boolean isForRows = mayBeByRows && (bodies.isEmpty() || rowEffects.touches(rows, state, call));
    List<MethodKey> readable = isForRows ? List.of() : readable(bodies, state, call);
    boolean isByRows = isForRows || (mayBeByRows && !isPassed && readable.isEmpty());
    if (isPassed) {
      state.setTrail(state.trail().believing(new Belief(call.callee(), isByRows ? rows : List.of(), readable, "")));
    }
    if (isByRows) {
      return rowEffects.apply(rows, state, call, journal);
    }
    return readable.isEmpty()
        ? unknown.outcomes(state, call, rows.isEmpty() && bodies.isEmpty() || isPassed)
        : bodyEffects.apply(readable, state, call, journal);
  }

  /** Fields of an object that hold the followed resource, but for elements. */
  private static Set<String> fieldsToResource(State state, int receiver) {
    return state.store().paths(receiver, state.resource(), Budget.PATH).stream().filter(p -> !p.isEmpty() && !Port.isElement(p.get(0)))
        .map(p -> p.get(0)).collect(Collectors.toSet());
  }

  /** Whether the closure or object at a node releases the followed resource that it holds. */
  boolean releasesWhenCalled(State state, int node) {
    Value value = state.store().value(node);
    if (!state.isLive()) {
      return false;
    }
    if (value.knownClosure().isPresent()) {
      State trial = state.copy();
      CallSite outer = new CallSite(io.github.relinquish.core.graph.Site.UNKNOWN, value.closure().body(), CallKind.STATIC,
          List.of(), List.of(), 1);
      CallSite inner = closureCall(trial, outer, node, value.closure(), List.of());
      return closure(trial, inner, new Journal()).stream().anyMatch(o -> o.state().isReleased());
    }
    return !value.type().isEmpty() && state.store().paths(node, state.resource(), Budget.PATH).stream()
        .anyMatch(p -> summaries.ownership().of(value.type(), p, state.kind()).care() == Ownership.Care.RELEASED);
  }

  private boolean isPassed(State state, CallSite call) {
    return state.isFollowing() && call.operands().stream().anyMatch(state::holdsResource);
  }

  /** Bodies of libraries are read only for what is passed to them, and for closures that their objects keep; plain calls are looked into as long as there is fuel. */
  private List<MethodKey> readable(List<MethodKey> bodies, State state, CallSite call) {
    if (isPassed(state, call) || (state.isFollowing() && state.kind().isThreadBound() && fuel.isLeft()) || keepsClosure(state, call)) {
      return bodies;
    }
    if (bodies.stream().allMatch(b -> isPredicate(b, call.kind()))) {
      return bodies;
    }
    if (!fuel.isLeft()) {
      return List.of();
    }
    for (MethodKey body : bodies) {
      if (!summaries.hierarchy().scopeOf(body).isOwn()) {
        return List.of();
      }
    }
    return bodies;
  }

  /** An object that is made around a closure, to be run later. */
  private static boolean keepsClosure(State state, CallSite call) {
    return call.callee().isConstructor() && call.operands().stream().anyMatch(o -> state.store().value(o).knownClosure().isPresent());
  }

  /** A function of a library that answers a question about numbers and calls nothing: {@code FAILED(status)}. */
  private boolean isPredicate(MethodKey body, CallKind kind) {
    return kind == CallKind.STATIC && summaries.hierarchy().scopeOf(body) == Scope.LIBRARY && body.returnType().equals("boolean")
        && body.arity() > 0 && Range.COUNTED.containsAll(body.parameterTypes())
        && summaries.layoutOf(body).filter(l -> l.graph().steps().noneMatch(s -> s instanceof Step.Invoke)).isPresent();
  }

  private static String exactType(State state, CallSite call) {
    return call.kind() == CallKind.VIRTUAL ? state.store().value(call.operands().get(0)).type() : "";
  }

  // Closures

  /** The call of the body that a known closure stands for. */
  Optional<CallSite> closureBehind(State state, CallSite call) {
    if (call.kind() != CallKind.VIRTUAL || call.depth() > Budget.DEPTH) {
      return Optional.empty();
    }
    int receiver = call.operands().get(0);
    Optional<Value.Closure> closure = state.store().value(receiver).knownClosure();
    boolean isOrdinary = summaries.hierarchy().scopeOf(call.callee()) != Scope.PLATFORM
        && !summaries.hierarchy().targets(call.callee(), CallKind.SPECIAL, "").isEmpty();
    if (closure.isEmpty() || isOrdinary || call.callee().owner().equals("java.lang.Object")) {
      return Optional.empty();
    }
    return Optional.of(closureCall(state, call, receiver, closure.get(), call.operands().subList(1, call.operands().size())));
  }

  /** The call of a closure's body with {@code arguments}. */
  CallSite closureCall(State state, CallSite from, int node, Value.Closure closure, List<Integer> arguments) {
    List<Integer> operands = new ArrayList<>();
    for (int i = 0; i < closure.captured(); i++) {
      operands.add(state.store().loadField(node, Value.Closure.field(i)));
    }
    operands.addAll(arguments);
    List<String> thrown = summaries.hierarchy().declaration(closure.body()).map(m -> m.thrown()).orElse(List.of());
    CallKind kind = closure.kind();
    int needed = closure.body().arity() + (kind == CallKind.STATIC || kind == CallKind.CREATE ? 0 : 1);
    while (operands.size() < needed) {
      operands.add(state.store().fresh(Value.UNKNOWN));
    }
    boolean hasThis = summaries.layoutOf(closure.body()).filter(l -> l.graph().hasThis()).isPresent();
    CallKind real = kind == CallKind.STATIC && hasThis ? CallKind.SPECIAL : kind;
    return new CallSite(from.site(), closure.body(), real, operands, thrown, from.depth() + 1);
  }

  /** Runs a closure's body; {@code X::new} makes its object first. */
  List<Outcome> closure(State state, CallSite inner, Journal journal) {
    if (inner.kind() != CallKind.CREATE) {
      return call(state, inner, journal);
    }
    int made = state.store().fresh(Value.ofType(inner.callee().owner()));
    List<Outcome> outcomes = new ArrayList<>();
    for (Outcome outcome : call(state, construction(inner, made), journal)) {
      outcomes.add(outcome.isNormal() ? Outcome.returns(outcome.state(), made) : outcome);
    }
    return outcomes;
  }

  private static CallSite construction(CallSite inner, int made) {
    List<Integer> operands = new ArrayList<>();
    operands.add(made);
    operands.addAll(inner.operands());
    return new CallSite(inner.site(), inner.callee(), CallKind.SPECIAL, operands, inner.thrown(), inner.depth());
  }

  // Beginnings

  @Override public List<Beginning> beginnings(State before, Step.Invoke call) {
    State state = before.copy();
    // Who gives the answer of a task a name may ask it twice, or give it to others.
    call.receiver().filter(Variable::isNamed).ifPresent(future -> ClosureEffects.share(state.store(), state.store().node(future)));
    List<Beginning> found = beginnings(state, siteOf(state, call));
    for (Beginning beginning : found) {
      name(beginning, call);
    }
    return found;
  }

  private static void name(Beginning beginning, Step.Invoke call) {
    State state = beginning.outcome().state();
    for (Variable operand : call.operands()) {
      boolean isNamed = operand.isNamed() && operand.kind() != Variable.Kind.THIS;
      if (isNamed && state.holdsResource(state.store().node(operand))) {
        state.setName(operand.name());
      }
    }
  }

  List<Beginning> beginnings(State state, CallSite call) {
    Optional<CallSite> inner = closureBehind(state, call);
    if (inner.isPresent()) {
      return closureBeginnings(state, inner.get());
    }
    String exactType = exactType(state, call);
    List<Row> rows = summaries.rows().rowsFor(call.callee(), exactType);
    List<Beginning> found = new ArrayList<>();
    if (!rows.isEmpty()) {
      found.addAll(rowBeginnings.beginnings(rows, state, call));
    }
    if (rows.stream().anyMatch(r -> r.origin() == Row.Origin.GUESSED)) {
      found.forEach(b -> b.outcome().state().guess());
    }
    boolean isSaidByRow = rows.stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Begin || e instanceof Effect.Release
            || (e instanceof Effect.Borrow borrow && borrow.of().equals(Port.RESULT)));
    if (!isSaidByRow && call.depth() <= Budget.DEPTH) {
      List<MethodKey> bodies = summaries.implementations().targets(call.callee(), call.kind(), exactType, caller);
      for (MethodKey body : bodies) {
        found.addAll(bodyEffects.beginnings(body, state, call));
      }
      if (rows.isEmpty() && bodies.isEmpty()) {
        found.addAll(passedThrough(state, call));
      }
    }
    return found;
  }

  /**
   * Code that nobody can read, takes a closure and answers an object ({@code withLock(() -> ..)}): it is guessed to answer what the closure
   * does.
   */
  private List<Beginning> passedThrough(State state, CallSite call) {
    List<Beginning> found = new ArrayList<>();
    String type = call.callee().returnType();
    if (!ClassNames.isReference(type) || type.startsWith("java.util.concurrent.")) {
      return found;
    }
    for (int node : call.operands().subList(call.receivers(), call.operands().size())) {
      State copy = state.copy();
      Optional<Value.Closure> closure = copy.store().value(node).knownClosure();
      if (closure.isEmpty()) {
        continue;
      }
      for (Beginning b : closureBeginnings(copy, closureCall(copy, call, node, closure.get(), List.of()))) {
        State begun = b.outcome().state();
        if (b.outcome().isNormal() && b.outcome().result() >= 0 && begun.holdsResource(b.outcome().result())) {
          begun.guess();
          found.add(new Beginning(b.outcome(), b.isOwned(), false));
        }
      }
    }
    return found;
  }

  List<Beginning> closureBeginnings(State state, CallSite inner) {
    if (inner.kind() != CallKind.CREATE) {
      return beginnings(state, inner);
    }
    int made = state.store().fresh(Value.ofType(inner.callee().owner()));
    state.store().setPin("made", made);
    List<Beginning> found = new ArrayList<>();
    for (Beginning b : beginnings(state, construction(inner, made))) {
      int result = b.outcome().state().store().pin("made").orElse(-1);
      found.add(b.outcome().isNormal()
          ? new Beginning(Outcome.returns(b.outcome().state(), result), b.isOwned(), b.isDirect())
          : b);
    }
    state.store().removePin("made");
    return found;
  }
}
