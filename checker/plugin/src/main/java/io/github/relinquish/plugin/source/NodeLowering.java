package io.github.relinquish.plugin.source;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.errorprone.dataflow.cfg.block.Block;
import org.checkerframework.errorprone.dataflow.cfg.node.*;

/** One node of the library's graph at a time: its steps, and the variable that holds its value. */
final class NodeLowering extends AbstractNodeVisitor<Variable, Site> {
  private final Frame frame;
  private final GraphDraft draft;
  private final BlockLowering blocks;
  private final CallLowering calls;
  private final ClosureLowering closures;
  private final PatternLowering patterns;
  private final Overwrites overwrites;
  private final Map<Node, Variable> values = new IdentityHashMap<>();
  private final Set<Node> operands = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Variable> caught = new HashMap<>();
  private Node deferred;

  NodeLowering(Frame frame, BlockLowering blocks, List<Block> order, Overwrites overwrites, Runnable behindSuperCall) {
    this.frame = frame;
    this.draft = frame.draft;
    this.blocks = blocks;
    this.overwrites = overwrites;
    this.calls = new CallLowering(frame, blocks, this, behindSuperCall);
    this.closures = new ClosureLowering(frame, this);
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
      return unary(unary, site);
    }
    if (node instanceof BinaryOperationNode binary) {
      return binary(binary, site);
    }
    return havoc(node, site, node.getClass().getSimpleName());
  }

  @Override public Variable visitValueLiteral(ValueLiteralNode node, Site site) {
    Object value = node instanceof NullLiteralNode ? null : node.getValue();
    return frame.constant(site, Literals.of(value), typeOf(node));
  }

  private Variable unary(UnaryOperationNode node, Site site) {
    Variable constant = constantOf(node, site);
    return constant != null ? constant : operate(node, site, List.of(value(node.getOperand())));
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

  private Variable binary(BinaryOperationNode node, Site site) {
    Variable constant = constantOf(node, site);
    if (constant != null) {
      return constant;
    }
    var relation = Conditions.relationOf(node);
    if (relation.isEmpty()) {
      return operate(node, site, List.of(value(node.getLeftOperand()), value(node.getRightOperand())));
    }
    Variable target = draft.temporary("boolean");
    Variable left = value(node.getLeftOperand());
    draft.add(new Step.Compare(site, target, left, relation.get(), value(node.getRightOperand())));
    return target;
  }

  @Override public Variable visitConditionalAnd(ConditionalAndNode node, Site site) {
    return connective(node);
  }

  @Override public Variable visitConditionalOr(ConditionalOrNode node, Site site) {
    return connective(node);
  }

  private Variable operate(Node node, Site site, List<Variable> operands) {
    Variable target = temporary(node);
    draft.add(new Step.Operate(site, target, Operators.signOf(node.getTree().getKind()), operands));
    return target;
  }

  /** Java folds constants before anybody runs, so that {@code A | B} of two constants is one. */
  private Variable constantOf(Node node, Site site) {
    Type type = node.getTree() == null ? null : ((JCTree) node.getTree()).type;
    boolean isConstant = type != null && type.constValue() != null && Sites.isWritten(node.getTree());
    return isConstant ? frame.constant(site, constantOf(type), typeOf(node)) : null;
  }

  private static Literal constantOf(Type type) {
    Object value = type.constValue();
    boolean isFloating = value instanceof Float || value instanceof Double || value instanceof String;
    return isFloating ? Literals.of(value) : new Literal.Int(((Number) value).longValue());
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
      FieldKey key = frame.keys.field((VarSymbol) field.getElement());
      draft.add(field.isStatic()
          ? new Step.StoreStatic(site, key, from) : new Step.StoreField(site, receiverOf(field, site), key, from));
    } else {
      draft.add(new Step.Havoc(site, Variable.VOID, "assignment to " + target.getClass().getSimpleName()));
    }
    return from;
  }

  @Override public Variable visitLocalVariable(LocalVariableNode node, Site site) {
    VarSymbol symbol = (VarSymbol) node.getElement();
    if (symbol.name.toString().startsWith("assertionsEnabled#")) {
      return assertionsEnabled(site);
    }
    if (patterns.isPattern(node)) {
      return patterns.declare(node, site);
    }
    if (symbol.getConstValue() != null) {
      return frame.constant(site, Literals.of(symbol.getConstantValue()), frame.keys.typeName(symbol.type));
    }
    Variable value = frame.read(symbol, site);
    boolean isTooEarly = Sites.isWritten(node.getTree()) && overwrites.follow(symbol, ((JCTree) node.getTree()).pos);
    return isTooEarly ? copy(node, value, site) : value;
  }

  /** As javac does it: a class asks once and keeps the opposite. */
  private Variable assertionsEnabled(Site site) {
    Variable disabled = draft.temporary("boolean");
    String owner = Keys.className(frame.owner.symbol());
    draft.add(new Step.LoadStatic(site, disabled, new FieldKey(owner, "$assertionsDisabled")));
    Variable zero = frame.constant(site, new Literal.Int(0), "boolean");
    Variable enabled = draft.temporary("boolean");
    draft.add(new Step.Compare(site, enabled, disabled, Relation.EQ, zero));
    return enabled;
  }

  @Override public Variable visitFieldAccess(FieldAccessNode node, Site site) {
    String name = node.getFieldName();
    Type type = ((JCTree) node.getTree()).type;
    if (name.equals("this")) {
      return frame.instanceOf((ClassSymbol) type.tsym, site);
    }
    if (name.equals("super") || node.getElement() == null) {
      return frame.self();
    }
    VarSymbol symbol = (VarSymbol) node.getElement();
    if (name.equals("class")) {
      return frame.constant(site, new Literal.Opaque(classLiteral(node)), "java.lang.Class");
    }
    if (symbol.getConstValue() != null && !isWritten(node)) {
      return frame.constant(site, Literals.of(symbol.getConstantValue()), frame.keys.typeName(symbol.type));
    }
    Variable target = draft.temporary(typeOf(node));
    if (node.isStatic()) {
      draft.add(new Step.LoadStatic(site, target, frame.keys.field(symbol)));
    } else if (name.equals("length") && frame.keys.isArrayLength(symbol)) {
      draft.add(new Step.Length(site, target, value(node.getReceiver())));
    } else {
      draft.add(new Step.LoadField(site, target, receiverOf(node, site), frame.keys.field(symbol)));
    }
    return target;
  }

  private String classLiteral(FieldAccessNode node) {
    return frame.keys.typeName(((JCTree.JCFieldAccess) node.getTree()).selected.type) + ".class";
  }

  /** A field that is assigned keeps its address, even where it holds a constant in the end. */
  private static boolean isWritten(FieldAccessNode node) {
    return node.isLValue();
  }

  private Variable receiverOf(FieldAccessNode node, Site site) {
    Node receiver = node.getReceiver();
    if (receiver instanceof ImplicitThisNode) {
      return frame.instanceWith((Symbol) node.getElement(), site);
    }
    return receiver instanceof SuperNode ? frame.self() : value(receiver);
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
    Variable constant = constantOf(node, site);
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

  @Override public Variable visitThrow(ThrowNode node, Site site) {
    Variable thrown = value(node.getExpression());
    blocks.guard(site);
    draft.throwing(site, thrown);
    return null;
  }

  @Override public Variable visitAssertionError(AssertionErrorNode node, Site site) {
    String type = "java.lang.AssertionError";
    Variable error = draft.temporary(type);
    draft.add(new Step.Create(site, error, type));
    blocks.guard(site);
    boolean hasDetail = node.getDetail() != null;
    MethodKey constructor =
        new MethodKey(type, MethodKey.CONSTRUCTOR, hasDetail ? "(Ljava/lang/Object;)V" : "()V");
    List<Variable> operands = hasDetail ? List.of(error, value(node.getDetail())) : List.of(error);
    draft.add(new Step.Invoke(site, Variable.VOID, CallKind.SPECIAL, constructor, operands, List.of()));
    draft.throwing(site, error);
    return null;
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

  /** The exception that {@code marker} caught. */
  Variable caughtBy(MarkerNode marker) {
    return caught.get(marker.getMessage().substring(HandlerMap.FINALLY_START.length()));
  }

  /** Markers of {@code catch} and of the exceptional copy of {@code finally} bind the exception and throw it on. */
  @Override public Variable visitMarker(MarkerNode node, Site site) {
    String message = node.getMessage();
    if (message.startsWith(HandlerMap.FINALLY_START)) {
      Variable exception = draft.temporary("java.lang.Throwable");
      draft.add(new Step.Caught(site, exception));
      caught.put(message.substring(HandlerMap.FINALLY_START.length()), exception);
    } else if (message.startsWith(HandlerMap.FINALLY_END)) {
      Variable exception = caught.get(message.substring(HandlerMap.FINALLY_END.length()));
      Site end = frame.sites.endOf(PatternLowering.finallyOf(node.getTree()));
      blocks.guard(end);
      draft.throwing(end, exception);
    }
    return null;
  }

  @Override public Variable visitVariableDeclaration(VariableDeclarationNode node, Site site) {
    List<Node> nodes = blocks.currentBlock().getNodes();
    if (nodes.size() > 1 && nodes.get(1) == node && nodes.get(0) instanceof CatchMarkerNode) {
      VarSymbol symbol = ((com.sun.tools.javac.tree.JCTree.JCVariableDecl) node.getTree()).sym;
      draft.add(new Step.Caught(site, frame.own(symbol)));
    }
    return null;
  }

  @Override public Variable visitSynchronized(SynchronizedNode node, Site site) {
    return null;
  }

  @Override public Variable visitLambdaResultExpression(LambdaResultExpressionNode node, Site site) {
    return null;
  }

  @Override public Variable visitCase(CaseNode node, Site site) {
    return null;
  }

  @Override public Variable visitMethodAccess(MethodAccessNode node, Site site) {
    return null;
  }

  @Override public Variable visitClassName(ClassNameNode node, Site site) {
    return null;
  }

  @Override public Variable visitPackageName(PackageNameNode node, Site site) {
    return null;
  }

  @Override public Variable visitArrayType(ArrayTypeNode node, Site site) {
    return null;
  }

  @Override public Variable visitPrimitiveType(PrimitiveTypeNode node, Site site) {
    return null;
  }

  @Override public Variable visitParameterizedType(ParameterizedTypeNode node, Site site) {
    return null;
  }

  @Override public Variable visitClassDeclaration(ClassDeclarationNode node, Site site) {
    return null;
  }

  @Override public Variable visitExpressionStatement(ExpressionStatementNode node, Site site) {
    return null;
  }
}
