package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Beginning;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.simulate.Outcome;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.simulate.Trail;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Applies the effects of rows to a call, one after the other. */
final class RowEffects {
  /** Marks an object in which a resource of some kind began: this and the kind. */
  private static final String HAS = "~has:";
  /** What was derived from an object before it became a resource. */
  private static final String SHARED = "~shared";

  private final Calls calls;
  private final Summaries summaries;
  private final ContainerEffects containers = new ContainerEffects();
  private final ClosureEffects closures;
  private final Watches watches;

  RowEffects(Calls calls, Summaries summaries) {
    this.calls = calls;
    this.summaries = summaries;
    this.closures = new ClosureEffects(calls, summaries);
    this.watches = new Watches(summaries.rows().protocols());
  }

  /** A state on its way through a row. */
  record Way(State state, CallSite call, int shift, int result, boolean isAliased) {
    Way(State state, CallSite call, int shift, int result) {
      this(state, call, shift, result, false);
    }

    OptionalInt find(Port port) {
      return call.find(port, shift, state, result);
    }

    OptionalInt make(Port port) {
      return call.make(port, shift, state, result);
    }

    Way with(State other) {
      return new Way(other, call, shift, result, isAliased);
    }

    Way returning(int node) {
      return new Way(state, call, shift, node, isAliased);
    }

    /** The result is what it is named after here; another alias only counts if it holds the resource. */
    Way aliasing(int node) {
      return new Way(state, call, shift, node, true);
    }

    /** Whether what is at the port is the followed resource. */
    boolean isResourceAt(Port port) {
      OptionalInt node = find(port);
      return node.isPresent() && state.isResource(node.getAsInt());
    }

    /** Whether what is at the port is the followed resource or holds it. */
    boolean holdsResourceAt(Port port) {
      OptionalInt node = find(port);
      return node.isPresent() && state.holdsResource(node.getAsInt());
    }
  }

  /** Whether some effect is about the followed resource; if not, bodies know more. */
  boolean touches(List<Row> rows, State state, CallSite call) {
    if (!state.isFollowing() || Watches.isWatch(state)) {
      return true;
    }
    Way way = new Way(state, call, rows.isEmpty() ? 0 : summaries.rows().shiftOf(rows.get(0), call.callee()), -1);
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        for (Port port : portsOf(effect)) {
          boolean isDeepEnough = effect instanceof Effect.Use || effect instanceof Effect.Release || effect instanceof Effect.Begin;
          if (isDeepEnough ? way.isResourceAt(port) : way.holdsResourceAt(port)) {
            return true;
          }
          OptionalInt node = way.find(port);
          if (node.isPresent() && state.parentRole(node.getAsInt()).isPresent()) {
            return true;
          }
        }
        if (effect instanceof Effect.Unload || port(effect) == Port.Root.THREAD) {
          return true;
        }
      }
    }
    return false;
  }

  private static Port.Root port(Effect effect) {
    if (effect instanceof Effect.Release release) {
      return release.of().root();
    }
    return effect instanceof Effect.Begin begin ? begin.at().root() : Port.Root.RESULT;
  }

  private static List<Port> portsOf(Effect effect) {
    if (effect instanceof Effect.Release e) {
      return List.of(e.of());
    } else if (effect instanceof Effect.Use e) {
      return List.of(e.of());
    } else if (effect instanceof Effect.Begin e) {
      List<Port> ports = new ArrayList<>(e.continues());
      ports.add(e.at());
      return ports;
    } else if (effect instanceof Effect.Ask e) {
      return List.of(e.of());
    } else if (effect instanceof Effect.Alias e) {
      return List.of(e.from());
    } else if (effect instanceof Effect.Move e) {
      return List.of(e.from(), e.to());
    } else if (effect instanceof Effect.Put e) {
      return List.of(e.from(), e.to());
    } else if (effect instanceof Effect.Take e) {
      return List.of(e.from());
    } else if (effect instanceof Effect.Pick e) {
      return List.of(e.from());
    } else if (effect instanceof Effect.Drop e) {
      return List.of(e.of());
    } else if (effect instanceof Effect.Implies e) {
      return List.of(e.of());
    } else if (effect instanceof Effect.Borrow e) {
      return List.of(e.of());
    } else if (effect instanceof Effect.Escape e) {
      return List.of(e.of());
    } else if (effect instanceof Effect.Derive e) {
      return List.of(e.of());
    } else if (effect instanceof Effect.Run e) {
      List<Port> ports = new ArrayList<>(e.with());
      ports.add(e.of());
      return ports;
    }
    return List.of();
  }

  List<Outcome> apply(List<Row> rows, State state, CallSite call, Journal journal) {
    List<Outcome> outcomes = new ArrayList<>();
    exceptional(rows, state, call, outcomes);
    List<Way> ways = List.of(start(rows, state, call));
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        ways = applyAll(effect, ways, journal, outcomes);
      }
    }
    ways.forEach(w -> outcomes.add(Outcome.returns(w.state(), w.result())));
    return outcomes;
  }

  private Way start(List<Row> rows, State state, CallSite call) {
    String type = call.callee().returnType();
    int result = type.equals("void") || call.callee().isConstructor() ? -1 : state.store().fresh(Summaries.natural(type));
    return new Way(state, call, summaries.rows().shiftOf(rows.get(0), call.callee()), result);
  }

  /** An exception: what was released is released (nobody can do better than calling the release), nothing else happened. */
  private void exceptional(List<Row> rows, State state, CallSite call, List<Outcome> outcomes) {
    Set<String> types = new LinkedHashSet<>(call.thrown());
    List<Effect> releases = new ArrayList<>();
    boolean isRelease = rows.stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Release release && isReleaseEvenIfThrown(release));
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        if (effect instanceof Effect.Throws thrown) {
          // Nobody guards a release against the exception of another release that no signature announces.
          if (!isRelease) {
            types.add(thrown.type());
          }
        } else if (effect instanceof Effect.Release release && isReleaseEvenIfThrown(release) || isTakenEvenIfThrown(effect, row)) {
          releases.add(effect);
        }
      }
    }
    for (String type : types) {
      List<Way> ways = List.of(start(rows, state.copy(), call));
      for (Effect effect : releases) {
        ways = applyAll(effect, ways, new Journal(), new ArrayList<>());
      }
      for (Way way : ways) {
        way.state().setExcused(way.state().isExcused() || isRelease);
        outcomes.add(Outcome.throwing(way.state(), type));
      }
    }
  }

  /** Who takes a resource over by an annotation owes it also when it throws; its own body is held to that. */
  private static boolean isTakenEvenIfThrown(Effect effect, Row row) {
    return effect instanceof Effect.Escape && row.file().equals(AnnotationTable.ORIGIN);
  }

  private static boolean isReleaseEvenIfThrown(Effect.Release release) {
    return release.when().isEmpty();
  }

  private List<Way> applyAll(Effect effect, List<Way> ways, Journal journal, List<Outcome> outcomes) {
    List<Way> after = new ArrayList<>();
    for (Way way : ways) {
      after.addAll(applyOne(effect, way, journal, outcomes));
    }
    return after;
  }

  private List<Way> applyOne(Effect effect, Way way, Journal journal, List<Outcome> outcomes) {
    if (effect instanceof Effect.Release release) {
      return release(release, way, journal);
    } else if (effect instanceof Effect.Begin begin) {
      return way.state().isFollowing() ? beginAgain(begin, way, journal) : passBegin(begin, way);
    } else if (effect instanceof Effect.Use use) {
      return use(use, way, journal);
    } else if (effect instanceof Effect.Ask ask) {
      return ask(ask, way);
    } else if (effect instanceof Effect.Unload unload) {
      return unload(unload, way, journal);
    } else if (effect instanceof Effect.Escape escape) {
      return containers.escape(escape.of(), way);
    } else if (effect instanceof Effect.Derive derive) {
      return derive(derive, way);
    } else if (effect instanceof Effect.Ensures ensures) {
      return satisfied(List.of(ensures.clause()), way, true);
    } else if (effect instanceof Effect.Name name) {
      return name(name, way);
    } else if (effect instanceof Effect.CallNamed named) {
      return callNamed(named, way, journal, outcomes);
    } else if (effect instanceof Effect.Run run) {
      return closures.run(run, way, journal, outcomes);
    }
    return containers.apply(effect, way);
  }

  // Release and use

  private List<Way> release(Effect.Release release, Way way, Journal journal) {
    State state = way.state();
    if (!state.isFollowing()) {
      return List.of(way);
    }
    if (Watches.isWatch(state)) {
      return watches.release(release, way, journal);
    }
    OptionalInt node = way.find(release.of());
    if (node.isEmpty()) {
      return List.of(way);
    }
    Optional<String> role = state.parentRole(node.getAsInt());
    if (role.isPresent() && state.isLive()) {
      return parentEnded(role.get(), way, journal);
    }
    boolean isMine = state.isResource(node.getAsInt()) || isInsideWrapper(node.getAsInt(), release, state);
    boolean isKind = release.kinds().isEmpty() || release.kinds().contains(state.kind().name());
    if (!isMine || !isKind) {
      return List.of(way);
    }
    if (release.when().isEmpty()) {
      return end(way, journal);
    }
    List<Way> ways = new ArrayList<>();
    List<Way> yes = satisfied(release.when(), way.with(state.copy()), false);
    yes.forEach(w -> ways.addAll(end(w, journal)));
    if (release.when().size() == 1) {
      ways.addAll(satisfied(List.of(negated(release.when().get(0))), way, false));
    } else if (yes.isEmpty() || !isDecided(release.when(), way)) {
      ways.add(way);
    }
    return ways;
  }

  /** A wrapper of the same API passes the release on to what it wraps. */
  private static boolean isInsideWrapper(int node, Effect.Release release, State state) {
    boolean isWhole = release.of().path().isEmpty() && release.kinds().contains(state.kind().name());
    return isWhole && node != state.resource() && state.holdsResource(node);
  }

  private List<Way> end(Way way, Journal journal) {
    State state = way.state();
    Kind kind = state.kind();
    if (state.isPinned(State.CLEARED, state.resource())) {
      return List.of(way);
    }
    if (state.isReleased() || state.typestate() == Typestate.LENT) {
      Severity severity = state.isReleased() ? kind.again() : Severity.ERROR;
      if (severity != Severity.NONE) {
        journal.misused(new Misuse(RuleId.DOUBLE_RELEASE, severity, state, way.call().site(), way.call().name()));
        return List.of();
      }
      return List.of(way);
    }
    state.become(Typestate.RELEASED);
    state.setTrail(state.trail().then(way.call().site(), way.call().name() + " releases it"));
    state.store().forgetStatic(State.THREAD);
    return List.of(way);
  }

  private static List<Way> parentEnded(String role, Way way, Journal journal) {
    State state = way.state();
    for (Kind.Parent parent : state.kind().parents()) {
      if (parent.role().equals(role) && parent.severity() != Severity.NONE) {
        journal.misused(new Misuse(parent.rule(), parent.severity(), state.copy(), way.call().site(), way.call().name()));
      }
    }
    state.store().removePin(State.PARENT + role);
    return List.of(way);
  }

  private static List<Way> use(Effect.Use use, Way way, Journal journal) {
    State state = way.state();
    boolean isWrong = state.isFollowing() && state.isReleased() && way.isResourceAt(use.of())
        && state.kind().afterwards() != Severity.NONE;
    if (isWrong) {
      journal.misused(new Misuse(
          RuleId.USE_AFTER_RELEASE, state.kind().afterwards(), state, way.call().site(), way.call().name()));
      return List.of();
    }
    return List.of(way);
  }

  private static List<Way> ask(Effect.Ask ask, Way way) {
    if (!way.isResourceAt(ask.of()) || way.result() < 0
        || way.state().isPinned(State.CLEARED, way.state().resource())) {
      return List.of(way);
    }
    List<Way> ways = new ArrayList<>();
    answer(ask.ifTrue(), Range.of(1), way, ways);
    answer(ask.ifFalse(), Range.ZERO, way, ways);
    return ways;
  }

  private static void answer(Effect.Meaning meaning, Range answer, Way way, List<Way> ways) {
    if (meaning == Effect.Meaning.NONE) {
      return;
    }
    State state = way.state().copy();
    state.store().refine(way.result(), answer);
    if (meaning == Effect.Meaning.LENT && state.isLive()) {
      state.become(Typestate.LENT);
      state.setTrail(state.trail().then(way.call().site(), way.call().name() + " says that it is only lent"));
    }
    ways.add(way.with(state));
  }

  // Beginnings

  /** A call that begins a resource while one is followed. */
  private List<Way> beginAgain(Effect.Begin begin, Way way, Journal journal) {
    State state = way.state();
    if (!begin.kind().equals(state.kind().name())) {
      return passBegin(begin, way);
    }
    boolean isSame = way.isResourceAt(begin.at()) && begin.at().root() != Port.Root.RESULT;
    Optional<Port> continued = begin.continues().stream().filter(way::isResourceAt).findFirst();
    if (continued.isPresent()) {
      return isSame || !state.isLive() ? List.of(way) : moveOn(begin, way);
    }
    if (!isSame || begin.at().root() == Port.Root.THREAD) {
      return passBegin(begin, way);
    }
    List<Way> failed = new ArrayList<>();
    if (!begin.when().isEmpty()) {
      failed = otherwise(begin, way.with(state.copy()));
    }
    if (state.isLive() && !satisfied(begin.when(), way, false).isEmpty()) {
      journal.lost(new Loss(state, way.call().site(), Loss.How.ACQUIRED_AGAIN, way.call().name()));
    }
    return failed;
  }

  /** The call gives the resource of an earlier handle to another object: from now on both mean it. */
  private static List<Way> moveOn(Effect.Begin begin, Way way) {
    List<Way> ways = new ArrayList<>(otherwise(begin, way.with(way.state().copy())));
    for (Way began : satisfied(begin.when(), way, false)) {
      OptionalInt other = began.make(begin.at());
      if (other.isPresent()) {
        began.state().store().unify(other.getAsInt(), began.state().resource());
      }
      ways.add(began);
    }
    return ways;
  }

  private static List<Way> otherwise(Effect.Begin begin, Way way) {
    if (!begin.otherwise().isEmpty()) {
      return satisfied(begin.otherwise(), way, false);
    }
    if (begin.when().size() == 1) {
      return satisfied(List.of(negated(begin.when().get(0))), way, false);
    }
    return List.of(way);
  }

  private static Clause negated(Clause clause) {
    Clause.Test test = switch (clause.test()) {
      case IN -> Clause.Test.NOT_IN;
      case NOT_IN -> Clause.Test.IN;
      case LESS -> Clause.Test.AT_LEAST;
      case AT_LEAST -> Clause.Test.LESS;
      case TRUE -> Clause.Test.FALSE;
      case FALSE -> Clause.Test.TRUE;
      case NULL -> Clause.Test.NONNULL;
      case NONNULL -> Clause.Test.NULL;
      case HAS -> Clause.Test.LACKS;
      case LACKS -> Clause.Test.HAS;
    };
    return new Clause(clause.port(), test, clause.values());
  }

  private static List<Way> passBegin(Effect.Begin begin, Way way) {
    OptionalInt node = way.make(begin.at());
    if (node.isPresent()) {
      way.state().store().setField(node.getAsInt(), State.BEGUN, node.getAsInt());
      way.state().store().setField(node.getAsInt(), HAS + begin.kind(), node.getAsInt());
    }
    return List.of(way);
  }

  /** The resources that rows begin at a call; {@code before} is not changed. */
  List<Beginning> beginnings(List<Row> rows, State before, CallSite call) {
    List<Beginning> found = new ArrayList<>();
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        if (effect instanceof Effect.Begin begin) {
          beginnings(rows, begin, before, call, found);
        } else if (effect instanceof Effect.Release release) {
          released(rows, release, before, call).ifPresent(found::add);
          watchParent(rows, release, before, call).ifPresent(found::add);
        } else if (effect instanceof Effect.Unload unload) {
          watchProvider(rows, unload, before, call).ifPresent(found::add);
        } else if (effect instanceof Effect.Run run) {
          found.addAll(closures.beginnings(run, start(rows, before.copy(), call)));
        } else if (effect instanceof Effect.CallNamed named) {
          Way way = start(rows, before.copy(), call);
          nameAt(named.of(), way).ifPresent(n -> {
            List<Row> function = summaries.rows().rowsForFunction(n, functionArity(way));
            function.forEach(r -> found.addAll(beginnings(List.of(r), before, asFunction(way))));
          });
        }
      }
    }
    return found;
  }

  private void beginnings(List<Row> rows, Effect.Begin begin, State before, CallSite call, List<Beginning> found) {
    Optional<Kind> kind = summaries.rows().protocols().kind(begin.kind());
    if (kind.isEmpty() || isUnimportant(kind.get())) {
      return;
    }
    Way way = start(rows, before.copy(), call);
    if (!startsAfresh(begin, way)) {
      return;
    }
    for (Way began : satisfied(begin.when(), way, true)) {
      OptionalInt node = begin.at().equals(Port.THREAD)
          ? OptionalInt.of(began.state().store().fresh(Value.NONNULL))
          : began.make(begin.at());
      if (node.isPresent() && began.state().store().refine(node.getAsInt(), Range.NONZERO)) {
        found.add(begin(rows, begin, kind.get(), began, node.getAsInt()));
      }
    }
  }

  /** A release of something that came from elsewhere: watched from here on, for it must not be used or released again. */
  private Optional<Beginning> released(List<Row> rows, Effect.Release release, State before, CallSite call) {
    if (release.kinds().isEmpty() || before.isFollowing()) {
      return Optional.empty();
    }
    Optional<Kind> kind = summaries.rows().protocols().kind(release.kinds().get(0));
    if (kind.isEmpty() || kind.get().isThreadBound()) {
      return Optional.empty();
    }
    Way way = start(rows, before.copy(), call);
    OptionalInt node = way.make(release.of());
    boolean holds = !satisfied(release.when(), way, true).isEmpty();
    if (!holds || node.isEmpty() || way.state().store().value(node.getAsInt()).range().equals(Range.ZERO)) {
      return Optional.empty();
    }
    Trail trail = way.state().trail().then(call.site(), kind.get().noun() + " released by " + call.name());
    State state = State.following(way.state().store(), node.getAsInt(), kind.get(), Typestate.RELEASED, trail);
    return Optional.of(new Beginning(Outcome.returns(state, way.result()), false, true));
  }

  private Optional<Beginning> watchProvider(List<Row> rows, Effect.Unload unload, State before, CallSite call) {
    Way way = start(rows, before.copy(), call);
    if (!mayBeProvider(unload, way) || !holdsWhatItMust(unload, way)) {
      return Optional.empty();
    }
    return watches.afterUnload(unload, way).map(s -> new Beginning(Outcome.returns(s, way.result()), false, true));
  }

  private Optional<Beginning> watchParent(List<Row> rows, Effect.Release release, State before, CallSite call) {
    Way way = start(rows, before.copy(), call);
    OptionalInt node = way.find(release.of());
    boolean isFromElsewhere = node.isPresent() && way.state().store().origin(node.getAsInt()).isPresent();
    if (!isFromElsewhere || release.kinds().isEmpty()) {
      return Optional.empty();
    }
    return summaries.rows().protocols().kind(release.kinds().get(0))
        .flatMap(k -> watches.afterParent(k, way))
        .map(s -> new Beginning(Outcome.returns(s, way.result()), false, true));
  }

  private static boolean isUnimportant(Kind kind) {
    return kind.leak() == Severity.NONE && kind.again() == Severity.NONE && kind.afterwards() == Severity.NONE;
  }

  private Beginning begin(List<Row> rows, Effect.Begin begin, Kind kind, Way began, int node) {
    Store store = began.state().store();
    if (kind.isThreadBound()) {
      store.assignStatic(State.THREAD, node);
    }
    int at = node;
    if (begin.at().path().contains(Port.ELEMENT)) {
      OptionalInt container = began.make(new Port(begin.at().root(), begin.at().index(),
          begin.at().path().subList(0, begin.at().path().size() - 1)));
      container.ifPresent(c -> store.setField(c, Port.ELEMENT, at));
    }
    Trail trail = began.state().trail().then(began.call().site(), kind.noun() + (begin.isLent() ? " lent by " : " acquired by ") + began.call().name());
    State state = State.following(store, node, kind, begin.isLent() ? Typestate.LENT : Typestate.LIVE, trail);
    begin.parents().forEach((role, port) -> began.find(port).ifPresent(n -> {
      if (!store.value(n).range().equals(Range.ZERO)) {
        store.setPin(State.PARENT + role, n);
      }
    }));
    store.field(node, SHARED).ifPresent(shared -> state.pinMore(State.DERIVED, shared));
    store.origin(node).filter(o -> o.path().isEmpty()).ifPresent(o -> store.assignStatic(Summaries.CALLER, node));
    List<Way> ways = List.of(began.with(state));
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        boolean isOther = !(effect instanceof Effect.Begin) && !(effect instanceof Effect.Release)
            && !(effect instanceof Effect.Use) && !(effect instanceof Effect.Run) && !(effect instanceof Effect.CallNamed)
            && !(effect instanceof Effect.Ensures) && !(effect instanceof Effect.Unload);
        if (isOther) {
          ways = applyAll(effect, ways, new Journal(), new ArrayList<>());
        }
      }
    }
    Way last = ways.isEmpty() ? began.with(state) : ways.get(0);
    return new Beginning(Outcome.returns(last.state(), last.result()), true, true);
  }

  /** Whether the call begins a resource of its own, rather than going on with one that an earlier call began. */
  private static boolean startsAfresh(Effect.Begin begin, Way way) {
    for (Port port : begin.continues()) {
      OptionalInt earlier = way.make(port);
      if (earlier.isEmpty()) {
        continue;
      }
      Store store = way.state().store();
      if (port.equals(Port.RECEIVER) && begin.at().equals(port)) {
        if (store.field(earlier.getAsInt(), State.BEGUN).isPresent()) {
          return false;
        }
        continue;
      }
      if (store.rangeOf(earlier.getAsInt()).contains(0)) {
        store.refine(earlier.getAsInt(), Range.ZERO);
        continue;
      }
      OptionalInt target = way.make(begin.at());
      boolean isFresh = !store.value(earlier.getAsInt()).type().isEmpty() && store.field(earlier.getAsInt(), State.BEGUN).isEmpty();
      if (!isFresh || target.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  // The rest

  private static List<Way> unload(Effect.Unload unload, Way way, Journal journal) {
    State state = way.state();
    boolean isAbout = state.isFollowing() && state.isLive() && unload.kinds().contains(state.kind().name());
    if (!isAbout || !mayBeProvider(unload, way) || !holdsWhatItMust(unload, way)) {
      return List.of(way);
    }
    journal.misused(new Misuse(RuleId.PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED, unload.severity(), state,
        way.call().site(), way.call().name()));
    return List.of();
  }

  private static boolean holdsWhatItMust(Effect.Unload unload, Way way) {
    if (unload.holding().isEmpty()) {
      return true;
    }
    OptionalInt node = unload.of().isEmpty() ? OptionalInt.empty() : way.find(unload.of().get(0));
    return node.isPresent() && unload.holding().stream()
        .anyMatch(k -> way.state().store().field(node.getAsInt(), HAS + k).isPresent());
  }

  /** A provider that is known by name to be another one takes nothing with it. */
  private static boolean mayBeProvider(Effect.Unload unload, Way way) {
    if (unload.names().isEmpty() || unload.of().isEmpty()) {
      return true;
    }
    Optional<String> known = nameAt(unload.of().get(0), way);
    return known.isEmpty() || unload.names().stream().anyMatch(n -> isNamed(known.get(), n));
  }

  private static boolean isNamed(String library, String listed) {
    String name = listed.toLowerCase(java.util.Locale.ROOT);
    String base = library.substring(Math.max(library.lastIndexOf('/'), library.lastIndexOf('\\')) + 1);
    String stem = base.toLowerCase(java.util.Locale.ROOT);
    return stem.equals(name) || stem.startsWith(name + ".") || stem.startsWith("lib" + name + ".");
  }

  private static Optional<String> nameAt(Port port, Way way) {
    OptionalInt node = way.find(port);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String name = way.state().store().value(node.getAsInt()).name();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private static List<Way> derive(Effect.Derive derive, Way way) {
    State state = way.state();
    OptionalInt from = way.find(derive.of());
    OptionalInt to = way.make(derive.to());
    if (from.isEmpty() || to.isEmpty()) {
      return List.of(way);
    }
    if (state.isResource(from.getAsInt()) && state.kind().quietWhenShared()) {
      state.pinMore(State.DERIVED, to.getAsInt());
    } else if (!state.isFollowing()) {
      state.store().setField(from.getAsInt(), SHARED, to.getAsInt());
    }
    return List.of(way);
  }

  private static List<Way> name(Effect.Name name, Way way) {
    OptionalInt to = way.make(name.to());
    nameAt(name.from(), way).ifPresent(text -> to.ifPresent(node -> {
      Store store = way.state().store();
      store.setValue(node, store.value(node).named(text));
    }));
    return List.of(way);
  }

  private List<Way> callNamed(Effect.CallNamed named, Way way, Journal journal, List<Outcome> outcomes) {
    Optional<String> function = nameAt(named.of(), way);
    if (function.isEmpty()) {
      return List.of(way);
    }
    List<Way> ways = List.of(new Way(way.state(), asFunction(way), 0, way.result()));
    for (Row row : summaries.rows().rowsForFunction(function.get(), functionArity(way))) {
      for (Effect effect : row.effects()) {
        ways = applyAll(effect, ways, journal, outcomes);
      }
    }
    return ways;
  }

  private static int functionArity(Way way) {
    return asFunction(way).operands().size();
  }

  /** The call without its receiver, variable arguments spread out. */
  private static CallSite asFunction(Way way) {
    CallSite call = way.call();
    List<Integer> operands = new ArrayList<>(call.operands().subList(call.receivers(), call.operands().size()));
    if (operands.size() == 1) {
      Store store = way.state().store();
      List<Integer> spread = new ArrayList<>();
      for (int i = 0; store.field(operands.get(0), "[" + i + "]").isPresent(); i++) {
        spread.add(store.field(operands.get(0), "[" + i + "]").get());
      }
      operands = spread.isEmpty() ? operands : spread;
    }
    return new CallSite(call.site(), call.callee(), io.github.relinquish.core.graph.CallKind.STATIC, operands,
        call.thrown(), call.depth());
  }

  /**
   * The ways on which all clauses hold.
   *
   * @param isStrictOnArguments whether a clause on an argument that is not known counts as not holding
   */
  static List<Way> satisfied(List<Clause> clauses, Way way, boolean isStrictOnArguments) {
    for (Clause clause : clauses) {
      OptionalInt node = way.make(clause.port());
      if (node.isEmpty()) {
        continue;
      }
      boolean isArgument = clause.port().root() == Port.Root.ARGUMENT;
      if (!holds(clause, node.getAsInt(), way.state().store(), isArgument && isStrictOnArguments)) {
        return List.of();
      }
    }
    return List.of(way);
  }

  private static boolean isDecided(List<Clause> clauses, Way way) {
    return clauses.stream().allMatch(c -> {
      OptionalInt node = way.find(c.port());
      return node.isPresent() && way.state().store().rangeOf(node.getAsInt()).single().isPresent();
    });
  }

  private static boolean holds(Clause clause, int node, Store store, boolean mustBeKnown) {
    Range range = store.rangeOf(node);
    if (clause.test() == Clause.Test.HAS || clause.test() == Clause.Test.LACKS) {
      Optional<Long> number = range.single();
      boolean has = number.isPresent() && (number.get() & clause.values().get(0)) == clause.values().get(0);
      return clause.test() == Clause.Test.HAS ? has : !has;
    }
    if (mustBeKnown && range.isAll()) {
      return false;
    }
    return store.refine(node, rangeOf(clause, range));
  }

  private static Range rangeOf(Clause clause, Range known) {
    long[] values = clause.values().stream().mapToLong(Long::longValue).toArray();
    switch (clause.test()) {
      case IN:
        return Range.of(values);
      case NOT_IN:
        Range without = known;
        for (long value : values) {
          without = without.without(value);
        }
        return without;
      case LESS:
        return known.refined(Relation.LT, Range.of(values[0]));
      case AT_LEAST:
        return known.refined(Relation.GE, Range.of(values[0]));
      case TRUE, NONNULL:
        return Range.NONZERO;
      default:
        return Range.ZERO;
    }
  }
}
