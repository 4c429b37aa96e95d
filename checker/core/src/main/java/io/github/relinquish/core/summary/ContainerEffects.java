package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.InnerContainers;
import io.github.relinquish.core.simulate.Positions;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.simulate.Trail;
import io.github.relinquish.core.state.Definition;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Effects that give values other names: aliases, fields, and the elements of containers. */
final class ContainerEffects {
  /** Marks a container made here into which nothing but the resource was put. */
  private static final String ALONE = "~alone";
  /** Marks a container into which something else was put. */
  private static final String OTHERS = "~others";
  /** Points from a container to what was put into it that has a part of the resource, and not the resource. */
  private static final String PART = "~part";
  /** Marks a container that was asked what it holds, before something is put over it. */
  private static final String ASKED = "~asked";

  /** Marks an element of a container in which another one is a closure that holds the resource. */
  private static final String BESIDE = "~beside";

  /** What is there escapes, and what joins it later. */
  List<Way> escape(Port of, Way way) {
    if (way.holdsResourceAt(of)) {
      return List.of();
    }
    if (of.path().equals(List.of(Port.ELEMENT))) {
      way.find(of.base()).ifPresent(c -> InnerContainers.giveAway(way.state().store(), c));
    }
    return List.of(way);
  }

  /** A question about an element: who is told that it is not there has looked before putting another. */
  List<Way> ask(Effect.Ask ask, Way way) {
    Port of = ask.of();
    OptionalInt container = way.find(of.around());
    if (!way.holdsResourceAt(of) || container.isEmpty() || way.result() < 0) {
      container.ifPresent(c -> way.state().store().setField(c, ASKED, c));
      return List.of(way);
    }
    ElementKeys.Match match = ElementKeys.compare(way, container);
    if (match != ElementKeys.Match.UNKNOWN) {
      boolean isAlone = way.state().store().field(container.getAsInt(), ALONE).isPresent();
      Range another = isAlone ? Range.ZERO : Range.BOOLEAN;
      way.state().store().refine(way.result(), match == ElementKeys.Match.SAME ? Range.of(1) : another);
      return List.of(way);
    }
    Way other = way.with(way.state().copy());
    way.state().store().refine(way.result(), Range.of(1));
    other.state().store().refine(other.result(), Range.ZERO);
    other.state().store().setField(container.getAsInt(), ASKED, container.getAsInt());
    ElementKeys.tell(way, other, container);
    return List.of(way, other);
  }

  List<Way> apply(Effect effect, Way way) {
    if (effect instanceof Effect.Alias alias) {
      return alias(alias, way);
    } else if (effect instanceof Effect.Move move) {
      return move(move.from(), move.to(), way);
    } else if (effect instanceof Effect.Put put) {
      return put(put, way);
    } else if (effect instanceof Effect.Take take) {
      return take(take.from(), take.to(), true, way);
    } else if (effect instanceof Effect.Pick pick) {
      return take(pick.from(), pick.to(), false, way);
    } else if (effect instanceof Effect.Drop drop) {
      return Drops.apply(drop.of(), way);
    } else if (effect instanceof Effect.Implies implies) {
      return implies(implies, way);
    }
    return List.of(way);
  }

  private static List<Way> alias(Effect.Alias alias, Way way) {
    if (!alias.to().path().isEmpty() && Views.leadsToShown(alias.to().last())) {
      OptionalInt view = way.find(alias.to().around());
      view.ifPresent(v -> way.find(alias.from()).ifPresent(c -> Views.open(way.state(), c, v, alias.to().last())));
      return List.of(way);
    }
    if (alias.to().equals(Port.RESULT)) {
      if (way.isAliased() && (way.state().isResource(way.result()) || !way.holdsResourceAt(alias.from()))) {
        return List.of(way);
      }
      OptionalInt from = way.make(alias.from());
      from.ifPresent(f -> touch(way, alias.from(), f));
      return List.of(from.isPresent() ? way.aliasing(from.getAsInt()) : way);
    }
    if (alias.from().path().contains(Port.ELEMENT)) {
      return aliasElements(alias, way);
    }
    if (alias.to().path().isEmpty()) {
      return sameThing(alias, way);
    }
    return move(alias.from(), alias.to(), way);
  }

  /** One element of a container is at hand now, and may be filled later. */
  private static void touch(Way way, Port at, int element) {
    if (!at.path().isEmpty() && at.last().equals(Port.ELEMENT) && !way.state().holdsResource(element)) {
      way.find(at.around()).ifPresent(c -> InnerContainers.touch(way.state().store(), c, element));
    }
  }

  /** Two objects of the caller become names of one thing: a handle object made from another handle's numbers. */
  private static List<Way> sameThing(Effect.Alias alias, Way way) {
    OptionalInt from = way.find(alias.from());
    OptionalInt to = way.find(alias.to());
    if (from.isPresent() && to.isPresent()) {
      way.state().store().unify(to.getAsInt(), from.getAsInt());
    }
    return List.of(way);
  }

  /** A view of a container: holds the resource if the container does, and comes from where the container comes from. */
  private static List<Way> aliasElements(Effect.Alias alias, Way way) {
    OptionalInt element = way.find(alias.from());
    if (element.isPresent() && way.state().holdsResource(element.getAsInt())) {
      return move(alias.from(), alias.to(), way);
    }
    OptionalInt from = way.find(alias.from().around());
    boolean isPlainView = alias.to().base().equals(Port.RESULT) && alias.to().path().equals(List.of(Port.ELEMENT));
    if (isPlainView && from.isPresent()) {
      Store store = way.state().store();
      Optional<Port> origin = store.origin(from.getAsInt());
      if (origin.isPresent()) {
        return List.of(way.returning(store.fromOutside(origin.get(), Value.NONNULL)));
      }
    }
    return List.of(way);
  }

  private static List<Way> move(Port from, Port to, Way way) {
    OptionalInt value = way.make(from);
    if (value.isEmpty() || to.path().isEmpty()) {
      return List.of(way);
    }
    boolean isElement = to.path().contains(Port.ELEMENT);
    if (isElement && !way.state().holdsResource(value.getAsInt())) {
      return List.of(way);
    }
    Store store = way.state().store();
    OptionalInt base = way.make(to.base());
    if (base.isEmpty()) {
      return List.of(way);
    }
    int node = base.getAsInt();
    for (String field : to.around().path()) {
      node = store.loadField(node, field);
    }
    if (isElement && InnerContainers.isGivenAway(store, node)) {
      return List.of();
    }
    store.storeField(node, to.last(), value.getAsInt());
    return List.of(way);
  }

  private static boolean holdsPart(State state, int value) {
    Store store = state.store();
    return state.isFollowing() && store.pinsNamed(State.DERIVED).stream().anyMatch(p -> store.reaches(value, store.pin(p).orElseThrow()));
  }

  private static List<Way> put(Effect.Put put, Way way) {
    OptionalInt value = way.find(put.from());
    OptionalInt container = way.find(put.to().around());
    if (value.isEmpty() || !way.state().holdsResource(value.getAsInt())) {
      container.ifPresent(c -> way.state().store().removeField(c, ALONE));
      container.ifPresent(c -> way.state().store().setField(c, OTHERS, c));
      rememberOther(way, value, container);
      value.ifPresent(v -> touch(way, put.to(), v));
      if (value.isPresent() && container.isPresent() && holdsPart(way.state(), value.getAsInt())) {
        way.state().store().setField(container.getAsInt(), PART, value.getAsInt());
      }
      return List.of(way);
    }
    List<Way> ways = new ArrayList<>();
    Way refused = way.with(way.state().copy());
    boolean isTaken = !Clauses.satisfied(put.when(), way, false).isEmpty();
    if (isTaken) {
      ways.addAll(join(put, way, container));
    }
    if (mayRefuse(put, refused, container) && !Clauses.satisfied(put.when().stream().map(Clause::negated).toList(), refused, false).isEmpty()) {
      refused.state().setTrail(refused.state().trail().then(way.call().site(), "not taken by " + way.call().name()));
      ways.add(refused);
    }
    return ways;
  }

  /** Who knows what the container holds, or has asked it, is believed to know that it takes what is put. */
  private static boolean mayRefuse(Effect.Put put, Way way, OptionalInt container) {
    Store store = way.state().store();
    return !put.when().isEmpty() && container.isPresent() && store.origin(container.getAsInt()).isPresent()
        && !wasAsked(store, container.getAsInt()) && ElementKeys.compare(way, container) != ElementKeys.Match.OTHER;
  }

  private static List<Way> join(Effect.Put put, Way way, OptionalInt container) {
    State state = way.state();
    container.ifPresent(c -> {
      boolean isOwn = !state.store().value(c).type().isEmpty() && state.store().field(c, OTHERS).isEmpty();
      if (isOwn) {
        state.store().setField(c, ALONE, c);
      }
      ElementKeys.remember(way, c);
    });
    state.setTrail(state.trail().then(way.call().site(), Trail.PUT + "a container by " + way.call().name()));
    return move(put.from(), put.to(), way);
  }

  /** It may turn out to be the resource, when the two are compared. */
  private static void rememberOther(Way way, OptionalInt value, OptionalInt container) {
    if (way.state().isFollowing() && value.isPresent() && container.isPresent()) {
      way.state().store().setPin(State.PUT, value.getAsInt());
      way.state().store().setPin(State.PUT_INTO, container.getAsInt());
    }
  }

  /** One element comes out: it is the resource, or it is another one. */
  private static List<Way> take(Port from, Port to, boolean leaves, Way way) {
    OptionalInt element = way.find(from);
    State state = way.state();
    if (element.isEmpty() || !state.holdsResource(element.getAsInt())) {
      return takeOther(from, to, leaves, way);
    }
    OptionalInt container = way.find(from.around());
    boolean wasMetByWalk = !leaves && state.isReleased() && container.isPresent()
        && state.isPinned(State.VISITED, container.getAsInt());
    if (wasMetByWalk) {
      return List.of(way);
    }
    ElementKeys.Match match = ElementKeys.compare(way, container);
    boolean isReplaced = match == ElementKeys.Match.SAME || mayBeReplaced(way, element.getAsInt(), from);
    if (match == ElementKeys.Match.OTHER || leaves && isReplacement(way) && !isReplaced) {
      return List.of(way);
    }
    Way other = way.with(state.copy());
    Store store = state.store();
    int node = element.getAsInt();
    container.ifPresent(c -> {
      Views.meet(state, c);
      Views.pass(other.state(), c);
    });
    if (to.equals(Port.RESULT)) {
      ElementKeys.tell(way, other, container);
    }
    if (leaves) {
      container.ifPresent(c -> store.removeField(c, from.last()));
      container.ifPresent(c -> InnerContainers.leave(store, c));
      if (!store.isHeldByField(node)) {
        state.setTrail(state.trail().then(way.call().site(), "taken out by " + way.call().name()));
      }
    } else {
      positionOf(way).ifPresent(i -> container.ifPresent(c -> Positions.pass(other.state().store(), c, i, other.result())));
      container.ifPresent(c -> state.pinMore(State.VISITED, c));
      container.ifPresent(c -> other.state().store().setField(c, ASKED, c));
      if (!to.equals(Port.RESULT)) {
        // The nearest one, with its key: it may be another than the one that was asked for.
        container.ifPresent(c -> store.setField(c, ASKED, c));
      }
    }
    store.refine(node, Range.NONZERO);
    Way found = to.equals(Port.RESULT) ? way.aliasing(node) : move(from, to, way).get(0);
    boolean isAlone = container.isPresent() && store.field(container.getAsInt(), ALONE).isPresent();
    if (isCell(from) || isAlone || match == ElementKeys.Match.SAME) {
      return List.of(found);
    }
    boolean isNextOne = leaves && to.equals(Port.RESULT) && way.call().arguments() == 0;
    // The resource is still inside, so there was something to take.
    Way left = isNextOne && other.result() >= 0 ? other.returning(other.state().store().fresh(Value.NONNULL)) : other;
    return List.of(found, beside(left, node, to));
  }

  /** The position that a call asks a list for. */
  private static OptionalInt positionOf(Way way) {
    boolean isAt = way.call().callee().parameterTypes().equals(List.of("int"));
    return isAt ? way.find(Port.argument(0)) : OptionalInt.empty();
  }

  /** Another element than the closure that holds the resource. */
  private static Way beside(Way other, int element, Port to) {
    State state = other.state();
    if (to.equals(Port.RESULT) && other.result() >= 0 && state.store().value(element).knownClosure().isPresent()) {
      state.store().setField(other.result(), BESIDE, other.result());
      state.pinMore(State.BESIDE, element);
    }
    return other;
  }

  /** Whether a node is another element of a container than a closure that holds the resource. */
  static boolean isBeside(State state, int node) {
    return state.store().field(node, BESIDE).isPresent();
  }

  /** Whether a container was asked what it holds. */
  static boolean wasAsked(Store store, int container) {
    return store.field(container, ASKED).isPresent();
  }

  /** The resource is not there; its key may be. */
  private static List<Way> takeOther(Port from, Port to, boolean leaves, Way way) {
    Store store = way.state().store();
    OptionalInt made = way.make(from);
    if (made.isPresent() && isCell(from)) {
      // Another value will be there, and yet callers want to know for which of theirs this way is.
      Flags.keep(store, made.getAsInt());
    }
    if (way.call().arguments() == 1 && !isCell(from)) {
      way.find(from.around()).ifPresent(c -> store.setField(c, ASKED, c));
    }
    boolean isNew = made.isPresent() && to.equals(Port.RESULT)
        && (isCell(from) || store.origin(made.getAsInt()).isPresent());
    Way taken = isNew ? way.returning(made.getAsInt()) : way;
    OptionalInt container = way.find(from.around());
    if (leaves && container.isPresent()) {
      InnerContainers.leave(store, container.getAsInt());
      Views.pass(way.state(), container.getAsInt());
      OptionalInt map = Views.mapHolding(way.state(), container.getAsInt());
      if (map.isPresent() && to.equals(Port.RESULT)) {
        store.setField(map.getAsInt(), ASKED, map.getAsInt());
        return KeyWalks.next(taken, container.getAsInt(), map.getAsInt());
      }
    } else if (to.equals(Port.RESULT)) {
      touch(taken, from, taken.result());
    }
    return List.of(taken);
  }

  private static boolean isCell(Port from) {
    return !from.last().equals(Port.ELEMENT);
  }

  /** Whether the call puts something else where it takes from. */
  private static boolean isReplacement(Way way) {
    return way.call().callee().arity() > 1;
  }

  /**
   * Another key may be meant, so a put is believed to replace only what earlier calls of the class left there, and only where nobody has
   * asked the container first.
   */
  private static boolean mayBeReplaced(Way way, int node, Port from) {
    Store store = way.state().store();
    OptionalInt container = way.find(from.around());
    boolean wasAsked = container.isPresent() && wasAsked(store, container.getAsInt());
    boolean isOlder = store.origin(node).isPresent();
    return isOlder && !wasAsked;
  }

  /** Whether a call that puts something where the resource is in a container takes that away. */
  static boolean isReplaced(Way way, Port at) {
    OptionalInt element = way.find(at);
    return element.isPresent()
        && (ElementKeys.compare(way, way.find(at.around())) == ElementKeys.Match.SAME || mayBeReplaced(way, element.getAsInt(), at));
  }

  private static List<Way> implies(Effect.Implies implies, Way way) {
    OptionalInt container = way.find(implies.of().around());
    boolean isSize = implies.then().test() == Clause.Test.AT_LEAST;
    if (isSize && container.isPresent() && way.result() >= 0) {
      way.state().store().setSizeOf(way.result(), container.getAsInt());
    }
    if (way.holdsResourceAt(implies.of())) {
      boolean isWalk = implies.of().path().contains(Port.MAP) && implies.then().test() == Clause.Test.TRUE;
      return isWalk ? KeyWalks.left(way, container.orElseThrow()) : Clauses.satisfied(List.of(implies.then()), way, false);
    }
    answersWhetherNull(implies, way);
    return List.of(way);
  }

  /** What is true of everything that is held there is a test for null; of elements nothing is known. */
  private static void answersWhetherNull(Effect.Implies implies, Way way) {
    Clause.Test test = implies.then().test();
    boolean isAnswer = (test == Clause.Test.TRUE || test == Clause.Test.FALSE) && implies.then().port().equals(Port.RESULT);
    OptionalInt held = isAnswer && !implies.of().path().contains(Port.ELEMENT) ? way.make(implies.of()) : OptionalInt.empty();
    if (held.isPresent()) {
      Store store = way.state().store();
      store.define(way.result(), new Definition(held.getAsInt(), test == Clause.Test.TRUE ? Relation.NE : Relation.EQ, store.fresh(Value.NULL), false));
    }
  }
}
