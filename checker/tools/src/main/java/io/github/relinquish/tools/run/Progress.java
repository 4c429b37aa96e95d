package io.github.relinquish.tools.run;

/** Is told how far long work has come; may be told by several threads. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (what, done, all) -> { };

  /**
   * Some of the work is done.
   *
   * @param what the work, {@code classes judged}
   * @param done how much of it is done, from 0
   * @param all how much there is; 0 where nobody knows
   */
  void at(String what, int done, int all);

  /** The work is over: nothing of the telling stays. */
  default void end() {}
}
