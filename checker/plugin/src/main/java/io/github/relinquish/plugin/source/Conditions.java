package io.github.relinquish.plugin.source;

import com.sun.tools.javac.tree.JCTree;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.plugin.source.GraphDraft.DraftBlock;
import java.util.List;
import java.util.Optional;
import org.checkerframework.errorprone.dataflow.cfg.block.Block;
import org.checkerframework.errorprone.dataflow.cfg.block.ConditionalBlock;
import org.checkerframework.errorprone.dataflow.cfg.node.BinaryOperationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.BooleanLiteralNode;
import org.checkerframework.errorprone.dataflow.cfg.node.CaseNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalAndNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalNotNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalOrNode;
import org.checkerframework.errorprone.dataflow.cfg.node.EqualToNode;
import org.checkerframework.errorprone.dataflow.cfg.node.GreaterThanNode;
import org.checkerframework.errorprone.dataflow.cfg.node.GreaterThanOrEqualNode;
import org.checkerframework.errorprone.dataflow.cfg.node.InstanceOfNode;
import org.checkerframework.errorprone.dataflow.cfg.node.LessThanNode;
import org.checkerframework.errorprone.dataflow.cfg.node.LessThanOrEqualNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.NotEqualNode;

/**
 * Conditions become branches on one relation.
 *
 * <p>The library lets both sides of {@code a && b} meet in a block that holds the {@code &&} and branches again, and leaves it
 * to its stores to remember which side it was. Here the edges go straight to where that second branch leads, so that what
 * a condition says stays known on its side.
 */
final class Conditions {
  private final Frame frame;
  private final GraphDraft draft;
  private final BlockLowering blocks;
  private final NodeLowering nodes;
  private Node deferred;

  Conditions(Frame frame, BlockLowering blocks, NodeLowering nodes) {
    this.frame = frame;
    this.draft = frame.draft;
    this.blocks = blocks;
    this.nodes = nodes;
  }

  /** A comparison that only decides where this block goes needs no step. */
  void startBlock(Block block) {
    deferred = null;
    nodes.defer(null);
    List<Node> all = block.getNodes();
    Block next = BlockLowering.successorOf(block);
    if (all.isEmpty() || next == null) {
      return;
    }
    Node last = block.getLastNode();
    if (next instanceof ConditionalBlock || isRightSide(last, next) && isPure(next, last)) {
      deferred = last;
      while (deferred instanceof ConditionalNotNode not) {
        deferred = not.getOperand();
      }
      nodes.defer(deferred);
    }
  }

  static Optional<Relation> relationOf(Node node) {
    Relation relation = null;
    if (node instanceof EqualToNode) {
      relation = Relation.EQ;
    } else if (node instanceof NotEqualNode) {
      relation = Relation.NE;
    } else if (node instanceof LessThanNode) {
      relation = Relation.LT;
    } else if (node instanceof LessThanOrEqualNode) {
      relation = Relation.LE;
    } else if (node instanceof GreaterThanNode) {
      relation = Relation.GT;
    } else if (node instanceof GreaterThanOrEqualNode) {
      relation = Relation.GE;
    }
    return Optional.ofNullable(relation);
  }

  private static boolean isConnective(Node node) {
    return node instanceof ConditionalAndNode || node instanceof ConditionalOrNode;
  }

  private static Node firstOf(Block block) {
    return block.getNodes().isEmpty() ? null : block.getNodes().get(0);
  }

  /** Whether {@code next} starts with the {@code &&} or {@code ||} whose right side {@code last} is. */
  boolean isRightSide(Node last, Block next) {
    Node first = firstOf(next);
    return isConnective(first) && ((BinaryOperationNode) first).getRightOperand() == last;
  }

  private boolean isSide(Node node, Block next) {
    Node first = firstOf(next);
    return isConnective(first)
        && (((BinaryOperationNode) first).getLeftOperand() == node || ((BinaryOperationNode) first).getRightOperand() == node);
  }

  /** Whether {@code block} does nothing but conclude from {@code known}, and then branches on it. */
  private boolean isPure(Block block, Node known) {
    Node at = known;
    for (Node node : block.getNodes()) {
      boolean concludes = node instanceof ConditionalNotNode not && not.getOperand() == at
          || isConnective(node) && (((BinaryOperationNode) node).getLeftOperand() == at
              || ((BinaryOperationNode) node).getRightOperand() == at);
      if (!concludes) {
        return false;
      }
      at = node;
    }
    Block next = BlockLowering.successorOf(block);
    return next instanceof ConditionalBlock || next != null && isRightSide(at, next);
  }

  /** Where an edge into {@code next} leads when it is known that {@code known} has {@code value}. */
  private DraftBlock target(Block next, Node known, boolean value) {
    if (!isSide(known, next)) {
      return blocks.draftOf(next, known, value);
    }
    if (!isPure(next, known)) {
      DraftBlock setting = new DraftBlock();
      DraftBlock here = draft.current();
      draft.continueIn(setting);
      set(firstOf(next), value);
      draft.jump(frame.latest(), blocks.draftOf(next));
      draft.continueIn(here);
      return setting;
    }
    Node at = known;
    boolean now = value;
    for (Node node : next.getNodes()) {
      now = node instanceof ConditionalNotNode ? !now : now;
      at = node;
    }
    Block then = BlockLowering.successorOf(next);
    if (then instanceof ConditionalBlock conditional) {
      return target(now ? conditional.getThenSuccessor() : conditional.getElseSuccessor(), at, now);
    }
    return target(then, at, now);
  }

  private void set(Node connective, boolean value) {
    draft.add(new Step.Constant(frame.latest(), nodes.connective(connective), new Literal.Int(value ? 1 : 0)));
  }

  /** {@code last} is the right side of the {@code &&} or {@code ||} that {@code next} starts with. */
  void finishConnective(Node last, Block next) {
    if (isPure(next, last)) {
      branchOn(last, target(next, last, true), target(next, last, false));
    } else {
      draft.add(new Step.Assign(nodes.siteOf(last), nodes.connective(firstOf(next)), nodes.value(last)));
      draft.jump(frame.latest(), blocks.draftOf(next));
    }
  }

  void branch(Node last, ConditionalBlock to) {
    if (last instanceof CaseNode node) {
      branchOnCase(node, blocks.draftOf(to.getThenSuccessor(), node, true), blocks.draftOf(to.getElseSuccessor(), node, false));
    } else if (last == null) {
      draft.stop(frame.latest());
    } else {
      branchOn(last, target(to.getThenSuccessor(), last, true), target(to.getElseSuccessor(), last, false));
    }
  }

  private void branchOn(Node condition, DraftBlock whenTrue, DraftBlock whenFalse) {
    Site site = nodes.siteOf(condition);
    Optional<Relation> relation = relationOf(condition);
    if (condition instanceof ConditionalNotNode not) {
      branchOn(not.getOperand(), whenFalse, whenTrue);
    } else if (condition instanceof BooleanLiteralNode literal) {
      draft.jump(site, literal.getValue() ? whenTrue : whenFalse);
    } else if (condition == deferred && relation.isPresent()) {
      BinaryOperationNode compared = (BinaryOperationNode) condition;
      Variable left = nodes.value(compared.getLeftOperand());
      Variable right = nodes.value(compared.getRightOperand());
      draft.branch(site, new Condition(left, relation.get(), right), whenTrue, whenFalse);
    } else if (condition == deferred && condition instanceof InstanceOfNode test) {
      branchOnTest(test, site, whenTrue, whenFalse);
    } else {
      branchOn(site, nodes.value(condition), whenTrue, whenFalse);
    }
  }

  private void branchOn(Site site, Variable truth, DraftBlock whenTrue, DraftBlock whenFalse) {
    Variable zero = frame.constant(site, new Literal.Int(0), "boolean");
    draft.branch(site, new Condition(truth, Relation.NE, zero), whenTrue, whenFalse);
  }

  /** Bindings are only set where the test holds. */
  private void branchOnTest(InstanceOfNode test, Site site, DraftBlock whenTrue, DraftBlock whenFalse) {
    DraftBlock binding = new DraftBlock();
    Variable value = nodes.value(test.getOperand());
    branchOn(site, nodes.typeTest(site, value, test.getRefType()), binding, whenFalse);
    draft.continueIn(binding);
    nodes.patterns().bind(test, value, whenFalse);
    draft.jump(site, whenTrue);
  }

  private void branchOnCase(CaseNode node, DraftBlock whenTrue, DraftBlock whenFalse) {
    Site site = frame.at((JCTree) node.getTree());
    Variable selector = nodes.value(node.getSwitchOperand());
    DraftBlock matched = node.getGuard() == null ? whenTrue : new DraftBlock();
    boolean isTested = false;
    for (Node label : node.getCaseOperands()) {
      DraftBlock next = new DraftBlock();
      if (nodes.patterns().isTested(label)) {
        isTested = true;
        draft.jump(site, matched);
      } else if (nodes.patterns().isPattern(label)) {
        branchOn(site, nodes.typeTest(site, selector, label.getType()), matched, next);
      } else {
        draft.branch(site, new Condition(selector, Relation.EQ, nodes.value(label)), matched, next);
      }
      draft.continueIn(next);
    }
    draft.jump(site, isTested ? matched : whenFalse);
    if (node.getGuard() != null) {
      draft.continueIn(matched);
      branchOn(nodes.siteOf(node.getGuard()), nodes.value(node.getGuard()), whenTrue, whenFalse);
    }
  }
}
