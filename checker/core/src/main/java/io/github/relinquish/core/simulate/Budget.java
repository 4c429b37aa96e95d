package io.github.relinquish.core.simulate;

/** Bounds. Meeting one is counted, and the user is told. */
public final class Budget {
  /** Groups of states at one point. */
  public static final int STATES = 24;
  /** Fields from a name to a resource. */
  public static final int PATH = 8;
  /** Fields from what a caller gets to a resource in it that is still the caller's to release: owners of owners, no further. */
  public static final int OWNERS = 2;
  /** Calls into each other's bodies. */
  public static final int DEPTH = 12;
  /** Runs over bodies that are kept with all their states. */
  public static final int RUNS = 64;
  /** Steps of the bodies whose layouts are kept, all together: about 25 MB. */
  public static final int LAID_OUT = 100_000;
  /** Rounds for methods that call themselves. */
  public static final int ROUNDS = 5;
  /** Bodies that one virtual call is believed to have. */
  public static final int TARGETS = 8;

  private Budget() {}
}
