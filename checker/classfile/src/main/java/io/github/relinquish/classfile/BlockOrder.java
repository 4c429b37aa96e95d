package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives blocks that were numbered as they were found the numbers of another order. */
final class BlockOrder {
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<Integer, Block> blocks;
  private final List<Integer> order;

  /**
   * Orders {@code blocks}.
   *
   * @param blocks by the number they have now
   * @param order all these numbers in the order wanted
   */
  BlockOrder(Map<Integer, Block> blocks, List<Integer> order) {
    this.blocks = blocks;
    this.order = order;
    for (int i = 0; i < order.size(); i++) {
      places.put(order.get(i), i);
    }
  }

  List<Block> inOrder() {
    List<Block> renumbered = new ArrayList<>();
    for (int id : order) {
      Block block = blocks.get(id);
      List<Block.Handler> handlers =
          block.handlers().stream().map(h -> new Block.Handler(h.type(), places.get(h.block()))).toList();
      renumbered.add(new Block(renumbered.size(), block.steps(), renumbered(block.end()), handlers));
    }
    return renumbered;
  }

  private End renumbered(End end) {
    if (end instanceof End.Jump jump) {
      return new End.Jump(jump.site(), places.get(jump.to()));
    }
    if (end instanceof End.Branch branch) {
      return new End.Branch(
          branch.site(), branch.condition(), places.get(branch.whenTrue()), places.get(branch.whenFalse()));
    }
    return end;
  }
}
