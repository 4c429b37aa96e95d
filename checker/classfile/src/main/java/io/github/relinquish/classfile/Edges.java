package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.Step;
import java.util.List;

/** How the end of a block finds the blocks that follow it. */
interface Edges {
  /**
   * Id of the block at {@code position}. The operands on the stack of {@code from} are handed on to it, so steps may be
   * added to {@code from}.
   */
  int to(int position, BlockLowering from);

  /** Id of the {@code part}th block, counted from 1, that the end of the current one needs besides it. */
  int extra(int part);

  /** What the {@code part}th such block does. */
  void addExtra(int part, List<Step> steps, End end);
}
