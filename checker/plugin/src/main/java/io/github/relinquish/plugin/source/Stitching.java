package io.github.relinquish.plugin.source;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.plugin.source.GraphDraft.DraftBlock;
import io.github.relinquish.plugin.source.GraphDraft.DraftHandler;
import io.github.relinquish.plugin.source.GraphDraft.Exit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draft blocks become numbered blocks: empty ones are jumped over (but for tests for null), straight lines become one block, what nobody reaches goes.
 * Numbers follow the order in which a walk from the entry, the true side first, meets the blocks.
 */
final class Stitching {
  private final DraftBlock entry;
  private final Map<DraftBlock, Integer> numbers = new IdentityHashMap<>();
  private final List<DraftBlock> order = new ArrayList<>();
  private final Map<DraftBlock, Integer> predecessors = new IdentityHashMap<>();

  Stitching(DraftBlock entry) {
    this.entry = entry;
  }

  List<Block> blocks() {
    walk();
    skipEmptyBlocks();
    walk();
    mergeLines();
    walk();
    List<Block> blocks = new ArrayList<>();
    for (DraftBlock draft : order) {
      List<Block.Handler> handlers = new ArrayList<>();
      for (DraftHandler handler : handlersOf(draft)) {
        handlers.add(GraphDraft.lower(handler, numbers::get));
      }
      blocks.add(new Block(blocks.size(), draft.steps, GraphDraft.lower(draft.exit, numbers::get), handlers));
    }
    return blocks;
  }

  private static List<DraftHandler> handlersOf(DraftBlock block) {
    return block.mayThrow() ? block.handlers : List.of();
  }

  private static List<DraftBlock> targets(DraftBlock block) {
    List<DraftBlock> targets = new ArrayList<>(block.exit.targets());
    handlersOf(block).forEach(h -> targets.add(h.block()));
    return targets;
  }

  /** Depth first, without recursion: switches on a thousand constants exist. */
  private void walk() {
    numbers.clear();
    order.clear();
    predecessors.clear();
    predecessors.put(entry, 1);
    Deque<DraftBlock> open = new ArrayDeque<>();
    open.push(entry);
    while (!open.isEmpty()) {
      DraftBlock block = open.pop();
      if (numbers.containsKey(block)) {
        continue;
      }
      numbers.put(block, order.size());
      order.add(block);
      if (block.exit == null) {
        block.exit = new Exit(Exit.Way.STOP, Site.UNKNOWN, null, null, null, null);
      }
      List<DraftBlock> targets = targets(block);
      for (int i = targets.size() - 1; i >= 0; i--) {
        predecessors.merge(targets.get(i), 1, Integer::sum);
        open.push(targets.get(i));
      }
    }
  }

  private void skipEmptyBlocks() {
    for (DraftBlock block : order) {
      Exit exit = block.exit;
      DraftBlock first = exit.first() == null ? null : behindEmpty(exit.first());
      DraftBlock second = exit.second() == null ? null : behindEmpty(exit.second());
      block.exit = new Exit(exit.way(), exit.site(), exit.condition(), first, second, exit.value());
      if (exit.way() == Exit.Way.BRANCH && first == second && !isNullTest(block)) {
        block.exit = new Exit(Exit.Way.JUMP, exit.site(), null, first, null, null);
      }
      List<DraftHandler> handlers = new ArrayList<>();
      block.handlers.forEach(h -> handlers.add(new DraftHandler(h.type(), behindEmpty(h.block()))));
      block.handlers = handlers;
    }
  }

  /** Somebody asked for null and did nothing: what is missing there is for others to find. */
  private static boolean isNullTest(DraftBlock block) {
    return block.steps.stream().anyMatch(s -> s instanceof Step.Constant constant && constant.value() instanceof Literal.Null
        && (constant.target().equals(block.exit.condition().left()) || constant.target().equals(block.exit.condition().right())));
  }

  private static DraftBlock behindEmpty(DraftBlock block) {
    DraftBlock at = block;
    // An empty endless loop ends this walk after as many rounds as anybody nests blocks.
    for (int i = 0; i < 1000; i++) {
      if (!at.steps.isEmpty() || at.exit == null || at.exit.way() != Exit.Way.JUMP) {
        return at;
      }
      at = at.exit.first();
    }
    return block;
  }

  private void mergeLines() {
    Set<DraftBlock> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    for (DraftBlock block : order) {
      // A block that is part of another one must not copy the rest of the line again.
      while (!taken.contains(block) && block.exit.way() == Exit.Way.JUMP && canTake(block, block.exit.first())) {
        taken.add(block.exit.first());
        block.take(block.exit.first());
      }
    }
  }

  private boolean canTake(DraftBlock block, DraftBlock next) {
    return next != block
        && next != entry
        && predecessors.getOrDefault(next, 0) == 1
        && (!block.mayThrow() || !next.mayThrow() || block.handlers.equals(next.handlers));
  }
}
