package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies short tails behind a join into the blocks before it: a test or a return of a value that these blocks just computed.
 *
 * <p>A condition that is stored in a variable, or compiled to "1 or 0" by javac, becomes the branch it was; otherwise the join
 * would forget which way led to which value.
 */
final class TailCopies {
  private static final int LONGEST = 3;
  private static final int ROUNDS = 3;

  private TailCopies() {}

  static FlowGraph of(FlowGraph graph) {
    FlowGraph current = graph;
    for (int round = 0; round < ROUNDS; round++) {
      FlowGraph next = once(current);
      if (next == current) {
        return current;
      }
      current = next;
    }
    return current;
  }

  private static FlowGraph once(FlowGraph graph) {
    List<Block> blocks = new ArrayList<>();
    boolean isChanged = false;
    for (Block block : graph.blocks()) {
      if (block.end() instanceof End.Jump jump && isTail(graph.blocks().get(jump.to())) && jump.to() != block.id()) {
        Block tail = graph.blocks().get(jump.to());
        List<Step> steps = new ArrayList<>(block.steps());
        steps.addAll(tail.steps());
        blocks.add(new Block(block.id(), steps, tail.end(), block.handlers()));
        isChanged = true;
      } else {
        blocks.add(block);
      }
    }
    return isChanged ? new FlowGraph(graph.method(), graph.parameters(), blocks) : graph;
  }

  private static boolean isTail(Block block) {
    boolean isShort = block.steps().size() <= LONGEST
        && block.steps().stream().noneMatch(s -> s instanceof Step.Invoke);
    return isShort && (block.end() instanceof End.Return || block.end() instanceof End.Branch);
  }
}
