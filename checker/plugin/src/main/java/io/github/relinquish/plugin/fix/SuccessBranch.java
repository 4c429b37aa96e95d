package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import java.util.List;
import java.util.Optional;

/** Wraps what stands in the branch that is taken where the acquisition succeeded: {@code if (rc == OK) { ... }}. */
final class SuccessBranch {
  private final Drafting drafting;
  private final SourceText source;

  SuccessBranch(Drafting drafting) {
    this.drafting = drafting;
    this.source = drafting.source();
  }

  /** The edits; empty where success is not asked for right behind the acquisition, or the resource is used behind the branch. */
  Optional<Draft> plan(Acquired acquired, Kind kind) {
    Optional<BlockTree> branch = acquired.hasStatus() && acquired.isNamed() ? branchOf(acquired) : Optional.empty();
    if (branch.isEmpty() || branch.get().getStatements().isEmpty() || isNamedBehind(acquired, source.end(branch.get()))) {
      return Optional.empty();
    }
    List<? extends StatementTree> rest = branch.get().getStatements();
    Held held = acquired.held();
    Optional<ReleaseCall> release = drafting.release(kind, acquired, held);
    Family family = new Family(drafting.rows());
    TreePath around = new TreePath(acquired.path().getParentPath(), branch.get());
    Releases manual = Releases.in(rest, around, kind, held, drafting.rows());
    if (release.isEmpty() || manual.changesHandle() || manual.mayHappenElsewhere() || family.countBeforeParents(acquired, rest) != rest.size()
        || !family.childrenAreSafe(acquired, held, rest) || rest.stream().anyMatch(s -> held.variable() != null && Roots.assigns(s, held.variable()))) {
      return Optional.empty();
    }
    Draft draft = drafting.draft(release.get());
    StatementRemoval removal = drafting.removal(draft);
    if (!manual.statements().stream().allMatch(s -> removal.remove(s, held.variable()))) {
      return Optional.empty();
    }
    int from = source.endOfLineAfter(source.start(branch.get()) + 1);
    boolean isDone = new TryAround(source, draft.edits()).releasing(branch.get(), from, release.get());
    return isDone ? Optional.of(draft) : Optional.empty();
  }

  private Optional<BlockTree> branchOf(Acquired acquired) {
    StatementTree asks = acquired.statement() instanceof IfTree ? acquired.statement()
        : acquired.after().isEmpty() ? null : acquired.after().get(0);
    boolean isAsked = asks instanceof IfTree choice && choice.getThenStatement() instanceof BlockTree
        && isSuccess(Roots.bare(choice.getCondition()), acquired);
    return isAsked ? Optional.of((BlockTree) ((IfTree) asks).getThenStatement()) : Optional.empty();
  }

  /** Whether the condition holds just where the row says that something began. */
  private static boolean isSuccess(ExpressionTree condition, Acquired acquired) {
    List<Clause> when = acquired.begin().orElseThrow().when();
    if (when.size() != 1 || !when.get(0).port().equals(Port.RESULT)) {
      return false;
    }
    Clause clause = when.get(0);
    if (clause.test() == Clause.Test.TRUE) {
      return isAnswer(condition, acquired);
    }
    return clause.test() == Clause.Test.IN && clause.values().size() == 1 && condition instanceof BinaryTree equal
        && equal.getKind() == Tree.Kind.EQUAL_TO
        && (isAnswer(equal.getLeftOperand(), acquired) && isNumber(equal.getRightOperand(), clause)
            || isAnswer(equal.getRightOperand(), acquired) && isNumber(equal.getLeftOperand(), clause));
  }

  private static boolean isAnswer(ExpressionTree expression, Acquired acquired) {
    ExpressionTree bare = Roots.bare(expression);
    return bare == acquired.call() || acquired.status() != null && acquired.status().equals(ASTHelpers.getSymbol(bare));
  }

  private static boolean isNumber(ExpressionTree expression, Clause clause) {
    return ASTHelpers.constValue(expression) instanceof Number number && number.longValue() == clause.values().get(0);
  }

  private boolean isNamedBehind(Acquired acquired, int end) {
    Symbol variable = acquired.held().variable();
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitIdentifier(IdentifierTree name, Void unused) {
        found[0] |= source.start(name) >= end && ASTHelpers.getSymbol(name).equals(variable);
        return null;
      }
    }.scan(acquired.path().getCompilationUnit(), null);
    return variable == null || !Roots.isLocal(variable) || found[0];
  }
}
