package io.github.relinquish.core.simulate;

/**
 * Where a simulation starts.
 *
 * @param block id of a block
 * @param step index of the first step to run in it; the number of its steps to start at its end
 * @param state what is known there
 * @param thrown binary name of an exception that is on its way from that step; empty for none
 */
public record Start(int block, int step, State state, String thrown) {
  public Start(int block, int step, State state) {
    this(block, step, state, "");
  }

  /** The step at {@code step} has thrown. */
  public static Start raised(int block, int step, State state, String thrown) {
    return new Start(block, step, state, thrown);
  }

  /** The entry of the graph. */
  public static Start atEntry(State state) {
    return new Start(0, 0, state);
  }
}
