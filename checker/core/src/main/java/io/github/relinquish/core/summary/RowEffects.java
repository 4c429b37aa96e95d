package io.github.relinquish.core.summary;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.NewKeys;
import io.github.relinquish.core.simulate.Outcome;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.state.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Applies the effects of rows to a call, one after the other; each family of effects has a class of its own. */
final class RowEffects {
  /** What was derived from an object before it became a resource. */
  static final String SHARED = "~shared";

  private final RowTable table;
  private final ContainerEffects containers = new ContainerEffects();
  private final ClosureEffects closures;
  private final ReleaseEffects releases;

  RowEffects(Calls calls, Summaries summaries) {
    this.table = summaries.rows();
    this.closures = new ClosureEffects(calls, summaries);
    this.releases = new ReleaseEffects(table.protocols(), summaries.hierarchy());
  }

  /** Whether some effect is about the followed resource; if not, bodies know more. */
  boolean touches(List<Row> rows, State state, CallSite call) {
    if (!state.isFollowing() || Watches.isWatch(state)) {
      return true;
    }
    Way way = new Way(state, call, rows.isEmpty() ? 0 : table.shiftOf(rows.get(0), call.callee()), -1);
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        for (Port port : effect.subjects()) {
          boolean isDeepEnough = effect instanceof Effect.Use || effect instanceof Effect.Release || effect instanceof Effect.Begin;
          if (isDeepEnough ? way.isResourceAt(port) : way.holdsResourceAt(port)) {
            return true;
          }
          OptionalInt node = way.find(port);
          if (node.isPresent() && state.parentRole(node.getAsInt()).isPresent()) {
            return true;
          }
        }
        if (effect instanceof Effect.Unload || isOfThread(effect)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfThread(Effect effect) {
    return effect instanceof Effect.Release release && release.of().root() == Port.Root.THREAD
        || effect instanceof Effect.Begin begin && begin.at().root() == Port.Root.THREAD;
  }

  /** All outcomes of a call with rows. */
  List<Outcome> apply(List<Row> rows, State state, CallSite call, Journal journal) {
    List<Outcome> outcomes = new ArrayList<>();
    exceptional(rows, state, call, outcomes);
    List<Way> ways = List.of(Way.into(call, rows, state, table));
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        ways = applyAll(effect, ways, journal, outcomes);
      }
    }
    ways.forEach(w -> outcomes.add(Outcome.returns(w.state(), w.result())));
    return outcomes;
  }

  /** An exception: what was released is released (nobody can do better than calling the release), nothing else happened. */
  private void exceptional(List<Row> rows, State state, CallSite call, List<Outcome> outcomes) {
    Set<String> types = new LinkedHashSet<>(call.thrown());
    List<Effect> evenIfThrown = new ArrayList<>();
    boolean isRelease = rows.stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Release release && isReleaseEvenIfThrown(release));
    // Whoever releases what a container holds one by one is not asked to go on behind a failure.
    boolean isExcusing = isRelease && (!mayFail(rows) || state.name().isEmpty() && state.isInContainer());
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        if (effect instanceof Effect.Throws thrown) {
          // Nobody guards a release against the exception of another release that no signature announces.
          if (!isRelease) {
            types.add(thrown.type());
          }
        } else if (effect instanceof Effect.Release release && isReleaseEvenIfThrown(release) || isTakenEvenIfThrown(effect, row)) {
          evenIfThrown.add(effect);
        }
      }
    }
    types.removeAll(spared(rows, state, call));
    types.removeAll(closures.toldByClosures(rows, Way.into(call, rows, state.copy(), table)));
    for (String type : types) {
      List<Way> ways = List.of(Way.into(call, rows, state.copy(), table));
      for (Effect effect : evenIfThrown) {
        ways = applyAll(effect, ways, new Journal(), new ArrayList<>());
      }
      for (Way way : ways) {
        way.state().setExcused(way.state().isExcused() || isExcusing);
        outcomes.add(Outcome.throwing(way.state(), type));
      }
    }
  }

  /** Exceptions that the constants among the arguments rule out: every platform has some encodings. */
  private Set<String> spared(List<Row> rows, State state, CallSite call) {
    Set<String> spared = new LinkedHashSet<>();
    for (Row row : rows) {
      for (Effect effect : row.effects()) {
        if (effect instanceof Effect.Spare spare) {
          Way.into(call, rows, state.copy(), table).nameAt(spare.of()).filter(n -> spare.names().stream().anyMatch(n::equalsIgnoreCase))
              .ifPresent(n -> spared.add(spare.type()));
        }
      }
    }
    return spared;
  }

  private boolean mayFail(List<Row> rows) {
    return rows.stream().flatMap(r -> r.effects().stream())
        .filter(e -> e instanceof Effect.Release).flatMap(e -> ((Effect.Release) e).kinds().stream())
        .anyMatch(kind -> table.protocols().kind(kind).filter(Kind::releaseFails).isPresent());
  }

  /** Who takes a resource over by an annotation owes it also when it throws; its own body is held to that. */
  private static boolean isTakenEvenIfThrown(Effect effect, Row row) {
    return effect instanceof Effect.Escape && row.file().equals(AnnotationTable.ORIGIN);
  }

  private static boolean isReleaseEvenIfThrown(Effect.Release release) {
    return release.when().isEmpty();
  }

  /** What an effect makes of each way: none where the path ends, several where it parts. */
  List<Way> applyAll(Effect effect, List<Way> ways, Journal journal, List<Outcome> outcomes) {
    List<Way> after = new ArrayList<>();
    for (Way way : ways) {
      after.addAll(applyOne(effect, way, journal, outcomes));
    }
    return after;
  }

  private List<Way> applyOne(Effect effect, Way way, Journal journal, List<Outcome> outcomes) {
    if (effect instanceof Effect.Release release) {
      return releases.release(release, way, journal);
    } else if (effect instanceof Effect.Begin begin) {
      return BeginEffects.apply(begin, way, journal);
    } else if (effect instanceof Effect.Use use) {
      return ReleaseEffects.use(use, way, journal);
    } else if (effect instanceof Effect.Ask ask) {
      boolean isOfElement = ask.of().path().stream().anyMatch(Port::isElement);
      return isOfElement ? containers.ask(ask, way) : ReleaseEffects.ask(ask, way);
    } else if (effect instanceof Effect.Unload unload) {
      return UnloadEffects.apply(unload, way, journal);
    } else if (effect instanceof Effect.Coin coin) {
      way.find(coin.of()).ifPresent(node -> NewKeys.coin(way.state().store(), node));
      return List.of(way);
    } else if (effect instanceof Effect.Escape escape) {
      return containers.escape(escape.of(), way);
    } else if (effect instanceof Effect.Derive derive) {
      return derive(derive, way);
    } else if (effect instanceof Effect.Ensures ensures) {
      return Clauses.satisfied(List.of(ensures.clause()), way, false);
    } else if (effect instanceof Effect.Swap swap) {
      return CellEffects.swap(swap, way);
    } else if (effect instanceof Effect.Add add) {
      return CellEffects.add(add, way);
    } else if (effect instanceof Effect.Name name) {
      return name(name, way);
    } else if (effect instanceof Effect.CallNamed named) {
      return callNamed(named, way, journal, outcomes);
    } else if (effect instanceof Effect.Run run) {
      return closures.run(run, way, journal, outcomes);
    }
    return containers.apply(effect, way);
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
    way.nameAt(name.from()).ifPresent(text -> to.ifPresent(node -> {
      Store store = way.state().store();
      store.setValue(node, store.value(node).named(text));
    }));
    return List.of(way);
  }

  private List<Way> callNamed(Effect.CallNamed named, Way way, Journal journal, List<Outcome> outcomes) {
    Optional<String> function = way.nameAt(named.of());
    if (function.isEmpty()) {
      return List.of(way);
    }
    CallSite call = way.asFunction();
    List<Way> ways = List.of(new Way(way.state(), call, 0, way.result()));
    for (Row row : table.rowsForFunction(function.get(), call.arguments())) {
      for (Effect effect : row.effects()) {
        ways = applyAll(effect, ways, journal, outcomes);
      }
    }
    return ways;
  }
}
