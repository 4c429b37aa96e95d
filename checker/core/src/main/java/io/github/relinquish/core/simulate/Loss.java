package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Site;

/**
 * A live resource that nothing holds any more.
 *
 * @param state where it was lost; its trail leads there
 * @param site where
 * @param how in which way
 * @param detail what the message adds: the exception and the call, the variable; where a callee loses it, the callee with {@code ()}
 */
public record Loss(State state, Site site, How how, String detail) {
  /** Whether an exception was thrown on the way, be it caught or not. */
  public boolean isExceptional() {
    return how == How.THROWS || how == How.CAUGHT || state.trail().tellsOfException();
  }

  /** The ways to lose a resource. */
  public enum How {
    /** The method ends normally. */
    RETURNS,
    /** An exception leaves the method. */
    THROWS,
    /** A call throws, and whoever catches that has no name for it. */
    CAUGHT,
    /** The last name for it is given another value. */
    OVERWRITTEN,
    /** The last name for it is given another resource of its kind. */
    REFILLED,
    /** The last name for it is given what the caller handed in: a setter. */
    SET,
    /** It is acquired once more into the same place. */
    ACQUIRED_AGAIN,
    /** A container forgets it. */
    DROPPED;

    /** Whether something else takes its place. */
    public boolean isAssignment() {
      return this == OVERWRITTEN || this == REFILLED || this == SET;
    }
  }
}
