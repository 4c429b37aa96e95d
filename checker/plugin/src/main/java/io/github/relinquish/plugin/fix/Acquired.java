package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import io.github.relinquish.core.protocol.Effect;
import java.util.List;
import java.util.Optional;

/**
 * An acquisition in its block.
 *
 * @param call the acquiring call
 * @param path the statement of {@code block} that the call is in
 * @param block the block around
 * @param index of the statement in the block
 * @param held what the code calls the resource; a fresh name where the code gives it none
 * @param isNamed whether the code names it, or {@code held} needs a declaration
 * @param status the variable that takes the call's answer where the resource is not the answer; null where there is none
 * @param begin what the row says; empty where the body of the callee says it
 */
record Acquired(ExpressionTree call, TreePath path, BlockTree block, int index, Held held, boolean isNamed, Symbol status,
    Optional<Effect.Begin> begin) {
  StatementTree statement() {
    return block.getStatements().get(index);
  }

  List<? extends StatementTree> after() {
    return block.getStatements().subList(index + 1, block.getStatements().size());
  }

  /** Whether the call may go on without having acquired, and something else than the resource says so. */
  boolean hasStatus() {
    if (begin.isEmpty()) {
      return ASTHelpers.getType(call) != null && ASTHelpers.getType(call).isPrimitive();
    }
    return !begin.get().when().isEmpty() && !RowLookup.dependsOnNull(begin.get());
  }
}
