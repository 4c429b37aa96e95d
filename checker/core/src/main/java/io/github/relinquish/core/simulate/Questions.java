package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Store;
import java.util.Optional;

/** What a state says about a branch or a store that involves the followed resource. */
final class Questions {
  private Questions() {}

  /** Decides a condition if what is known decides it. */
  static Optional<Boolean> decide(State state, Condition condition) {
    Store store = state.store();
    return isResourceAgainstOther(state, condition) ? Optional.of(condition.relation() == Relation.NE)
        : store.decide(store.node(condition.left()), condition.relation(), store.node(condition.right()));
  }

  /**
   * A live resource, or an object made around it, is none of the values that constants stand for, such as the one for "invalid"; one that was made on the way
   * here, and that only known code has, is nothing that was there before.
   */
  private static boolean isResourceAgainstOther(State state, Condition condition) {
    boolean isEquality = condition.relation() == Relation.EQ || condition.relation() == Relation.NE;
    if (!isEquality || !state.isFollowing() || !state.isLive()) {
      return false;
    }
    int left = state.store().node(condition.left());
    int right = state.store().node(condition.right());
    return (isNew(state, left) && isOther(state, right)) || (isNew(state, right) && isOther(state, left));
  }

  /**
   * Takes a condition for true; answers false where that cannot be. What is equal to the live resource, or to an object that holds it, is
   * another name of it, also where it is an element of a container.
   */
  static boolean assume(State state, Condition condition) {
    Store store = state.store();
    int left = store.node(condition.left());
    int right = store.node(condition.right());
    if (!store.assume(left, condition.relation(), right)) {
      return false;
    }
    Positions.bound(state, left, condition.relation(), right);
    Positions.bound(state, right, condition.relation().flipped(), left);
    boolean isIdentity = condition.relation() == Relation.EQ && state.isFollowing() && state.isLive()
        && state.holdsResource(left) != state.holdsResource(right);
    if (isIdentity) {
      identify(state, state.holdsResource(left) ? left : right, state.holdsResource(left) ? right : left);
    }
    return true;
  }

  private static void identify(State state, int holder, int other) {
    Store store = state.store();
    boolean isObject = store.rangeOf(other).single().isEmpty()
        && store.origin(other).filter(o -> o.equals(Port.RECEIVER)).isEmpty();
    if (!isObject) {
      return;
    }
    if (store.pin(State.PUT).filter(p -> p == other).isPresent()) {
      store.pin(State.PUT_INTO).ifPresent(container -> store.storeField(container, Port.ELEMENT, holder));
    }
    InnerContainers.forget(store, other);
    store.unify(other, holder);
    if (store.origin(other).isPresent()) {
      // Callers that pass something else, or null, are not on this way.
      state.pinMore(State.EQUAL, other);
    }
  }

  private static boolean isNew(State state, int node) {
    return state.isResource(node) || state.holdsResource(node) && !state.store().value(node).type().isEmpty();
  }

  private static boolean isOther(State state, int node) {
    Optional<Port> origin = state.store().origin(node);
    boolean isConstant = origin.filter(o -> o.root() == Port.Root.STATIC && o.path().size() == 1).isPresent();
    boolean isMadeHere = state.store().origin(state.resource()).isEmpty() && !state.isEscaped();
    return isConstant || (origin.isPresent() && isMadeHere && !state.holdsResource(node));
  }

  /**
   * A loop over all positions of a container that holds the resource meets it: it ends only after the position was visited.
   * Then the mark is taken away, for the next loop to visit it again.
   */
  static boolean endsWalk(State state, Relation relation, int left, int right) {
    if (!state.isFollowing()) {
      return true;
    }
    boolean isAtEnd = relation == Relation.GE || relation == Relation.EQ;
    boolean isAtEndFlipped = relation == Relation.LE || relation == Relation.EQ;
    Optional<Integer> container = isAtEnd ? state.store().sizeOf(right) : Optional.empty();
    if (container.isEmpty() && isAtEndFlipped) {
      container = state.store().sizeOf(left);
    }
    if (container.isEmpty()) {
      return true;
    }
    Optional<Integer> element = state.store().field(container.get(), Port.ELEMENT);
    if (element.isEmpty() || !state.holdsResource(element.get())) {
      return true;
    }
    boolean wasVisited = state.isPinned(State.VISITED, container.get());
    state.unpin(State.VISITED, container.get());
    return wasVisited;
  }

  /** How a step loses the resource, by what it puts in its place; {@code how} where that says no more. */
  static Loss.How howLost(State state, Step step, Loss.How how) {
    Variable stored = step instanceof Step.StoreField store ? store.value() : step instanceof Step.StoreStatic store ? store.value() : null;
    if (stored != null) {
      int value = state.store().node(stored);
      return isHandedIn(state.store(), value) ? Loss.How.SET : state.isEmptied(value) ? how : Loss.How.REFILLED;
    }
    return step instanceof Step.Caught ? Loss.How.CAUGHT : how;
  }

  /** The variable or field that a step assigns to; empty for none with a name. */
  static String placeOf(Step step) {
    if (step instanceof Step.StoreField store) {
      return store.field().name();
    }
    if (step instanceof Step.StoreStatic store) {
      return store.field().name();
    }
    return step.target().isNamed() && step.target().index() >= 0 ? step.target().name() : "";
  }

  /** Whether a value is an argument of the method. */
  private static boolean isHandedIn(Store store, int value) {
    return store.origin(value).filter(o -> o.root() == Port.Root.ARGUMENT && o.path().isEmpty()).isPresent();
  }
}
