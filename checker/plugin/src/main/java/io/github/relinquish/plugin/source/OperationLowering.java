package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.List;
import java.util.Optional;
import org.checkerframework.errorprone.dataflow.cfg.node.BinaryOperationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.UnaryOperationNode;

/** Arithmetic, bits, concatenation, and comparisons whose truth is a value. */
final class OperationLowering {
  private final Frame frame;
  private final GraphDraft draft;
  private final NodeLowering nodes;

  OperationLowering(Frame frame, NodeLowering nodes) {
    this.frame = frame;
    this.draft = frame.draft;
    this.nodes = nodes;
  }

  Variable lower(UnaryOperationNode node, Site site) {
    Variable constant = constantOf(node, site);
    return constant != null ? constant : operate(node, site, List.of(nodes.value(node.getOperand())));
  }

  Variable lower(BinaryOperationNode node, Site site) {
    Variable constant = constantOf(node, site);
    if (constant != null) {
      return constant;
    }
    Optional<Relation> relation = Conditions.relationOf(node);
    if (relation.isEmpty()) {
      return operate(node, site, List.of(nodes.value(node.getLeftOperand()), nodes.value(node.getRightOperand())));
    }
    Variable target = draft.temporary("boolean");
    Variable left = nodes.value(node.getLeftOperand());
    draft.add(new Step.Compare(site, target, left, relation.get(), nodes.value(node.getRightOperand())));
    return target;
  }

  private Variable operate(Node node, Site site, List<Variable> operands) {
    Variable target = draft.temporary(nodes.typeOf(node));
    draft.add(new Step.Operate(site, target, Operators.signOf(node.getTree().getKind()), operands));
    return target;
  }

  /** Java folds constants before anybody runs, so that {@code A | B} of two constants is one. */
  Variable constantOf(Node node, Site site) {
    Type type = node.getTree() == null ? null : ((JCTree) node.getTree()).type;
    boolean isConstant = type != null && type.constValue() != null && Sites.isWritten(node.getTree());
    return isConstant ? frame.constant(site, Literal.of(type.constValue()), nodes.typeOf(node)) : null;
  }
}
