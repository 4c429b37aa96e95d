package io.github.relinquish.plugin.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.tree.JCTree;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.plugin.source.GraphDraft.DraftBlock;
import io.github.relinquish.plugin.source.GraphDraft.DraftHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.errorprone.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.errorprone.dataflow.cfg.block.Block;
import org.checkerframework.errorprone.dataflow.cfg.block.ConditionalBlock;
import org.checkerframework.errorprone.dataflow.cfg.block.SingleSuccessorBlock;
import org.checkerframework.errorprone.dataflow.cfg.block.SpecialBlock;
import org.checkerframework.errorprone.dataflow.cfg.node.LambdaResultExpressionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.ReturnNode;

/** One graph of the library, block by block, into a draft. Nodes are {@link NodeLowering}'s, conditions {@link Conditions}'. */
final class BlockLowering {
  private final Frame frame;
  private final GraphDraft draft;
  private final ControlFlowGraph cfg;
  private final Tree body;
  private final String resultType;
  private final HandlerMap handlers;
  private final List<Block> order;
  private final NodeLowering nodes;
  private final Conditions conditions;
  private final Map<Block, DraftBlock> drafts = new IdentityHashMap<>();
  private final Set<Node> lowered = Collections.newSetFromMap(new IdentityHashMap<>());
  private DraftBlock continuation;
  private Variable result;
  private BareReturns bareReturns;
  private Block at;

  /**
   * @param path path of the code
   * @param resultType type of what the body returns, {@code void} for none
   * @param behindSuperCall writes what runs behind {@code super(..)}
   */
  BlockLowering(Frame frame, ControlFlowGraph cfg, TreePath path, String resultType, Runnable behindSuperCall) {
    this.frame = frame;
    this.draft = frame.draft;
    this.cfg = cfg;
    this.body = path.getLeaf();
    this.resultType = resultType;
    this.order = reversePostOrder(cfg.getEntryBlock());
    this.handlers = new HandlerMap(body, order, frame.keys, frame.sites);
    this.nodes = new NodeLowering(frame, this, order, new Overwrites(path, frame.sites), behindSuperCall);
    this.conditions = new Conditions(frame, this, nodes);
  }

  /** Writes to the current block; what leaves the body normally returns. */
  void lower() {
    frame.at((JCTree) body);
    draft.jump(frame.latest(), draftOf(cfg.getEntryBlock()));
    for (Block block : order) {
      if (!(block instanceof ConditionalBlock)) {
        lower(block);
      }
    }
  }

  /** Writes to the current block, and goes on behind the body. */
  void lowerInline() {
    continuation = new DraftBlock();
    lower();
    draft.continueIn(continuation);
  }

  private static List<Block> reversePostOrder(Block entry) {
    List<Block> order = new ArrayList<>();
    Set<Block> seen = new HashSet<>(Set.of(entry));
    Deque<Block> path = new ArrayDeque<>(List.of(entry));
    Deque<Iterator<Block>> rest = new ArrayDeque<>(List.of(entry.getSuccessors().iterator()));
    while (!path.isEmpty()) {
      if (!rest.peek().hasNext()) {
        rest.pop();
        order.add(path.pop());
        continue;
      }
      Block next = rest.peek().next();
      if (seen.add(next)) {
        path.push(next);
        rest.push(next.getSuccessors().iterator());
      }
    }
    Collections.reverse(order);
    return order;
  }

  private void lower(Block block) {
    if (block instanceof SpecialBlock special && special.getSpecialType() != SpecialBlock.SpecialBlockType.ENTRY) {
      return;
    }
    at = block;
    draft.continueIn(draftOf(block));
    conditions.startBlock(block);
    for (Node node : block.getNodes()) {
      // The library repeats a node in each block that stands for one exception it can throw.
      if (lowered.add(node)) {
        nodes.lower(node);
      }
    }
    leave(block);
  }

  private void leave(Block block) {
    Block next = successorOf(block);
    Node last = block.getNodes().isEmpty() ? null : block.getLastNode();
    if (next == null) {
      draft.stop(frame.latest());
    } else if (next instanceof ConditionalBlock conditional) {
      conditions.branch(last, conditional);
    } else if (last != null && conditions.isRightSide(last, next)) {
      conditions.finishConnective(last, next);
    } else if (continuation == null && (isExit(next) || leavesAtOnce(last))) {
      returnFrom(block);
    } else {
      draft.jump(frame.latest(), draftOf(next));
    }
  }

  static Block successorOf(Block block) {
    return block instanceof SingleSuccessorBlock single ? single.getSuccessor() : null;
  }

  private static boolean isExit(Block block) {
    return block instanceof SpecialBlock special && special.getSpecialType() == SpecialBlock.SpecialBlockType.EXIT;
  }

  /** The draft of a block; every edge out of the body gets a block of its own. */
  DraftBlock draftOf(Block block) {
    return isExit(block) ? exitDraft(() -> returnFrom(at)) : draftOfCode(block);
  }

  /** The draft of a block that runs when a condition turns out to be {@code value}. */
  DraftBlock draftOf(Block block, Node condition, boolean value) {
    boolean isBare = isExit(block) && !hasResult() && condition.getTree() != null;
    return isBare ? exitDraft(() -> draft.returns(bareReturns().behind(condition.getTree(), value), Variable.VOID))
        : draftOf(block);
  }

  private DraftBlock draftOfCode(Block block) {
    return drafts.computeIfAbsent(block, b -> new DraftBlock());
  }

  private DraftBlock exitDraft(Runnable leaving) {
    if (continuation != null) {
      return continuation;
    }
    DraftBlock here = draft.current();
    DraftBlock exit = new DraftBlock();
    draft.continueIn(exit);
    leaving.run();
    draft.continueIn(here);
    return exit;
  }

  private BareReturns bareReturns() {
    if (bareReturns == null) {
      bareReturns = BareReturns.in(body, frame.sites);
    }
    return bareReturns;
  }

  private void returnFrom(Block block) {
    Node last = block.getNodes().isEmpty() ? null : block.getLastNode();
    if (last instanceof ReturnNode node) {
      draft.returns(frame.at((JCTree) node.getTree()), node.getResult() == null ? Variable.VOID : nodes.value(node.getResult()));
    } else if (last instanceof LambdaResultExpressionNode node) {
      draft.returns(frame.at((JCTree) node.getTree()), hasResult() ? nodes.value(node.getResult()) : Variable.VOID);
    } else {
      Site site = hasResult() ? siteOfReturn(block) : lastTreeBefore(block).map(bareReturns()::behind).orElseGet(() -> frame.sites.endOf(body));
      draft.returns(site, hasResult() ? result() : Variable.VOID);
    }
  }

  /** What ran last before the end of a block, one of several where ways come together there. */
  private static Optional<Tree> lastTreeBefore(Block block) {
    Set<Block> seen = new HashSet<>();
    Block one = block;
    while (one != null && seen.add(one)) {
      for (int i = one.getNodes().size() - 1; i >= 0; i--) {
        if (one.getNodes().get(i).getTree() != null) {
          return Optional.of(one.getNodes().get(i).getTree());
        }
      }
      one = one.getPredecessors().isEmpty() ? null : one.getPredecessors().iterator().next();
    }
    return Optional.empty();
  }

  /** A return that runs {@code finally} code keeps its value until then. */
  void keepResult(ReturnNode node, Site site) {
    if (!leavesAtOnce(node) && node.getResult() != null && continuation == null) {
      draft.add(new Step.Assign(site, result(), nodes.value(node.getResult())));
    }
  }

  /** The library sends a return out of a {@code finally} block to another copy of that block. */
  private boolean leavesAtOnce(Node last) {
    return last instanceof ReturnNode && !handlers.isInsideFinally(frame.sites.of(last.getTree()));
  }

  private boolean hasResult() {
    return !resultType.equals("void");
  }

  private Variable result() {
    if (result == null) {
      result = draft.temporary(resultType);
    }
    return result;
  }

  /** The closest return before the end of {@code block}; the end of the body where there is none. */
  private Site siteOfReturn(Block block) {
    Set<Block> seen = new HashSet<>();
    Deque<Block> open = new ArrayDeque<>(List.of(block));
    while (!open.isEmpty()) {
      Block one = open.poll();
      if (!seen.add(one)) {
        continue;
      }
      for (Node node : one.getNodes()) {
        if (node instanceof ReturnNode) {
          return frame.sites.of(node.getTree());
        }
      }
      open.addAll(one.getPredecessors());
    }
    return frame.sites.endOf(body);
  }

  /** What is written next may throw at {@code site}: the current block gets the handlers around it. */
  void guard(Site site) {
    List<DraftHandler> around = new ArrayList<>();
    for (HandlerMap.Found found : handlers.around(site, at)) {
      around.add(new DraftHandler(found.type(), draftOf(found.block())));
    }
    DraftBlock current = draft.current();
    if (current.mayThrow() && !current.handlers.equals(around)) {
      DraftBlock next = new DraftBlock();
      draft.jump(site, next);
      draft.continueIn(next);
    }
    draft.current().handlers = around;
  }

  /** The nearest marker before the place that is being written; null for none. */
  MarkerNode markerBefore(Node place) {
    Block block = at;
    for (int i = 0; i < 8; i++) {
      MarkerNode found = null;
      for (Node node : block.getNodes()) {
        if (node == place) {
          break;
        }
        found = node instanceof MarkerNode marker ? marker : found;
      }
      if (found != null) {
        return found;
      }
      if (block.getPredecessors().size() != 1) {
        return null;
      }
      block = block.getPredecessors().iterator().next();
    }
    return null;
  }

  Block currentBlock() {
    return at;
  }
}
