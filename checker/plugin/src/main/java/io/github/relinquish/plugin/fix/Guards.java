package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import java.util.List;

/**
 * The questions that follow an acquisition at once: whether it succeeded. They leave where it did not, so they stay in front
 * of whatever is wrapped.
 *
 * @param count how many statements behind the acquisition they are
 * @param held the resource as it is known behind them
 * @param isSure whether the acquisition has succeeded behind them
 */
record Guards(int count, Held held, boolean isSure) {
  static Guards after(Acquired acquired, RowLookup rows) {
    Held held = acquired.held();
    boolean isAsked = acquired.statement() instanceof IfTree asked && asked.getElseStatement() == null && leaves(asked.getThenStatement());
    boolean isSure = !acquired.hasStatus() || isAsked;
    List<? extends StatementTree> after = acquired.after();
    int count = 0;
    for (; count < after.size(); count++) {
      if (!(after.get(count) instanceof IfTree guard) || guard.getElseStatement() != null || !leaves(guard.getThenStatement())) {
        break;
      }
      if (asksFor(guard.getCondition(), acquired.status())) {
        isSure = true;
      } else if (held.mayBeNull() && isNullCheck(guard.getCondition(), held)) {
        held = held.checked();
      } else if (!rows.saysThereIsNone(guard.getCondition(), held)) {
        break;
      }
    }
    return new Guards(count, held, isSure);
  }

  /** Whether a statement never goes on to the next one. */
  static boolean leaves(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      return !block.getStatements().isEmpty() && leaves(block.getStatements().get(block.getStatements().size() - 1));
    }
    return statement instanceof ThrowTree || statement instanceof ReturnTree || statement instanceof ContinueTree
        || statement instanceof BreakTree;
  }

  /** Whether a statement has a way out of the method or the block in it. */
  static boolean mayLeave(StatementTree statement) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void scan(Tree at, Void unused) {
        found[0] |= at instanceof StatementTree inner && !(inner instanceof BlockTree) && leaves(inner);
        return super.scan(at, null);
      }
    }.scan(statement, null);
    return found[0];
  }

  private static boolean asksFor(ExpressionTree condition, Symbol status) {
    boolean[] others = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitIdentifier(IdentifierTree name, Void unused) {
        others[0] |= Roots.isLocal(ASTHelpers.getSymbol(name)) && !ASTHelpers.getSymbol(name).equals(status);
        return null;
      }
    }.scan(condition, null);
    return status != null && Roots.names(condition, status) && !others[0];
  }

  static boolean isNullCheck(ExpressionTree condition, Held held) {
    return Roots.bare(condition) instanceof BinaryTree equal && equal.getKind() == Tree.Kind.EQUAL_TO
        && (isNull(equal.getLeftOperand()) && held.is(ASTHelpers.getSymbol(equal.getRightOperand()))
            || isNull(equal.getRightOperand()) && held.is(ASTHelpers.getSymbol(equal.getLeftOperand())));
  }

  static boolean isNull(Tree tree) {
    return tree.getKind() == Tree.Kind.NULL_LITERAL;
  }
}
