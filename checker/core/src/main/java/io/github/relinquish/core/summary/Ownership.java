package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Layout;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Simulation;
import io.github.relinquish.core.simulate.Start;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.simulate.Trail;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who releases what classes keep in their fields.
 *
 * <p>A class owns a field when some code of the run releases what is read from it: a method of the class, of a subclass or superclass, of
 * a nested class, or of another class that reads the field.
 */
public final class Ownership {
  /** Code that deals with a field. */
  public enum Care {
    /** Nobody releases it. */
    NONE,
    /** It is handed to code that nobody can read, or to a caller. */
    HANDED_ON,
    /** Some code releases it. */
    RELEASED
  }

  /**
   * What is known of a field.
   *
   * @param care what becomes of it
   * @param by the method that releases it, as a list of at most one; one of the class itself comes first
   * @param isShown whether a method that others can call answers it
   */
  public record Answer(Care care, List<MethodKey> by, boolean isShown) {
    private Answer(Care care, List<MethodKey> by) {
      this(care, by, false);
    }

    public Answer {
      by = List.copyOf(by);
    }
  }

  /** What one body does with a field: what becomes of it there and behind it, and whether the body answers it to whoever calls. */
  private record Deal(Care care, boolean isShown) {
    private static final Deal NONE = new Deal(Care.NONE, false);
  }

  /** Getters of getters that are followed. */
  private static final int GETTERS = 2;

  private final Summaries summaries;
  private final Bodies bodies;
  private final FieldStores fields;
  private final Map<String, Answer> known = new HashMap<>();

  public Ownership(Summaries summaries) {
    this.summaries = summaries;
    this.bodies = new Bodies(summaries);
    this.fields = new FieldStores(summaries, bodies);
  }

  /**
   * What becomes of a resource that an object of class {@code owner} keeps at {@code path}.
   *
   * @param path fields from the object to the resource, at least one
   */
  public Answer of(String owner, List<String> path, Kind kind) {
    return of(owner, Spot.plain(path), kind);
  }

  /** The same for a place on the way to which closures, or objects of known classes, stand. */
  public Answer of(String owner, Spot spot, Kind kind) {
    String key = owner + " " + spot.path() + " " + spot.closures() + " " + spot.types() + " " + kind.name();
    Answer answer = known.get(key);
    if (answer == null) {
      known.put(key, new Answer(Care.NONE, List.of()));
      answer = find(owner, spot, kind);
      known.put(key, answer);
    }
    return answer;
  }

  private Answer find(String owner, Spot spot, Kind kind) {
    Set<String> family = familyOf(owner);
    if (Port.isElement(spot.path().get(0))) {
      return releasersOfElement(owner, family, spot, kind);
    }
    Care best = Care.NONE;
    boolean isShown = false;
    for (MethodKey method : candidates(owner, family, spot.path().get(0))) {
      for (MethodKey body : bodies.of(method)) {
        Deal deal = dealIn(body, family, spot, kind);
        if (deal.care() == Care.RELEASED) {
          return new Answer(Care.RELEASED, List.of(method));
        }
        best = deal.care().compareTo(best) > 0 ? deal.care() : best;
        isShown |= deal.isShown();
      }
    }
    Answer answer = new Answer(best, List.of(), isShown);
    boolean isPart = summaries.rows().protocols().isPart(spot.path().get(0)) && !summaries.hierarchy().hasField(owner, spot.path().get(0));
    return isPart ? releasersOfPart(owner, spot, kind).orElse(answer) : answer;
  }

  /** A class that is a container itself releases what it holds in a method of its own, or leaves that to those who have it. */
  private Answer releasersOfElement(String owner, Set<String> family, Spot spot, Kind kind) {
    Set<MethodKey> methods = new LinkedHashSet<>();
    addMethods(owner, methods);
    family.stream().filter(t -> summaries.program().shapeOf(t).filter(s -> s.scope().isOwn()).isPresent()).forEach(t -> addMethods(t, methods));
    return methods.stream()
        .filter(m -> bodies.of(m).stream().anyMatch(b -> summaries.releases(b, kind, Port.RECEIVER.then(spot.path()))))
        .findFirst().map(m -> new Answer(Care.RELEASED, List.of(m))).orElse(new Answer(Care.HANDED_ON, List.of()));
  }

  /** A part that rows know of classes which the owner extends goes with their releasing methods, unless the owner has made others of these. */
  private Optional<Answer> releasersOfPart(String owner, Spot spot, Kind kind) {
    for (String type : summaries.hierarchy().superTypes(owner)) {
      for (MethodShape method : summaries.program().shapeOf(type).filter(s -> !s.scope().isOwn()).map(ClassShape::methods).orElse(List.of())) {
        MethodKey key = method.key().in(owner);
        if (method.is(Modifier.STATIC) || !summaries.rows().releasesReceiver(method.key(), kind)) {
          continue;
        }
        List<MethodKey> bodies = summaries.hierarchy().targets(key, CallKind.VIRTUAL, owner);
        Port at = Port.RECEIVER.then(spot.path());
        if (bodies.isEmpty() || bodies.stream().anyMatch(b -> summaries.releases(b, kind, at))) {
          return Optional.of(new Answer(Care.RELEASED, List.of(key)));
        }
        if (summaries.hierarchy().superTypes(owner).stream().map(key::in).anyMatch(this::readsForeignField)) {
          return Optional.of(new Answer(Care.HANDED_ON, List.of()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a body reads a field of a class outside the run: that may be the part, under its own name. */
  private boolean readsForeignField(MethodKey body) {
    return summaries.hierarchy().isOwn(body.owner()) && summaries.layoutOf(body).stream().flatMap(l -> l.graph().steps())
        .anyMatch(s -> s instanceof Step.LoadField load && !summaries.hierarchy().isOwn(load.field().owner()));
  }

  /** The class, what it extends and implements, and what extends it. */
  private Set<String> familyOf(String owner) {
    Set<String> family = new LinkedHashSet<>(summaries.hierarchy().superTypes(owner));
    family.addAll(summaries.program().subclassesOf(owner));
    return family;
  }

  /** Methods that may read the field: those of the class first, then those of its family, then whoever else names it. */
  private List<MethodKey> candidates(String owner, Set<String> family, String field) {
    Set<MethodKey> found = new LinkedHashSet<>();
    addMethods(owner, found);
    for (String type : family) {
      if (summaries.program().shapeOf(type).filter(s -> s.scope().isOwn()).isPresent()) {
        addMethods(type, found);
      }
    }
    found.addAll(fields.mentionsOf(owner, field));
    return List.copyOf(found);
  }

  private void addMethods(String type, Set<MethodKey> found) {
    summaries.program().shapeOf(type).ifPresent(s -> s.methods().stream()
        .filter(m -> !m.key().isConstructor() && !m.is(Modifier.ABSTRACT))
        .sorted((a, b) -> rank(a) - rank(b))
        .forEach(m -> found.add(m.key())));
  }

  /** What others can call comes first, then what is called like a release, the shorter call before the longer. */
  private int rank(MethodShape method) {
    return (method.is(Modifier.PRIVATE) ? 1000 : 0) + (summaries.rows().words().contain(method.key().name()) ? 0 : 100) + method.key().arity();
  }

  /** Puts the resource behind every read of the field in a body and looks what becomes of it. */
  private Deal dealIn(MethodKey body, Set<String> family, Spot spot, Kind kind) {
    Layout layout = summaries.layoutOf(body).orElseThrow();
    if (!readsField(layout, family, spot.path().get(0))) {
      return Deal.NONE;
    }
    Simulation plain = summaries.plainRun(body, Map.of());
    List<Start> starts = new ArrayList<>();
    for (Block block : layout.graph().blocks()) {
      plain.replay(block.id(), (step, index, state) -> {
        if (step instanceof Step.LoadField load && isOf(load, family, spot.path().get(0))) {
          starts.add(new Start(block.id(), index, holding(state, load, spot, kind)));
        }
      });
    }
    if (starts.isEmpty()) {
      return Deal.NONE;
    }
    Journal journal = summaries.simulation(body).run(starts);
    Care care = judge(journal);
    boolean isReturned = isReturned(journal);
    return new Deal(care == Care.NONE && isReturned ? careOfCallers(body, kind, GETTERS) : care, isReturned);
  }

  private static boolean isReturned(Journal journal) {
    return journal.leavings().stream().anyMatch(l -> l.isNormal() && l.result() >= 0 && l.state().isResource(l.result()));
  }

  /** A getter: what its callers do with what they get. */
  private Care careOfCallers(MethodKey getter, Kind kind, int depth) {
    Care best = Care.NONE;
    for (MethodKey method : summaries.program().callersOf(getter.name(),
        o -> summaries.hierarchy().isSubtype(o, getter.owner()) || summaries.hierarchy().isSubtype(getter.owner(), o))) {
      for (MethodKey body : bodies.of(method)) {
        Care care = careOfResult(body, getter, kind, depth);
        if (care == Care.RELEASED) {
          return care;
        }
        best = care.compareTo(best) > 0 ? care : best;
      }
    }
    return best;
  }

  /** What becomes in a body of what it gets from calls of a method without arguments. */
  public Care careOfAnswer(MethodKey body, MethodKey getter, Kind kind) {
    return careOfResult(body, getter, kind, 1);
  }

  private Care careOfResult(MethodKey body, MethodKey getter, Kind kind, int depth) {
    Layout layout = summaries.layoutOf(body).orElseThrow();
    Simulation plain = summaries.plainRun(body, Map.of());
    List<Start> starts = new ArrayList<>();
    for (Block block : layout.graph().blocks()) {
      plain.replay(block.id(), (step, index, state) -> {
        if (step instanceof Step.Invoke call && call.callee().name().equals(getter.name())
            && call.callee().arity() == getter.arity() && call.target().index() >= 0) {
          State got = state.copy();
          int node = got.store().fresh(Value.NONNULL);
          got.store().assign(call.target(), node);
          // The object has it still, when the variable is gone.
          got.store().assignStatic(Summaries.CALLER, node);
          starts.add(new Start(block.id(), index + 1, State.following(got.store(), node, kind, Typestate.LIVE, Trail.START)));
        }
      });
    }
    if (starts.isEmpty()) {
      return Care.NONE;
    }
    Journal journal = summaries.simulation(body).run(starts);
    Care care = judge(journal);
    if (care == Care.NONE && isKeptByCaller(journal, body, kind)) {
      return Care.RELEASED;
    }
    return care == Care.NONE && depth > 1 && isReturned(journal) ? careOfCallers(body, kind, depth - 1) : care;
  }

  /** Whether the class of the body puts it into a field of its own, which it releases. */
  private boolean isKeptByCaller(Journal journal, MethodKey body, Kind kind) {
    return journal.leavings().stream().filter(Leaving::isNormal).flatMap(l -> Exits.holdersOf(l).stream())
        .anyMatch(p -> p.root() == Port.Root.RECEIVER && !p.path().isEmpty() && of(body.owner(), p.path(), kind).care() == Care.RELEASED);
  }

  private static Care judge(Journal journal) {
    Care best = journal.leavings().isEmpty() && journal.losses().isEmpty() ? Care.HANDED_ON : Care.NONE;
    for (Leaving leaving : journal.leavings()) {
      if (leaving.state().isReleased()) {
        return Care.RELEASED;
      }
    }
    return best;
  }

  private static State holding(State plain, Step.LoadField load, Spot spot, Kind kind) {
    State state = plain.copy();
    Store store = state.store();
    int node = store.node(load.receiver());
    for (int i = 0; i < spot.path().size(); i++) {
      store.refine(node, Range.NONZERO);
      int next = store.loadField(node, spot.path().get(i));
      store.setField(node, spot.path().get(i), next);
      node = next;
      Value.Closure closure = spot.closures().get(i + 1);
      if (closure != null) {
        store.setValue(node, store.value(node).meet(Value.ofClosure(closure)));
      }
      String type = spot.types().get(i + 1);
      if (type != null) {
        store.setValue(node, store.value(node).meet(Value.ofType(type)));
      }
    }
    store.refine(node, Range.NONZERO);
    // Held elsewhere too, or it were forgotten when the container is emptied behind its release.
    store.assignStatic(Summaries.CALLER, node);
    return State.following(store, node, kind, Typestate.LIVE, Trail.START);
  }

  private static boolean readsField(Layout layout, Set<String> family, String field) {
    return layout.graph().steps()
        .anyMatch(s -> s instanceof Step.LoadField load && isOf(load, family, field));
  }

  private static boolean isOf(Step.LoadField load, Set<String> family, String field) {
    return load.field().name().equals(field) && family.contains(load.field().owner());
  }

  /** Resources that methods of a class release out of its own fields, though they may never begin in it. */
  public Map<List<String>, Kind> releasedFields(ClassShape shape, Relevance relevance) {
    Map<List<String>, Kind> found = new java.util.LinkedHashMap<>();
    for (MethodShape method : shape.methods()) {
      if (method.is(Modifier.STATIC) || !relevance.isRelevant(method.key())) {
        continue;
      }
      for (Acquisition acquisition : summaries.acquisitionsIn(method.key(), Map.of())) {
        if (!acquisition.isOwned() && !acquisition.kind().releaseIsShared()) {
          acquisition.origin().stream()
              .filter(p -> p.root() == Port.Root.RECEIVER && !p.path().isEmpty() && !fields.isNeverFilled(shape.name(), p.path().get(0)))
              .findFirst()
              .ifPresent(p -> found.putIfAbsent(p.path(), acquisition.kind()));
        }
      }
    }
    return found;
  }

  /** A method without arguments that others can call on an object and that gives back, whenever it returns, what the object keeps at that path. */
  public Optional<MethodKey> releaserOf(String type, List<String> path, Kind kind) {
    return of(type, path, kind).by().stream()
        .filter(m -> m.arity() == 0 && alwaysReleases(m, kind, path) && summaries.hierarchy().isSubtype(type, m.owner()))
        .filter(m -> summaries.hierarchy().declaration(m).filter(d -> !d.is(Modifier.PRIVATE) && !d.is(Modifier.STATIC)).isPresent())
        .findFirst();
  }

  private boolean alwaysReleases(MethodKey method, Kind kind, List<String> path) {
    return summaries.follow(method, kind, Typestate.LIVE, List.of(Port.RECEIVER.then(path))).filter(s ->
        s.exits().stream().filter(Leaving::isNormal).allMatch(e -> e.state().isReleased())).isPresent();
  }

  /** What the run's code puts into fields. */
  public FieldStores fields() {
    return fields;
  }

  /** Methods of the class, of its superclasses and of its subclasses that end a state of the thread. */
  public List<MethodKey> endersOfThread(String owner, Kind kind) {
    Set<MethodKey> methods = new LinkedHashSet<>();
    familyOf(owner).forEach(type -> addMethods(type, methods));
    return methods.stream().filter(m -> summaries.releases(m, kind, Port.THREAD)).toList();
  }
}
