package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.errorprone.dataflow.cfg.block.Block;
import org.checkerframework.errorprone.dataflow.cfg.node.ArrayAccessNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ArrayCreationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.AssertionErrorNode;
import org.checkerframework.errorprone.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.errorprone.dataflow.cfg.node.BinaryOperationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalAndNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalNotNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ConditionalOrNode;
import org.checkerframework.errorprone.dataflow.cfg.node.DeconstructorPatternNode;
import org.checkerframework.errorprone.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.errorprone.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.errorprone.dataflow.cfg.node.InstanceOfNode;
import org.checkerframework.errorprone.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MethodAccessNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.NarrowingConversionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.NullChkNode;
import org.checkerframework.errorprone.dataflow.cfg.node.NullLiteralNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ObjectCreationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ReturnNode;
import org.checkerframework.errorprone.dataflow.cfg.node.StringConversionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.SuperNode;
import org.checkerframework.errorprone.dataflow.cfg.node.SwitchExpressionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.TernaryExpressionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ThisNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ThrowNode;
import org.checkerframework.errorprone.dataflow.cfg.node.TypeCastNode;
import org.checkerframework.errorprone.dataflow.cfg.node.UnaryOperationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ValueLiteralNode;
import org.checkerframework.errorprone.dataflow.cfg.node.VariableDeclarationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.WideningConversionNode;

/** One node of the library's graph at a time: its steps, and the variable that holds its value. */
final class NodeLowering extends SilentNodes {
  private final Frame frame;
  private final GraphDraft draft;
  private final BlockLowering blocks;
  private final CallLowering calls;
  private final ClosureLowering closures;
  private final PatternLowering patterns;
  private final FieldLowering fields;
  private final OperationLowering operations;
  private final ExceptionLowering exceptions;
  private final Overwrites overwrites;
  private final Map<Node, Variable> values = new IdentityHashMap<>();
  private final Set<Node> operands = Collections.newSetFromMap(new IdentityHashMap<>());
  private Node deferred;

  NodeLowering(Frame frame, BlockLowering blocks, List<Block> order, Overwrites overwrites, Runnable behindSuperCall) {
    this.frame = frame;
    this.draft = frame.draft;
    this.blocks = blocks;
    this.overwrites = overwrites;
    this.calls = new CallLowering(frame, blocks, this, behindSuperCall);
    this.closures = new ClosureLowering(frame, this);
    this.fields = new FieldLowering(frame, this);
    this.operations = new OperationLowering(frame, this);
    this.exceptions = new ExceptionLowering(frame, blocks, this);
    this.patterns = new PatternLowering(frame, blocks, this, order);
    for (Block block : order) {
      for (Node node : block.getNodes()) {
        operands.addAll(node.getOperands());
      }
    }
  }

  PatternLowering patterns() {
    return patterns;
  }

  boolean isUsed(Node node) {
    return operands.contains(node);
  }

  /** The comparison or type test {@code node} is left to the branch at the end of the block. */
  void defer(Node node) {
    deferred = node;
  }

  /** Never throws: what goes wrong inside one node is a step that says so. */
  void lower(Node node) {
    Site site = siteOf(node);
    boolean isBranch = node == deferred
        && (Conditions.relationOf(node).isPresent() || node instanceof InstanceOfNode);
    if (isBranch || node.isLValue()) {
      return;
    }
    try {
      Variable value = node.accept(this, site);
      if (value != null) {
        values.put(node, value);
      }
    } catch (RuntimeException e) {
      havoc(node, site, node.getClass().getSimpleName() + ": " + e.getClass().getSimpleName());
    }
  }

  private Variable havoc(Node node, Site site, String why) {
    Variable target = draft.temporary(typeOf(node));
    draft.add(new Step.Havoc(site, target, why));
    values.put(node, target);
    return target;
  }

  /** The variable that holds what {@code node} evaluates to. */
  Variable value(Node node) {
    Variable known = values.get(node);
    if (known != null) {
      return known;
    }
    if (node instanceof ConditionalAndNode || node instanceof ConditionalOrNode) {
      return connective(node);
    }
    if (node instanceof LocalVariableNode || node instanceof ThisNode || node == deferred) {
      Variable now = node.accept(this, siteOf(node));
      values.put(node, now);
      return now;
    }
    return havoc(node, siteOf(node), "value of " + node.getClass().getSimpleName());
  }

  /** The variable of an {@code &&} or {@code ||}, set on the edges that lead to it. */
  Variable connective(Node node) {
    return values.computeIfAbsent(node, n -> draft.temporary("boolean"));
  }

  /** Made-up trees stand where their first operand does, or else where the walk was last. */
  Site siteOf(Node node) {
    JCTree tree = (JCTree) node.getTree();
    if (tree != null && Sites.isWritten(tree)) {
      return frame.at(tree);
    }
    if (node instanceof MethodInvocationNode call && call.getIterableExpression() != null) {
      return frame.at((JCTree) call.getIterableExpression());
    }
    for (Node operand : node.getOperands()) {
      JCTree below = operand instanceof MethodAccessNode access
          ? (JCTree) access.getReceiver().getTree() : (JCTree) operand.getTree();
      if (below != null && Sites.isWritten(below)) {
        return frame.sites.of(below);
      }
    }
    return frame.latest();
  }

  /** The value of the expression {@code tree}, which was lowered before. */
  Variable valueOf(JCTree tree) {
    JCTree bare = TreeInfo.skipParens(tree);
    for (Map.Entry<Node, Variable> known : values.entrySet()) {
      if (known.getKey().getTree() == bare) {
        return known.getValue();
      }
    }
    throw new IllegalStateException("no value of " + bare.getKind());
  }

  String typeOf(Node node) {
    return frame.keys.typeName((Type) node.getType());
  }

  private Variable temporary(Node node) {
    return draft.temporary(typeOf(node));
  }

  Variable typeTest(Site site, Variable value, javax.lang.model.type.TypeMirror type) {
    Variable target = draft.temporary("boolean");
    draft.add(new Step.TypeTest(site, target, value, frame.keys.typeName((Type) type)));
    return target;
  }

  @Override public Variable visitNode(Node node, Site site) {
    if (node instanceof UnaryOperationNode unary) {
      return operations.lower(unary, site);
    }
    if (node instanceof BinaryOperationNode binary) {
      return operations.lower(binary, site);
    }
    return havoc(node, site, node.getClass().getSimpleName());
  }

  @Override public Variable visitValueLiteral(ValueLiteralNode node, Site site) {
    Object value = node instanceof NullLiteralNode ? null : node.getValue();
    return frame.constant(site, Literal.of(value), typeOf(node));
  }

  @Override public Variable visitConditionalNot(ConditionalNotNode node, Site site) {
    if (isOnlyBranchedOn(node)) {
      return null;
    }
    Variable zero = frame.constant(site, new Literal.Int(0), "boolean");
    Variable target = draft.temporary("boolean");
    draft.add(new Step.Compare(site, target, value(node.getOperand()), Relation.EQ, zero));
    return target;
  }

  private boolean isOnlyBranchedOn(ConditionalNotNode node) {
    Node inner = node;
    while (inner instanceof ConditionalNotNode not) {
      inner = not.getOperand();
    }
    return inner == deferred;
  }

  @Override public Variable visitConditionalAnd(ConditionalAndNode node, Site site) {
    return connective(node);
  }

  @Override public Variable visitConditionalOr(ConditionalOrNode node, Site site) {
    return connective(node);
  }

  @Override public Variable visitTernaryExpression(TernaryExpressionNode node, Site site) {
    return value(node.getTernaryExpressionVar());
  }

  @Override public Variable visitSwitchExpressionNode(SwitchExpressionNode node, Site site) {
    return value(node.getSwitchExpressionVar());
  }

  @Override public Variable visitAssignment(AssignmentNode node, Site site) {
    Variable from = value(node.getExpression());
    return assign(node.getTarget(), from, site);
  }

  /** @return what the whole assignment is worth */
  private Variable assign(Node target, Variable from, Site site) {
    if (target instanceof LocalVariableNode local) {
      Variable to = frame.own((VarSymbol) local.getElement());
      draft.add(new Step.Assign(site, to, from));
      return to;
    }
    if (target instanceof ArrayAccessNode element) {
      draft.add(new Step.StoreElement(site, value(element.getArray()), value(element.getIndex()), from));
    } else if (target instanceof FieldAccessNode field) {
      fields.store(field, from, site);
    } else {
      draft.add(new Step.Havoc(site, Variable.VOID, "assignment to " + target.getClass().getSimpleName()));
    }
    return from;
  }

  @Override public Variable visitLocalVariable(LocalVariableNode node, Site site) {
    VarSymbol symbol = (VarSymbol) node.getElement();
    if (symbol.name.toString().startsWith("assertionsEnabled#")) {
      return fields.assertionsEnabled(site);
    }
    if (patterns.isPattern(node)) {
      return patterns.declare(node, site);
    }
    if (symbol.getConstValue() != null) {
      return frame.constant(site, Literal.of(symbol.getConstantValue()), frame.keys.typeName(symbol.type));
    }
    Variable value = frame.read(symbol, site);
    boolean isTooEarly = Sites.isWritten(node.getTree()) && overwrites.follow(symbol, ((JCTree) node.getTree()).pos);
    return isTooEarly ? copy(node, value, site) : value;
  }

  @Override public Variable visitArrayAccess(ArrayAccessNode node, Site site) {
    Variable target = temporary(node);
    draft.add(new Step.LoadElement(site, target, value(node.getArray()), value(node.getIndex())));
    return target;
  }

  @Override public Variable visitThis(ThisNode node, Site site) {
    return frame.selfIfAny().orElse(null);
  }

  @Override public Variable visitSuper(SuperNode node, Site site) {
    return frame.self();
  }

  @Override public Variable visitFieldAccess(FieldAccessNode node, Site site) {
    return fields.load(node, site);
  }

  @Override public Variable visitThrow(ThrowNode node, Site site) {
    return exceptions.raise(node, site);
  }

  @Override public Variable visitAssertionError(AssertionErrorNode node, Site site) {
    return exceptions.raise(node, site);
  }

  @Override public Variable visitMarker(MarkerNode node, Site site) {
    return exceptions.mark(node, site);
  }

  @Override public Variable visitVariableDeclaration(VariableDeclarationNode node, Site site) {
    return exceptions.declare(node, site);
  }

  /** The exception that {@code marker} caught. */
  Variable caughtBy(MarkerNode marker) {
    return exceptions.caughtBy(marker);
  }

  @Override public Variable visitReturn(ReturnNode node, Site site) {
    blocks.keepResult(node, site);
    return null;
  }

  @Override public Variable visitStringConversion(StringConversionNode node, Site site) {
    return value(node.getOperand());
  }

  @Override public Variable visitWideningConversion(WideningConversionNode node, Site site) {
    return value(node.getOperand());
  }

  @Override public Variable visitNarrowingConversion(NarrowingConversionNode node, Site site) {
    return value(node.getOperand());
  }

  @Override public Variable visitTypeCast(TypeCastNode node, Site site) {
    Variable constant = operations.constantOf(node, site);
    if (constant != null) {
      return constant;
    }
    return copy(node, value(node.getOperand()), site);
  }

  /** Another name for the same value, of the node's type. */
  Variable copy(Node node, Variable from, Site site) {
    Variable target = temporary(node);
    draft.add(new Step.Assign(site, target, from));
    return target;
  }

  @Override public Variable visitNullChk(NullChkNode node, Site site) {
    return value(node.getOperand());
  }

  @Override public Variable visitInstanceOf(InstanceOfNode node, Site site) {
    Variable value = value(node.getOperand());
    Variable test = typeTest(site, value, node.getRefType());
    patterns.bindAnyway(node, value);
    return test;
  }

  @Override public Variable visitMethodInvocation(MethodInvocationNode node, Site site) {
    return calls.invoke(node, site);
  }

  @Override public Variable visitObjectCreation(ObjectCreationNode node, Site site) {
    return calls.create(node, site);
  }

  @Override public Variable visitArrayCreation(ArrayCreationNode node, Site site) {
    return calls.createArray(node, site);
  }

  @Override public Variable visitMemberReference(FunctionalInterfaceNode node, Site site) {
    return closures.lower(node, site);
  }

  @Override public Variable visitDeconstructorPattern(DeconstructorPatternNode node, Site site) {
    return patterns.declare(node, site);
  }
}
