package io.github.relinquish.plugin.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import org.checkerframework.errorprone.dataflow.cfg.ControlFlowGraph;

/** Where control-flow graphs come from. They are used for blocks, edges and nodes only. */
interface CfgSource {
  /** @param method path of a {@link MethodTree} that has a body */
  ControlFlowGraph ofMethod(TreePath method, ClassTree owner);

  /** @param lambda path of a {@link LambdaExpressionTree} */
  ControlFlowGraph ofLambda(TreePath lambda, ClassTree owner);

  /** @param initializer path of a field with an initial value or of an initialiser block */
  ControlFlowGraph ofInitializer(TreePath initializer, ClassTree owner);
}
