package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Beginning;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Outcome;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.simulate.Trail;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the resources that rows begin at a call, and the releases after which something is watched. */
final class RowBeginnings {
  private final RowEffects effects;
  private final RowTable table;
  private final ClosureEffects closures;
  private final Watches watches;

  RowBeginnings(RowEffects effects, Calls calls, Summaries summaries) {
    this.effects = effects;
    this.table = summaries.rows();
    this.closures = new ClosureEffects(calls, summaries);
    this.watches = new Watches(table.protocols());
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
          Way way = start(rows, before, call);
          closures.beginnings(run, way).stream().filter(b -> !isGivenBack(run, b, rows)).forEach(b -> found.add(answered(run, b, rows, way)));
        } else if (effect instanceof Effect.Alias alias && alias.to().equals(Port.RESULT)) {
          found.addAll(closures.awaited(alias, start(rows, before, call)));
        } else if (effect instanceof Effect.CallNamed named) {
          Way way = start(rows, before, call);
          way.nameAt(named.of()).ifPresent(n -> {
            CallSite function = way.asFunction();
            table.rowsForFunction(n, function.arguments())
                .forEach(r -> found.addAll(beginnings(List.of(r), before, function)));
          });
        }
      }
    }
    return found;
  }

  /** What a closure puts into a container that was made here is also what the call answers: {@code computeIfAbsent}. */
  private Beginning answered(Effect.Run run, Beginning begun, List<Row> rows, Way way) {
    Outcome outcome = begun.outcome();
    List<Effect> aliases = rows.stream().flatMap(r -> r.effects().stream())
        .filter(e -> e instanceof Effect.Alias alias && alias.to().equals(Port.RESULT) && run.result().contains(alias.from())).toList();
    boolean isFresh = run.result().stream().map(r -> way.find(r.base()))
        .allMatch(n -> n.isPresent() && outcome.state().store().origin(n.getAsInt()).isEmpty());
    if (aliases.isEmpty() || !isFresh || !outcome.isNormal()) {
      return begun;
    }
    List<Way> ways = effects.applyAll(aliases.get(0), List.of(way.with(outcome.state()).returning(outcome.result())), new Journal(), new ArrayList<>());
    return ways.isEmpty() ? begun
        : new Beginning(Outcome.returns(ways.get(0).state(), ways.get(0).result()), begun.isOwned(), begun.isDirect(), begun.inside());
  }

  /** Whether the call itself releases what the closure answers. */
  private static boolean isGivenBack(Effect.Run run, Beginning begun, List<Row> rows) {
    String kind = begun.outcome().state().kind().name();
    return rows.stream().flatMap(r -> r.effects().stream()).anyMatch(e -> e instanceof Effect.Release release
        && run.result().contains(release.of()) && (release.kinds().isEmpty() || release.kinds().contains(kind)));
  }

  private void beginnings(List<Row> rows, Effect.Begin begin, State before, CallSite call, List<Beginning> found) {
    Optional<Kind> kind = table.protocols().kind(begin.kind());
    if (kind.isEmpty() || isUnimportant(kind.get())) {
      return;
    }
    Way way = start(rows, before, call);
    if (!startsAfresh(begin, way)) {
      return;
    }
    if (kind.get().failed() != Severity.NONE) {
      call.thrown().forEach(thrown -> failed(rows, begin, kind.get(), thrown, before, call).ifPresent(found::add));
    }
    // What a thread gets from elsewhere is taken to be there, and may be what it had before.
    List<Clause> guessed = begin.at().equals(Port.THREAD) ? Clauses.guessed(begin.when(), way) : List.of();
    List<Clause> known = begin.when().stream().filter(c -> !guessed.contains(c)).toList();
    for (Way began : Clauses.satisfied(known, way, true)) {
      OptionalInt node = begin.at().equals(Port.THREAD)
          ? OptionalInt.of(began.state().store().fresh(Value.NONNULL))
          : began.make(begin.at());
      boolean isThere = node.isPresent() && began.state().store().refine(node.getAsInt(), Range.NONZERO)
          && !Clauses.satisfied(guessed, began, false).isEmpty();
      if (isThere) {
        Beginning beginning = begin(rows, begin, kind.get(), began, node.getAsInt());
        if (!guessed.isEmpty()) {
          beginning.outcome().state().guess();
        }
        found.add(beginning);
      }
    }
  }

  /** An acquisition that throws and leaves nothing behind: what it was to fill is watched from here on, for there is nothing to release. */
  private Optional<Beginning> failed(List<Row> rows, Effect.Begin begin, Kind kind, String thrown, State before, CallSite call) {
    Way way = start(rows, before, call);
    OptionalInt node = way.make(begin.at());
    if (node.isEmpty() || begin.at().root() == Port.Root.RESULT) {
      return Optional.empty();
    }
    State state = State.following(way.state().store(), node.getAsInt(), kind, Typestate.FAILED,
        way.state().trail().then(call.site(), kind.noun() + " to be acquired by " + call.name()));
    return Optional.of(new Beginning(Outcome.throwing(state, thrown), false, true));
  }

  /** A release of something that came from elsewhere: watched from here on, for it must not be used or released again. */
  private Optional<Beginning> released(List<Row> rows, Effect.Release release, State before, CallSite call) {
    if (release.kinds().isEmpty() || before.isFollowing()) {
      return Optional.empty();
    }
    Optional<Kind> kind = table.protocols().kind(release.kinds().get(0));
    if (kind.isEmpty() || kind.get().isThreadBound()) {
      return Optional.empty();
    }
    Way way = start(rows, before, call);
    OptionalInt node = way.make(release.of());
    boolean holds = !Clauses.satisfied(release.when(), way, true).isEmpty();
    if (!holds || node.isEmpty() || way.state().store().value(node.getAsInt()).range().equals(Range.ZERO)) {
      return Optional.empty();
    }
    Trail trail = way.state().trail().then(call.site(), kind.get().noun() + " released by " + call.name());
    State state = State.following(way.state().store(), node.getAsInt(), kind.get(), Typestate.RELEASED, trail);
    return Optional.of(new Beginning(Outcome.returns(state, way.result()), false, true));
  }

  private Optional<Beginning> watchProvider(List<Row> rows, Effect.Unload unload, State before, CallSite call) {
    Way way = start(rows, before, call);
    if (!UnloadEffects.isOfProvider(unload, way)) {
      return Optional.empty();
    }
    return watches.afterUnload(unload, way).map(s -> new Beginning(Outcome.returns(s, way.result()), false, true));
  }

  private Optional<Beginning> watchParent(List<Row> rows, Effect.Release release, State before, CallSite call) {
    if (release.kinds().isEmpty()) {
      return Optional.empty();
    }
    Way way = start(rows, before, call);
    OptionalInt node = way.find(release.of());
    boolean isFromElsewhere = node.isPresent() && way.state().store().origin(node.getAsInt()).isPresent();
    if (!isFromElsewhere) {
      return Optional.empty();
    }
    return table.protocols().kind(release.kinds().get(0))
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
    store.reclaim(node);
    putIntoElement(begin.at(), node, began);
    Trail trail = began.state().trail().then(began.call().site(), kind.noun() + (begin.isLent() ? " lent by " : " acquired by ") + began.call().name());
    State state = State.following(store, node, kind, begin.isLent() ? Typestate.LENT : Typestate.LIVE, trail);
    begin.parents().forEach((role, port) -> began.find(port).ifPresent(n -> {
      if (!store.value(n).range().equals(Range.ZERO)) {
        store.setPin(State.PARENT + role, n);
      }
    }));
    store.field(node, RowEffects.SHARED).ifPresent(shared -> state.pinMore(State.DERIVED, shared));
    store.origin(node).filter(o -> o.path().isEmpty()).ifPresent(o -> store.assignStatic(Summaries.CALLER, node));
    Way last = withOtherEffects(rows, began.with(state));
    return new Beginning(Outcome.returns(last.state(), last.result()), true, true);
  }

  /** Elements have no identity before a resource begins in one of them: now it is that one. */
  private static void putIntoElement(Port at, int resource, Way began) {
    int depth = at.path().indexOf(Port.ELEMENT);
    if (depth < 0) {
      return;
    }
    Store store = began.state().store();
    OptionalInt holder = began.make(new Port(at.root(), at.index(), at.path().subList(0, depth)));
    for (String field : at.path().subList(depth, at.path().size() - 1)) {
      if (holder.isPresent()) {
        int inner = store.fresh(Value.NONNULL);
        store.setField(holder.getAsInt(), field, inner);
        holder = OptionalInt.of(inner);
      }
    }
    holder.ifPresent(h -> store.setField(h, at.last(), resource));
  }

  /** What else the rows say of the call: where its values go and what they are called. */
  private Way withOtherEffects(List<Row> rows, Way began) {
    List<Way> ways = List.of(began);
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        boolean isOther = !(effect instanceof Effect.Begin) && !(effect instanceof Effect.Release)
            && !(effect instanceof Effect.Use) && !(effect instanceof Effect.Run) && !(effect instanceof Effect.CallNamed)
            && !(effect instanceof Effect.Ensures) && !(effect instanceof Effect.Unload);
        if (isOther) {
          ways = effects.applyAll(effect, ways, new Journal(), new ArrayList<>());
        }
      }
    }
    return ways.isEmpty() ? began : ways.get(0);
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

  /** Each beginning has a state of its own. */
  private Way start(List<Row> rows, State before, CallSite call) {
    return Way.into(call, rows, before.copy(), table);
  }
}
