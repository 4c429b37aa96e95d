package io.github.relinquish.plugin.source;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.errorprone.dataflow.cfg.node.FunctionalInterfaceNode;

/** Lambdas and method references. */
final class ClosureLowering {
  private final Frame frame;
  private final NodeLowering nodes;

  ClosureLowering(Frame frame, NodeLowering nodes) {
    this.frame = frame;
    this.nodes = nodes;
  }

  Variable lower(FunctionalInterfaceNode node, Site site) {
    if (node.getTree() instanceof LambdaExpressionTree lambda) {
      return lambda(node, lambda, site);
    }
    return reference(node, (JCMemberReference) node.getTree(), site);
  }

  private Variable lambda(FunctionalInterfaceNode node, LambdaExpressionTree tree, Site site) {
    Lambdas.DeclaredLambda lambda = frame.lambdas.of(tree, frame.owner);
    List<Variable> captured = new ArrayList<>();
    if (lambda.captured().needsThis()) {
      captured.add(frame.self());
    }
    for (VarSymbol variable : lambda.captured().variables()) {
      captured.add(frame.read(variable, site));
    }
    return closure(node, site, CallKind.STATIC, lambda.key(), captured);
  }

  private Variable closure(
      FunctionalInterfaceNode node, Site site, CallKind kind, MethodKey body, List<Variable> captured) {
    Variable target = frame.draft.temporary(nodes.typeOf(node));
    frame.draft.add(new Step.Closure(site, target, target.type(), kind, body, captured));
    return target;
  }

  private Variable reference(FunctionalInterfaceNode node, JCMemberReference tree, Site site) {
    return switch (tree.kind) {
      case ARRAY_CTOR -> {
        String array = frame.keys.typeName(tree.expr.type);
        yield closure(node, site, CallKind.CREATE, new MethodKey(array, MethodKey.CONSTRUCTOR, "(I)V"), List.of());
      }
      case TOPLEVEL, IMPLICIT_INNER -> constructor(node, (MethodSymbol) tree.sym, site);
      case STATIC -> closure(node, site, CallKind.STATIC, frame.keys.method((MethodSymbol) tree.sym), List.of());
      case SUPER -> closure(
          node, site, CallKind.SPECIAL, frame.keys.called((MethodSymbol) tree.sym, tree.expr.type), List.of(frame.self()));
      case UNBOUND -> closure(node, site, kindOf(tree), frame.keys.called((MethodSymbol) tree.sym, tree.expr.type), List.of());
      case BOUND -> closure(node, site, kindOf(tree),
          frame.keys.called((MethodSymbol) tree.sym, tree.expr.type), List.of(nodes.valueOf(tree.expr)));
    };
  }

  private static CallKind kindOf(JCMemberReference tree) {
    return tree.sym.isPrivate() ? CallKind.SPECIAL : CallKind.VIRTUAL;
  }

  /** An enclosing instance goes in front; captured variables of a local class, which would stand last, are left out. */
  private Variable constructor(FunctionalInterfaceNode node, MethodSymbol constructor, Site site) {
    List<Variable> captured = new ArrayList<>();
    Keys.outer((ClassSymbol) constructor.owner).ifPresent(o -> captured.add(frame.instanceBelow(o, site)));
    return closure(node, site, CallKind.CREATE, frame.keys.method(constructor), captured);
  }
}
