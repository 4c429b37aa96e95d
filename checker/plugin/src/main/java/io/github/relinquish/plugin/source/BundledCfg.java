package io.github.relinquish.plugin.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.processing.JavacProcessingEnvironment;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Position;
import javax.annotation.processing.ProcessingEnvironment;
import org.checkerframework.errorprone.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.errorprone.dataflow.cfg.UnderlyingAST;
import org.checkerframework.errorprone.dataflow.cfg.builder.CFGBuilder;

/** The library that Error Prone carries. Whether assertions are enabled is left open: both ways are in the graph. */
final class BundledCfg implements CfgSource {
  private final ProcessingEnvironment environment;
  private final TreeMaker maker;

  BundledCfg(Context context) {
    environment = JavacProcessingEnvironment.instance(context);
    maker = TreeMaker.instance(context);
  }

  @Override public ControlFlowGraph ofMethod(TreePath path, ClassTree owner) {
    MethodTree method = (MethodTree) path.getLeaf();
    return build(new TreePath(path, method.getBody()), new UnderlyingAST.CFGMethod(method, owner));
  }

  @Override public ControlFlowGraph ofLambda(TreePath path, ClassTree owner) {
    LambdaExpressionTree lambda = (LambdaExpressionTree) path.getLeaf();
    return build(new TreePath(path, lambda.getBody()), new UnderlyingAST.CFGLambda(lambda, owner, null));
  }

  @Override public ControlFlowGraph ofInitializer(TreePath path, ClassTree owner) {
    return build(path, new UnderlyingAST.CFGStatement(path.getLeaf(), owner));
  }

  private ControlFlowGraph build(TreePath path, UnderlyingAST body) {
    int place = maker.pos;
    try {
      // What the library makes up stands where javac's maker of trees was last; Sites.isWritten knows it by position 0.
      maker.at(Position.FIRSTPOS);
      return CFGBuilder.build(path, body, false, false, environment);
    } finally {
      maker.at(place);
    }
  }
}
