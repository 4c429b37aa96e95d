package io.github.relinquish.plugin.source;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.plugin.source.GraphDraft.DraftBlock;
import io.github.relinquish.plugin.source.GraphDraft.DraftHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.errorprone.dataflow.cfg.node.ArrayCreationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ImplicitThisNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MarkerNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.Node;
import org.checkerframework.errorprone.dataflow.cfg.node.ObjectCreationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.SuperNode;

/** Calls, constructor calls and new objects and arrays, with what javac passes on without anybody writing it. */
final class CallLowering {
  private final Frame frame;
  private final GraphDraft draft;
  private final BlockLowering blocks;
  private final NodeLowering nodes;
  private final Runnable behindSuperCall;

  CallLowering(Frame frame, BlockLowering blocks, NodeLowering nodes, Runnable behindSuperCall) {
    this.frame = frame;
    this.draft = frame.draft;
    this.blocks = blocks;
    this.nodes = nodes;
    this.behindSuperCall = behindSuperCall;
  }

  Variable invoke(MethodInvocationNode node, Site site) {
    MethodSymbol method = (MethodSymbol) node.getTarget().getMethod();
    boolean isMadeUp = node.getTree() == null || !Sites.isWritten(node.getTree());
    if (isMadeUp ? isBoxing(method) : frame.keys.isBoxing(method)) {
      return nodes.copy(node, operandOfBoxing(node, method), site);
    }
    // The library makes up two calls of next() for one round of a loop, and uses the second.
    if (isMadeUp && method.name.contentEquals("next") && !nodes.isUsed(node)) {
      return null;
    }
    List<Variable> arguments = values(node.getArguments());
    if (method.isConstructor()) {
      return constructorCall(node, method, arguments, site);
    }
    List<Variable> operands = new ArrayList<>();
    if (!method.isStatic()) {
      operands.add(receiverOf(node, method, site));
    }
    operands.addAll(arguments);
    Type returned = method.getReturnType();
    Variable target = returned.hasTag(TypeTag.VOID)
        ? Variable.VOID : draft.temporary(nodes.typeOf(node));
    MethodKey callee = frame.keys.called(method, siteType(node, method));
    Step.Invoke step =
        new Step.Invoke(site, target, kindOf(node, method), callee, operands, thrownBy(node.getTree(), method));
    // Nobody but a try with resources closes without having written it.
    if (isMadeUp && method.name.contentEquals("close")) {
      close(node, step);
    } else {
      blocks.guard(site);
      draft.add(step);
    }
    return target;
  }

  /**
   * The end of a {@code try} with resources: nothing to close where the resource is null, and while another exception is on its
   * way, that one goes on whatever {@code close} throws.
   */
  private void close(MethodInvocationNode node, Step.Invoke step) {
    Site site = step.site();
    DraftBlock behind = new DraftBlock();
    boolean isNew = node.getTarget().getReceiver().getTree() instanceof JCVariableDecl resource
        && resource.init instanceof JCNewClass;
    if (!isNew) {
      DraftBlock closing = new DraftBlock();
      Variable nothing = frame.constant(site, Literal.NULL, step.operands().get(0).type());
      draft.branch(site, new Condition(step.operands().get(0), Relation.EQ, nothing), behind, closing);
      draft.continueIn(closing);
    }
    MarkerNode marker = blocks.markerBefore(node);
    blocks.guard(site);
    if (marker != null && marker.getMessage().startsWith(HandlerMap.FINALLY_START)) {
      DraftBlock suppressing = new DraftBlock();
      suppressing.handlers = draft.current().handlers;
      draft.current().handlers = List.of(new DraftHandler(Block.Handler.ANY, suppressing));
      draft.add(step);
      draft.jump(site, behind);
      draft.continueIn(suppressing);
      draft.add(new Step.Caught(site, draft.temporary("java.lang.Throwable")));
      draft.throwing(site, nodes.caughtBy(marker));
    } else {
      draft.add(step);
      draft.jump(site, behind);
    }
    draft.continueIn(behind);
  }

  private static boolean isBoxing(MethodSymbol method) {
    String name = method.name.toString();
    return name.equals("valueOf") || name.endsWith("Value") && method.params().isEmpty();
  }

  private Variable operandOfBoxing(MethodInvocationNode node, MethodSymbol method) {
    return nodes.value(method.isStatic() ? node.getArgument(0) : node.getTarget().getReceiver());
  }

  private List<Variable> values(List<Node> arguments) {
    List<Variable> values = new ArrayList<>();
    arguments.forEach(a -> values.add(nodes.value(a)));
    return values;
  }

  private Variable receiverOf(MethodInvocationNode node, MethodSymbol method, Site site) {
    Node receiver = node.getTarget().getReceiver();
    if (receiver instanceof ImplicitThisNode) {
      return frame.instanceWith(method, site);
    }
    if (isQualifiedSuper(receiver)) {
      ClassSymbol named = (ClassSymbol) ((JCTree.JCFieldAccess) receiver.getTree()).selected.type.tsym;
      return named.isInterface() ? frame.self() : frame.instanceOf(named, site);
    }
    return receiver instanceof SuperNode ? frame.self() : nodes.value(receiver);
  }

  private static boolean isQualifiedSuper(Node receiver) {
    return receiver instanceof FieldAccessNode field && field.getFieldName().equals("super");
  }

  private Type siteType(MethodInvocationNode node, MethodSymbol method) {
    Node receiver = node.getTarget().getReceiver();
    if (receiver instanceof ImplicitThisNode) {
      return frame.classWith(method).type;
    }
    return (Type) receiver.getType();
  }

  private static CallKind kindOf(MethodInvocationNode node, MethodSymbol method) {
    if (method.isStatic()) {
      return CallKind.STATIC;
    }
    Node receiver = node.getTarget().getReceiver();
    boolean isExact = receiver instanceof SuperNode || isQualifiedSuper(receiver) || method.isPrivate();
    return isExact ? CallKind.SPECIAL : CallKind.VIRTUAL;
  }

  /** Declared exceptions, with type variables as this call fills them in. */
  private List<String> thrownBy(MethodInvocationTree tree, MethodSymbol method) {
    Type called = tree instanceof JCMethodInvocation call && Sites.isWritten(tree) ? call.meth.type : null;
    boolean isKnown = called != null && called.getThrownTypes() != null;
    return frame.keys.thrown(isKnown ? called.getThrownTypes() : method.getThrownTypes());
  }

  private Variable constructorCall(MethodInvocationNode node, MethodSymbol method, List<Variable> arguments, Site site) {
    Variable self = frame.self();
    ClassSymbol made = (ClassSymbol) method.owner;
    JCTree called = ((JCMethodInvocation) node.getTree()).meth;
    boolean isSuper = TreeInfo.name(called).contentEquals("super");
    Optional<Variable> outer = Optional.empty();
    if (called instanceof JCTree.JCFieldAccess) {
      outer = Optional.of(nodes.value(node.getTarget().getReceiver()));
    }
    if (isSuper) {
      construct(self, made, method, outer, arguments, site, thrownBy(node.getTree(), method));
      behindSuperCall.run();
    } else {
      List<Variable> operands = new ArrayList<>(List.of(self));
      // The other constructor gets what this one got.
      int before = frame.keys.before(made).size();
      operands.addAll(draft.parameters().subList(1, 1 + before));
      operands.addAll(arguments);
      frame.captures.ofClass(made).forEach(v -> operands.add(frame.read(v, site)));
      call(frame.keys.method(method), operands, thrownBy(node.getTree(), method), site);
    }
    return null;
  }

  private void call(MethodKey constructor, List<Variable> operands, List<String> thrown, Site site) {
    blocks.guard(site);
    draft.add(new Step.Invoke(site, Variable.VOID, CallKind.SPECIAL, constructor, operands, thrown));
  }

  /** Fields for the enclosing instance and for captured variables are set before the constructor runs, as javac does. */
  private void construct(Variable object, ClassSymbol made, MethodSymbol constructor, Optional<Variable> given,
      List<Variable> arguments, Site site, List<String> thrown) {
    List<Variable> operands = new ArrayList<>(List.of(object));
    if (frame.keys.isEnum(made) || isJavaLangEnum(made)) {
      operands.addAll(nameAndOrdinal(object, site));
    }
    Keys.outer(made).ifPresent(wanted -> {
      Variable outer = given.orElseGet(() -> frame.instanceBelow(wanted, site));
      draft.add(new Step.StoreField(site, object, Keys.outerField(made), outer));
      operands.add(outer);
    });
    operands.addAll(arguments);
    for (VarSymbol captured : frame.captures.ofClass(made)) {
      Variable value = frame.read(captured, site);
      draft.add(new Step.StoreField(site, object, Keys.capturedField(made, captured), value));
      operands.add(value);
    }
    call(frame.keys.method(constructor), operands, thrown, site);
  }

  private static boolean isJavaLangEnum(ClassSymbol made) {
    return made.flatName().contentEquals("java.lang.Enum");
  }

  /** Inside an enum's constructor they are its own first parameters; where a constant is made they are written down. */
  private List<Variable> nameAndOrdinal(Variable object, Site site) {
    if (object.kind() == Variable.Kind.THIS) {
      return List.copyOf(draft.parameters().subList(1, 3));
    }
    return List.of(
        frame.constant(site, new Literal.Text(frame.enumConstant().name()), "java.lang.String"),
        frame.constant(site, new Literal.Int(frame.enumConstant().ordinal()), "int"));
  }

  Variable create(ObjectCreationNode node, Site site) {
    JCNewClass tree = (JCNewClass) node.getTree();
    ClassSymbol made = (ClassSymbol) ((Type) node.getType()).tsym;
    MethodSymbol constructor = (MethodSymbol) tree.constructor;
    Variable object = draft.temporary(Keys.className(made));
    draft.add(new Step.Create(site, object, Keys.className(made)));
    Optional<Variable> outer =
        tree.encl == null ? Optional.empty() : Optional.of(nodes.value(node.getEnclosingExpression()));
    boolean isTyped = tree.constructorType != null && tree.constructorType.getThrownTypes() != null;
    List<String> thrown =
        frame.keys.thrown(isTyped ? tree.constructorType.getThrownTypes() : constructor.getThrownTypes());
    construct(object, made, constructor, outer, values(node.getArguments()), site, thrown);
    return object;
  }

  Variable createArray(ArrayCreationNode node, Site site) {
    Variable array = draft.temporary(nodes.typeOf(node));
    List<Variable> elements = values(node.getInitializers());
    draft.add(new Step.Create(site, array, array.type()));
    for (int i = 0; i < elements.size(); i++) {
      Variable index = frame.constant(site, new Literal.Int(i), "int");
      draft.add(new Step.StoreElement(site, array, index, elements.get(i)));
    }
    return array;
  }
}
