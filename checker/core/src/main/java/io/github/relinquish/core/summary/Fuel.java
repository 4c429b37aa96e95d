package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;

/** How many more levels of plain calls one run over a body looks into, and how many made a difference so far. */
final class Fuel {
  /** More than there is: with more levels the run might have seen more. */
  static final int MORE = Integer.MAX_VALUE;

  private final int left;
  private int needed;

  Fuel(int left) {
    this.left = left;
  }

  /** Whether one more level may be looked into. */
  boolean isLeft() {
    return isAtLeast(1);
  }

  /** Whether nothing was used so far: the body under judgement itself is run. */
  boolean isFull() {
    return isAtLeast(Entry.FUEL);
  }

  private boolean isAtLeast(int levels) {
    needed = Math.max(needed, left < levels ? MORE : levels);
    return left >= levels;
  }

  /** What is left inside a body. A lambda is no level of its own: whoever wrote it wrote what runs it. */
  int inside(MethodKey body) {
    return Math.max(0, left - levelOf(body));
  }

  /** The run was told what a body does. */
  void used(MethodKey body, Summary summary) {
    boolean isNone = summary.levels() == 0 || summary.levels() == MORE;
    needed = Math.max(needed, isNone ? summary.levels() : summary.levels() + levelOf(body));
  }

  /** The least fuel with which the run so far had been the same. */
  int needed() {
    return needed;
  }

  private static int levelOf(MethodKey body) {
    return body.name().startsWith("lambda$") ? 0 : 1;
  }
}
