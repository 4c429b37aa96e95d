package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.Program;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.CallSemantics;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Layout;
import io.github.relinquish.core.simulate.Simulation;
import io.github.relinquish.core.simulate.Start;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Summaries of bodies: computed when asked for, remembered for the run. A body that calls itself starts from "never ends" and
 * is computed again until nothing changes, at most {@link Budget#ROUNDS} times.
 */
public final class Summaries {
  /** Pins of what came in: this and the position of the parameter, the receiver first. */
  static final String IN = "in:";
  /** Pin of the result. */
  static final String OUT = "out";
  /** Static root that stands for whoever called: holds what was passed directly. */
  static final String CALLER = "<caller>";

  private final Program program;
  private final RowTable rows;
  private final Hierarchy hierarchy;
  private final boolean isStrict;
  private final RecentLayouts layouts;
  private final Map<MethodKey, Map<Integer, Boolean>> expected = new HashMap<>();
  private final Map<String, Summary> summaries = new HashMap<>();
  /** Those among them that more fuel does not change, by what they answer. */
  private final Map<String, Summary> whole = new HashMap<>();
  /** By body, then by the closures that it is called with. */
  private final Map<MethodKey, Map<Map<Port, Value.Closure>, List<Acquisition>>> acquisitions = new HashMap<>();
  private final RecentRuns plainRuns = new RecentRuns();
  private final Recursion recursion = new Recursion();
  private final Ownership ownership = new Ownership(this);
  private final Relevance relevance = new Relevance(this);
  private final Implementations implementations = new Implementations(this);
  private final LibraryFactories libraryFactories = new LibraryFactories(this);
  private final Reach reach = new Reach(this);
  private final Unloading unloading = new Unloading(this);
  private final Flags flags = new Flags(this);
  private final Births births = new Births(this);
  private final KnownTypes types = new KnownTypes(this);
  private final ClosedBodies closed = new ClosedBodies(this);
  private int widened;
  private final Set<MethodKey> widenedIn = new TreeSet<>();
  private int visits;
  /** How many bodies are being looked at for acquisitions, each called by the one before. */
  private int depth;

  /** @param isStrict whether every call may throw an unchecked exception */
  public Summaries(Program program, RowTable rows, Hierarchy hierarchy, boolean isStrict) {
    this.program = program;
    this.rows = rows;
    this.hierarchy = hierarchy;
    this.isStrict = isStrict;
    this.layouts = new RecentLayouts(program);
  }

  public RowTable rows() {
    return rows;
  }

  public Hierarchy hierarchy() {
    return hierarchy;
  }

  public Program program() {
    return program;
  }

  boolean isStrict() {
    return isStrict;
  }

  /** How often a budget was met so far. */
  public int widened() {
    return widened;
  }

  /** The bodies in which a budget was met so far, sorted. */
  public Set<MethodKey> widenedIn() {
    return Collections.unmodifiableSet(widenedIn);
  }

  private void count(MethodKey body, int times) {
    widened += times;
    if (times > 0) {
      widenedIn.add(body);
    }
  }

  /** How often a state ran through a block so far: the measure of work, free of clocks. */
  public int visits() {
    return visits;
  }

  /** The layout of a body; made again where it was not asked for lately. */
  public Optional<Layout> layoutOf(MethodKey body) {
    return layouts.of(body);
  }

  /** What {@code body} does when it is entered like that; empty where there is no body. */
  public Optional<Summary> summaryOf(MethodKey body, Entry entry) {
    if (!layouts.hasBody(body)) {
      return Optional.empty();
    }
    String question = body + " " + entry.text();
    Summary enough = whole.get(question);
    if (enough != null && enough.levels() <= entry.fuel()) {
      return Optional.of(enough);
    }
    String key = question + " " + entry.fuel();
    Summary known = summaries.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Summary> made = recursion.summarise(key, summaries, () -> summarise(body, entry));
    if (recursion.isSettled()) {
      made.filter(s -> s.levels() != Fuel.MORE).ifPresent(s -> whole.put(question, s));
    }
    return made;
  }

  private Summary summarise(MethodKey body, Entry entry) {
    Layout layout = layoutOf(body).orElseThrow();
    Fuel fuel = new Fuel(entry.fuel());
    Simulation simulation = new Simulation(layout, new Calls(this, body.owner(), fuel), expectedIn(body));
    Journal journal = simulation.run(List.of(atEntry(layout, entry)));
    count(body, journal.widened());
    visits += simulation.visits();
    return new Summary(Exits.merged(journal.leavings()), journal.losses(), journal.misuses(), fuel.needed());
  }

  Start atEntry(Layout layout, Entry entry) {
    State state = EntryState.of(layout, entry);
    flags.enter(layout, state.store());
    births.enter(layout, state.store());
    return Start.atEntry(state);
  }

  private CallSemantics calls(MethodKey body, int fuel) {
    return new Calls(this, body.owner(), new Fuel(fuel));
  }

  /** Handlers of unchecked exceptions that no call is known to throw: somebody wrote them, so they count as reachable. */
  Map<Integer, Boolean> expectedIn(MethodKey body) {
    Map<Integer, Boolean> known = expected.get(body);
    if (known != null) {
      return known;
    }
    expected.put(body, Map.of());
    Layout layout = layoutOf(body).orElseThrow();
    Map<Integer, Boolean> found = new java.util.TreeMap<>();
    boolean isComplete = layout.graph().blocks().stream().flatMap(b -> b.handlers().stream()).noneMatch(this::takesUnchecked);
    for (int round = 0; round < Budget.ROUNDS && !isComplete; round++) {
      Simulation simulation = new Simulation(layout, calls(body, 1), found);
      simulation.explore(List.of(atEntry(layout, Entry.plain(Map.of(), 1))));
      visits += simulation.visits();
      Set<Integer> unreached = unreachedHandlers(layout, simulation.reachedBlocks());
      unreached.removeAll(found.keySet());
      unreached.forEach(h -> found.put(h, hasSuspects(body, layout, h)));
      isComplete = unreached.isEmpty();
    }
    expected.put(body, Map.copyOf(found));
    return found;
  }

  private Set<Integer> unreachedHandlers(Layout layout, Set<Integer> reached) {
    Set<Integer> found = new TreeSet<>();
    for (Block block : layout.graph().blocks()) {
      if (reached.contains(block.id())) {
        for (Block.Handler handler : block.handlers()) {
          if (!reached.contains(handler.block()) && takesUnchecked(handler)) {
            found.add(handler.block());
          }
        }
      }
    }
    return found;
  }

  private boolean hasSuspects(MethodKey body, Layout layout, int handler) {
    CallSemantics calls = calls(body, 1);
    return layout.graph().blocks().stream()
        .filter(b -> b.handlers().stream().anyMatch(h -> h.block() == handler))
        .flatMap(b -> b.steps().stream())
        .anyMatch(s -> s instanceof Step.Invoke call && calls.isSuspect(call));
  }

  private boolean takesUnchecked(Block.Handler handler) {
    String type = handler.type();
    return !handler.takesAll() && (type.equals("java.lang.Exception") || type.equals("java.lang.Throwable")
        || hierarchy.isSubtype(type, "java.lang.RuntimeException"));
  }

  /** The resources that begin in a body, each followed to the exits. Empty for a body that is being looked at already. */
  public List<Acquisition> acquisitionsIn(MethodKey body, Map<Port, Value.Closure> closures) {
    if (!layouts.hasBody(body)) {
      return List.of();
    }
    Map<Map<Port, Value.Closure>, List<Acquisition>> ofBody = acquisitions.computeIfAbsent(body, b -> new HashMap<>());
    Map<Port, Value.Closure> key = Map.copyOf(closures);
    List<Acquisition> known = ofBody.get(key);
    if (known != null) {
      return known;
    }
    if (depth >= Budget.DEPTH * 4) {
      count(body, 1);
      return List.of();
    }
    ofBody.put(key, List.of());
    depth++;
    try {
      known = findAcquisitions(body, closures);
      ofBody.put(key, known);
    } finally {
      depth--;
      // After a crash nothing half-known stays behind.
      if (known == null) {
        ofBody.remove(key);
      }
    }
    return known;
  }

  /** What begins in a body, in the order of {@link #acquisitionsIn}. */
  List<Seed> seedsIn(MethodKey body, Map<Port, Value.Closure> closures) {
    return Seed.in(layoutOf(body).orElseThrow().graph(), plainRun(body, closures), calls(body, Entry.FUEL));
  }

  private List<Acquisition> findAcquisitions(MethodKey body, Map<Port, Value.Closure> closures) {
    List<Acquisition> found = new ArrayList<>();
    for (Seed seed : seedsIn(body, closures)) {
      Simulation simulation = simulation(body);
      Journal journal = simulation.run(seed.starts());
      journal.replaceLeavings(Exits::slim);
      count(body, journal.widened());
      visits += simulation.visits();
      State first = seed.first().outcome().state();
      List<Port> origin = first.store().origin(first.resource()).map(List::of).orElse(List.of());
      found.add(new Acquisition(seed.call(),
          seed.first().inside().stream().findFirst().orElse(seed.call().site()), first.kind(),
          seed.first().isOwned() && origin.stream().noneMatch(Summaries::isOthers),
          seed.first().isDirect(), first.isGuess(), origin, journal,
          Exits.merged(journal.leavings())));
    }
    return found;
  }

  /** An element of a container that was passed: whoever filled that releases what is in it. */
  private static boolean isOthers(Port origin) {
    return origin.root() == Port.Root.ARGUMENT && origin.path().stream().anyMatch(Port::isElement);
  }

  /** Where a resource began that a callee handed out: the first acquisition of its kind in a body of the callee. */
  public Optional<Acquisition> beganIn(Acquisition outer) {
    if (outer.isDirect()) {
      return Optional.empty();
    }
    for (MethodKey body : hierarchy.targets(outer.call().callee(), outer.call().kind(), "")) {
      for (Acquisition inner : acquisitionsIn(body, Map.of())) {
        if (inner.isOwned() && inner.kind().name().equals(outer.kind().name())) {
          return Optional.of(inner);
        }
      }
    }
    return Optional.empty();
  }

  /** A run over a body that follows nothing: what is known at each of its steps. */
  Simulation plainRun(MethodKey body, Map<Port, Value.Closure> closures) {
    String key = body + " " + new java.util.TreeMap<>(closures);
    Simulation known = plainRuns.get(key);
    if (known == null) {
      known = simulation(body);
      known.explore(List.of(atEntry(layoutOf(body).orElseThrow(), Entry.plain(closures, Entry.FUEL))));
      visits += known.visits();
      if (recursion.isIdle()) {
        plainRuns.put(key, known);
      }
    }
    return known;
  }

  /** A simulation of a body, not yet run. */
  Simulation simulation(MethodKey body) {
    return new Simulation(layoutOf(body).orElseThrow(), calls(body, Entry.FUEL), expectedIn(body));
  }

  /** A simulation, not yet run, that looks into no plain calls. */
  Simulation outline(Layout layout) {
    return new Simulation(layout, calls(layout.graph().method(), 0), Map.of());
  }

  Reach reach() {
    return reach;
  }

  Unloading unloading() {
    return unloading;
  }

  /** Whether a body, or what it calls, may do something about a resource at one of these ports, or take away what it lives on. */
  public boolean mayConcern(MethodKey body, Collection<Port> at) {
    return at.stream().anyMatch(p -> reach.canMatter(p, body)) || reach.from(body).mayUnload();
  }

  KnownTypes types() {
    return types;
  }

  ClosedBodies closed() {
    return closed;
  }

  LibraryFactories libraryFactories() {
    return libraryFactories;
  }

  Implementations implementations() {
    return implementations;
  }

  /** Which methods are worth a look. */
  public Relevance relevance() {
    return relevance;
  }

  /** Forgets what begins in a body: more is known of its callees now. */
  void forgetAcquisitionsIn(MethodKey body) {
    Map<Map<Port, Value.Closure>, List<Acquisition>> ofBody = acquisitions.get(body);
    if (ofBody != null) {
      ofBody.clear();
    }
  }

  /** Who releases what classes keep in fields. */
  public Ownership ownership() {
    return ownership;
  }

  /** Follows a resource that is at {@code at} when {@code body} is entered, with all that is seen on the way. */
  public Optional<Summary> follow(MethodKey body, Kind kind, Typestate typestate, List<Port> at) {
    return summaryOf(body, Entry.following(kind, typestate, at));
  }

  /** Whether a closure that outlives a body, in a state that is left behind there, ends that state of the thread when it is called. */
  public boolean isEndedByClosure(State left, MethodKey body) {
    Calls calls = new Calls(this, body.owner(), new Fuel(Entry.FUEL));
    return left.kind().isThreadBound() && left.store().closures().stream().anyMatch(closure -> calls.releasesWhenCalled(left, closure));
  }

  /** Whether a path through {@code body} releases the live resource at {@code at}; held elsewhere too, or it were forgotten at its release. */
  public boolean releases(MethodKey body, Kind kind, Port at) {
    Entry entry = new Entry(List.of(kind), Typestate.LIVE, List.of(at), Map.of(), Map.of(), true, Entry.FUEL);
    return summaryOf(body, entry).stream().flatMap(s -> s.exits().stream()).anyMatch(e -> e.state().isReleased());
  }
}
