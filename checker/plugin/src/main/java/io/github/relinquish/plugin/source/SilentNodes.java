package io.github.relinquish.plugin.source;

import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Variable;
import org.checkerframework.errorprone.dataflow.cfg.node.AbstractNodeVisitor;
import org.checkerframework.errorprone.dataflow.cfg.node.ArrayTypeNode;
import org.checkerframework.errorprone.dataflow.cfg.node.CaseNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ClassDeclarationNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ClassNameNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ExpressionStatementNode;
import org.checkerframework.errorprone.dataflow.cfg.node.LambdaResultExpressionNode;
import org.checkerframework.errorprone.dataflow.cfg.node.MethodAccessNode;
import org.checkerframework.errorprone.dataflow.cfg.node.PackageNameNode;
import org.checkerframework.errorprone.dataflow.cfg.node.ParameterizedTypeNode;
import org.checkerframework.errorprone.dataflow.cfg.node.PrimitiveTypeNode;
import org.checkerframework.errorprone.dataflow.cfg.node.SynchronizedNode;

/** Nodes that do nothing by themselves: names, types, declarations, and what their users read. */
abstract class SilentNodes extends AbstractNodeVisitor<Variable, Site> {
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
