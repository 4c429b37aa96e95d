package io.github.relinquish.core.simulate;

import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows one resource (or none) through one flow graph to a fixpoint.
 *
 * <p>At each block, states of the same group (typestate, and what the program can call the resource) merge and keep what they
 * agree on; states of different groups live side by side, up to {@link Budget#STATES}. Cost: groups times size of the graph
 * times height of the lattice of ranges.
 */
public final class Simulation {
  private final Layout layout;
  private final CallSemantics calls;
  private final Names names;
  private final Transfer transfer;
  private final Map<Integer, Boolean> expected;
  private final Map<Integer, Map<String, State>> reached = new LinkedHashMap<>();
  private final TreeSet<Pending> work = new TreeSet<>(
      Comparator.comparingInt(Pending::order).thenComparing(Pending::group));
  /** Calls behind which the resource began. */
  private final Set<Step> begun = new HashSet<>();
  private final Harvest harvest = new Harvest();
  private Journal journal = Journal.deaf();
  private StepObserver observer = (step, index, state) -> { };
  private boolean isHarvesting;
  private boolean isWatched;
  private boolean isCollecting;
  private int widened;
  private int visits;

  private record Pending(int order, int block, String group) {}

  /**
   * @param layout of the graph to follow
   * @param calls what calls do
   * @param expected ids of blocks that handle exceptions which no call is known to throw; they are taken for reachable all the same,
   *     since somebody wrote them; each with whether only calls that are suspect anyway may throw there
   */
  public Simulation(Layout layout, CallSemantics calls, Map<Integer, Boolean> expected) {
    this.layout = layout;
    this.calls = calls;
    this.names = layout.names();
    this.transfer = new Transfer(calls, names);
    this.expected = expected;
  }

  /** Runs to the fixpoint and answers what was found. To be called once. */
  public Journal run(List<Start> starts) {
    isHarvesting = true;
    explore(starts);
    return collect(starts);
  }

  /** The same to the end of the body, with {@code seen} told of all states of the fixpoint before each step. To be called once. */
  public Journal run(List<Start> starts, StepObserver seen) {
    isWatched = true;
    explore(starts);
    observer = seen;
    return collect(starts);
  }

  /** Runs to the fixpoint, for those who only ask what is known where. To be called once. */
  public void explore(List<Start> starts) {
    starts.forEach(this::runFrom);
    while (!work.isEmpty()) {
      Pending next = work.pollFirst();
      State state = reached.get(next.block()).get(next.group());
      journal = isHarvesting ? harvest.begin(next.block(), next.group(), state) : journal;
      runBlock(next.block(), 0, state.copy());
    }
  }

  /** What is seen at the fixpoint: once more over what did not run with that. */
  private Journal collect(List<Start> starts) {
    isCollecting = true;
    Journal found = new Journal();
    journal = found;
    starts.forEach(this::runFrom);
    reached.forEach((block, states) -> states.forEach((group, state) ->
        harvest.of(block, group, state).ifPresentOrElse(found::addAll, () -> runBlock(block, 0, state.copy()))));
    found.widen(widened);
    if (starts.stream().anyMatch(s -> s.state().isFollowing())) {
      layout.meetings().unite(found.leavings());
    }
    return found;
  }

  private void runFrom(Start start) {
    if (!start.thrown().isEmpty()) {
      Block block = layout.graph().blocks().get(start.block());
      Step step = block.steps().get(start.step());
      raise(block, start.state().copy(), start.thrown(), step.site(), step instanceof Step.Invoke call ? call.callee().shortName() + "()" : "");
    } else if (start.step() == 0) {
      arrive(start.block(), start.state().copy());
    } else {
      State state = start.state().copy();
      Step acquiring = layout.graph().blocks().get(start.block()).steps().get(start.step() - 1);
      begun.add(acquiring);
      forget(layout.dyingAfter(start.block(), start.step() - 1), state);
      List<State> kept = new ArrayList<>();
      keep(state, acquiring, Loss.How.DROPPED, kept);
      kept.forEach(s -> runBlock(start.block(), start.step(), s));
    }
  }

  /** How often a state ran through a block: the measure of work. */
  public int visits() {
    return visits;
  }

  /** Blocks that some state reached. */
  public Set<Integer> reachedBlocks() {
    return reached.keySet();
  }

  /** The states at the start of a block, at the fixpoint. */
  public List<State> statesAt(int block) {
    return List.copyOf(reached.getOrDefault(block, Map.of()).values());
  }

  /** The states before each step of a block, for {@code seen}; exceptional ways out are left aside. */
  public void replay(int block, StepObserver seen) {
    boolean wasCollecting = isCollecting;
    Journal kept = journal;
    StepObserver told = observer;
    isCollecting = true;
    journal = Journal.deaf();
    observer = seen;
    for (State state : statesAt(block)) {
      List<State> states = List.of(state.copy());
      for (int i = 0; i < layout.graph().blocks().get(block).steps().size(); i++) {
        states = step(layout.graph().blocks().get(block), i, states);
      }
    }
    observer = told;
    journal = kept;
    isCollecting = wasCollecting;
  }

  /** Hears of the states before a step. */
  public interface StepObserver {
    /** @param state must not be changed */
    void before(Step step, int index, State state);

    /** Told of the states at the end of a block, behind its last step. */
    default void atEnd(End end, State state) { }
  }

  /** Join at a merge point: states of one group become one (ESP's grouping). */
  private void arrive(int block, State incoming) {
    if (isCollecting) {
      return;
    }
    forgetDead(block, incoming);
    State state = incoming.canonical();
    String group = state.group();
    Map<String, State> here = reached.computeIfAbsent(block, b -> new LinkedHashMap<>());
    State old = here.get(group);
    if (old == null && here.size() >= Budget.STATES) {
      widened++;
      return;
    }
    State merged = old == null ? state : old.join(state, (next, test) -> layout.meetings().isBehindAll(next == Trail.NO_TEST ? block : next, test));
    if (merged.store().isCut()) {
      widened++;
    }
    boolean isNews = old == null || !merged.saysTheSameAs(old);
    if (isNews || !merged.isToldAs(old)) {
      here.put(group, merged);                     // what is known may be the same, and a shorter way lead there
    }
    if (isNews) {
      work.add(new Pending(layout.order(block), block, group));
    }
  }

  /** Values that nobody reads again are no names; named locals keep what they hold to the end, or, unless somebody watches, until its release. */
  private void forgetDead(int block, State state) {
    for (int variable : state.store().known()) {
      if (!layout.isLiveAt(block, variable) && !isKept(variable, state)) {
        state.store().forget(variable);
      }
    }
  }

  private boolean isKept(int variable, State state) {
    return names.isParameter(variable)
        || (names.isNamed(variable) && state.isFollowing() && (isWatched || !state.isReleased()) && holds(variable, state));
  }

  private boolean holds(int variable, State state) {
    Variable named = names.variable(variable);
    return state.store().has(named) && state.holdsResource(state.store().node(named));
  }

  private void runBlock(int id, int from, State start) {
    visits++;
    Block block = layout.graph().blocks().get(id);
    List<State> states = List.of(start);
    for (int i = from; i < block.steps().size() && !states.isEmpty(); i++) {
      states = step(block, i, states);
    }
    states.forEach(s -> end(block, s));
  }

  private List<State> step(Block block, int index, List<State> states) {
    Step step = block.steps().get(index);
    int[] dying = layout.dyingAfter(block.id(), index);
    List<State> after = new ArrayList<>();
    for (State state : states) {
      observer.before(step, index, state);
      if (step instanceof Step.Invoke call) {
        invoke(block, call, dying, state, after);
      } else {
        for (State next : transfer.apply(step, state, journal)) {
          forget(dying, next);
          keep(next, step, Loss.How.OVERWRITTEN, after);
        }
      }
    }
    after.replaceAll(s -> s.store().isCrowded() ? s.canonical() : s);
    return after.size() > Budget.STATES ? cut(after) : after;
  }

  private List<State> cut(List<State> states) {
    widened++;
    return states.subList(0, Budget.STATES);
  }

  private void forget(int[] dying, State state) {
    for (int variable : dying) {
      if (!isKept(variable, state)) {
        state.store().forget(variable);
      }
    }
  }

  private void invoke(Block block, Step.Invoke call, int[] dying, State state, List<State> after) {
    if (state.isFollowing() && begun.contains(call)) {
      state.comeBack();
    }
    boolean isExpected = block.handlers().stream().anyMatch(h -> expected.containsKey(h.block()));
    State copy = isExpected ? state.copy() : null;
    boolean wasReleasedBefore = state.isFollowing() && state.isReleased();
    boolean hasReleased = false;
    for (Outcome outcome : calls.outcomes(state, call, journal)) {
      if (outcome.isNormal()) {
        hasReleased |= outcome.state().isFollowing() && outcome.state().isReleased();
        boolean overwrites = call.target().isNamed() && outcome.state().store().has(call.target())
            && outcome.state().holdsResource(outcome.state().store().node(call.target()));
        outcome.state().store().assign(call.target(), outcome.result() >= 0
            ? outcome.result()
            : outcome.state().store().fresh(Value.UNKNOWN));
        transfer.name(call.target(), outcome.state());
        forget(dying, outcome.state());
        keep(outcome.state(), call, overwrites ? Loss.How.OVERWRITTEN : Loss.How.DROPPED, after);
      } else {
        State thrown = outcome.state();
        if (thrown.isFollowing()) {
          thrown.setTrail(thrown.trail().believing(new Belief(call.callee(), List.of(), List.of(), outcome.thrown())));
        }
        raise(block, thrown, outcome.thrown(), call.site(), call.callee().shortName() + "()");
      }
    }
    journal.ends(hasReleased && !wasReleasedBefore);
    if (isExpected && (wasReleasedBefore || !hasReleased)) {
      raiseExpected(block, copy, call);
    }
  }

  /** A handler that nothing is known to reach was written for something: any call in front of it may throw to it. */
  private void raiseExpected(Block block, State state, Step.Invoke call) {
    for (Block.Handler handler : block.handlers()) {
      if (handler.takesAll()) {
        return;
      }
      boolean isFrom = expected.containsKey(handler.block())
          && (expected.get(handler.block()) ? calls.isSuspect(call) : !calls.onlyReads(call))
          && !calls.showsAll(call, handler.type());
      if (isFrom) {
        State thrown = state.copy();
        thrown.setTrail(thrown.trail().then(call.site(), call.callee().shortName() + "() throws " + ClassNames.readable(handler.type())));
        enter(handler, thrown, handler.type());
      }
    }
  }

  /** @param how the resource is lost if no name is left for it */
  private void keep(State state, Step step, Loss.How how, List<State> after) {
    InnerContainers.raise(step, state);
    if (state.isFollowing() && !state.isHeld()) {
      // Behind the exception of a release, on its way out through a finally block.
      if (state.isLive() && !state.isExcused()) {
        Loss.How told = Questions.howLost(state, step, how);
        Site site = told == Loss.How.CAUGHT ? state.trail().latest().map(WitnessStep::site).orElse(step.site()) : step.site();
        journal.lost(new Loss(state, site, told, Questions.placeOf(step)));
      }
      return;
    }
    after.add(state);
  }

  private void end(Block block, State state) {
    End end = block.end();
    observer.atEnd(end, state);
    if (end instanceof End.Jump jump) {
      arrive(jump.to(), state);
    } else if (end instanceof End.Branch branch) {
      branch(block, branch, state);
    } else if (end instanceof End.Return result) {
      int node = result.value().index() < 0 ? -1 : state.store().node(result.value());
      journal.leaves(new Leaving(state, "", node, result.site()));
    } else if (end instanceof End.Throw thrown) {
      Value value = state.store().value(state.store().node(thrown.value()));
      List<String> known = value.thrownTypes();
      List<String> types = known.isEmpty() ? List.of(value.type().isEmpty() ? thrown.value().type() : value.type()) : known;
      for (String type : types) {
        State thrownState = state.copy();
        // Errors end the program; nobody releases for them.
        thrownState.setExcused(state.isExcused() || calls.isSubtype(type, "java.lang.Error"));
        raise(block, thrownState, type, thrown.site(), "");
      }
    }
  }

  private void branch(Block block, End.Branch branch, State state) {
    Condition condition = branch.condition();
    Optional<Boolean> decided = Questions.decide(state, condition);
    boolean isChoice = decided.isEmpty();
    if (!decided.equals(Optional.of(false))) {
      take(block, branch.whenTrue(), condition, branch.site(), isChoice ? state.copy() : state, isChoice);
    }
    if (!decided.equals(Optional.of(true))) {
      take(block, branch.whenFalse(), condition.negated(), branch.site(), state, isChoice);
    }
  }

  private void take(Block block, int to, Condition condition, Site site, State state, boolean isChoice) {
    if (!Questions.assume(state, condition) || !layout.walks().mayLeave(block, to, condition, state, layout, calls)) {
      return;
    }
    if (isChoice && state.isFollowing()) {
      state.setTrail(state.trail().choosing(layout.meetings().testOf(block.id()), site, new ConditionWords(names, state.store()).of(condition)));
    }
    arrive(to, state);
  }

  /** Sends an exception to the handlers that may take it, else out of the method. */
  private void raise(Block block, State state, String type, Site site, String by) {
    if (!by.isEmpty() && state.isFollowing()) {
      state.setTrail(state.trail().then(site, by + " throws " + ClassNames.readable(type)));
    } else if (state.isFollowing()) {
      state.setTrail(state.trail().then(site, "throws " + ClassNames.readable(type)));
    }
    for (Block.Handler handler : block.handlers()) {
      if (handler.takesAll() || calls.isSubtype(type, handler.type())) {
        enter(handler, state, type);
        return;
      }
      if (calls.isSubtype(handler.type(), type)) {
        enter(handler, state.copy(), handler.type());
      }
    }
    journal.leaves(new Leaving(state, type, -1, site));
  }

  private void enter(Block.Handler handler, State state, String type) {
    if (!handler.takesAll()) {
      state.setExcused(false);
    }
    state.store().setPin(Transfer.CAUGHT, state.store().fresh(Value.ofThrown(type)));
    arrive(handler.block(), state);
  }
}
