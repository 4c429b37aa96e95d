package io.github.relinquish.plugin.fix;

import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Severity;
import java.util.List;
import java.util.Optional;

/** Puts what follows an acquisition into {@code try} with the release, and takes the releases by hand away. */
final class WrapRest {
  private final Drafting drafting;

  WrapRest(Drafting drafting) {
    this.drafting = drafting;
  }

  /**
   * The edits; empty where they would not be right.
   *
   * @param onFailure whether to release only where the rest fails
   * @param isReleased whether some path releases already
   * @param lost where it is lost on the path that is told
   */
  Optional<Draft> plan(Acquired acquired, Kind kind, boolean onFailure, boolean isReleased, Site lost) {
    Guards guards = Guards.after(acquired, drafting.rows());
    Held held = guards.held();
    List<? extends StatementTree> rest = acquired.after().subList(guards.count(), acquired.after().size());
    Optional<String> success = guards.isSure() ? Optional.of("") : Unasked.success(acquired, rest);
    if (success.isEmpty() || isInGuards(lost, acquired, guards) || !isLocalEnough(acquired, held, rest, onFailure)) {
      return Optional.empty();
    }
    Optional<ReleaseCall> release = drafting.release(kind, acquired, held).map(r -> guards.isSure() ? r : r.onlyIf(success.get()));
    Family family = new Family(drafting.rows());
    int count = family.countBeforeParents(acquired, rest);
    Optional<ParentsMoved> moved = count >= 0 || onFailure ? Optional.empty() : ParentsMoved.behind(acquired, held, kind, rest, drafting);
    if (release.isEmpty() || count < 0 && moved.isEmpty() || onFailure && count < rest.size() || !family.childrenAreSafe(acquired, held, rest)) {
      return Optional.empty();
    }
    Releases manual = Releases.in(rest, acquired.path().getParentPath(), kind, held, drafting.rows());
    boolean isLent = rest.stream().anyMatch(s -> drafting.rows().mayBeLent(s, held));
    boolean hasOtherName = isReleased && !acquired.isNamed();
    boolean mayReleaseTwice = isLent || hasOtherName || isReleased && manual.mayHappenElsewhere() && kind.again() != Severity.NONE;
    if (mayReleaseTwice || manual.changesHandle() || onFailure && !manual.statements().isEmpty() || onFailure && rest.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = drafting.draft(release.get());
    StatementRemoval removal = drafting.removal(draft);
    List<TreePath> gone = moved.map(m -> m.with(manual.statements())).orElseGet(manual::statements);
    if (!gone.stream().allMatch(statement -> removal.remove(statement, held.variable()))) {
      return Optional.empty();
    }
    int from = begin(acquired, guards, draft);
    TryAround around = new TryAround(drafting.source(), draft.edits());
    boolean isDone = onFailure ? around.releasingOnFailure(acquired.block(), from, release.get())
        : moved.isPresent() ? around.releasing(acquired.block(), from, release.get(), moved.get().calls())
        : around.releasing(acquired.block(), from, end(acquired, rest, count), release.get());
    if (isDone && !acquired.isNamed()) {
      name(acquired, from, draft);
    }
    return isDone ? Optional.of(draft) : Optional.empty();
  }

  private int end(Acquired acquired, List<? extends StatementTree> rest, int count) {
    SourceText source = drafting.source();
    return source.lineStart(count < rest.size() ? source.start(rest.get(count)) : source.end(acquired.block()) - 1);
  }

  private boolean isInGuards(Site lost, Acquired acquired, Guards guards) {
    int from = drafting.source().end(acquired.statement());
    int to = drafting.source().end(acquired.block().getStatements().get(acquired.index() + guards.count()));
    return lost.start() >= from && lost.end() <= to;
  }

  /** The offset that {@code try} is to stand at; uses of a resource without a name get one. */
  private int begin(Acquired acquired, Guards guards, Draft draft) {
    SourceText source = drafting.source();
    boolean isAllOfIt = acquired.statement() instanceof ExpressionStatementTree alone && alone.getExpression() == acquired.call();
    if (acquired.isNamed() || isAllOfIt) {
      return source.endOfLineAfter(source.end(acquired.block().getStatements().get(acquired.index() + guards.count())));
    }
    draft.edits().replace(source.start(acquired.call()), source.end(acquired.call()), acquired.held().name());
    return source.lineStart(source.start(acquired.statement()));
  }

  /** Declares the new variable in front of {@code try}. */
  private void name(Acquired acquired, int from, Draft draft) {
    SourceText source = drafting.source();
    int start = source.start(acquired.statement());
    String type = SuggestedFixes.qualifyType(drafting.state().withPath(acquired.path()), draft.fix(), acquired.held().type());
    String declaration = type + " " + acquired.held().name() + " = ";
    if (from <= start) {
      draft.edits().insert(from, source.indentAt(start) + declaration + source.of(acquired.call()) + ";\n");
    } else {
      draft.edits().insert(start, declaration);
    }
  }

  /** Whether the resource is not needed behind the block, and keeps its name until there. */
  private boolean isLocalEnough(Acquired acquired, Held held, List<? extends StatementTree> rest, boolean onFailure) {
    if (held.variable() == null) {
      return true;
    }
    if (rest.stream().anyMatch(s -> Roots.assigns(s, held.variable()))) {
      return false;
    }
    boolean isDeclaredHere = acquired.block().getStatements().stream()
        .anyMatch(s -> s instanceof VariableTree variable && held.is(ASTHelpers.getSymbol(variable)));
    if (isDeclaredHere) {
      return true;
    }
    if (!Roots.isLocal(held.variable())) {
      return onFailure;
    }
    return !isUsedBehind(acquired, held, onFailure) && (onFailure || !isInLoopBelowDeclaration(acquired, held));
  }

  private static boolean isInLoopBelowDeclaration(Acquired acquired, Held held) {
    for (TreePath at = acquired.path(); at != null; at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      boolean declares = StatementRemoval.statementsOf(tree).stream()
          .anyMatch(s -> s instanceof VariableTree variable && held.is(ASTHelpers.getSymbol(variable)));
      if (declares) {
        return false;
      }
      if (tree instanceof ForLoopTree || tree instanceof EnhancedForLoopTree || tree instanceof WhileLoopTree
          || tree instanceof DoWhileLoopTree) {
        return true;
      }
    }
    return false;
  }

  /**
   * Comparing it with null is no use.
   *
   * @param mayBeKept whether answering or storing it is none either
   */
  private boolean isUsedBehind(Acquired acquired, Held held, boolean mayBeKept) {
    int end = drafting.source().end(acquired.block());
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitBinary(BinaryTree compared, Void unused) {
        boolean isComparison = Guards.isNull(compared.getLeftOperand()) || Guards.isNull(compared.getRightOperand());
        return isComparison ? null : super.visitBinary(compared, unused);
      }

      @Override public Void visitReturn(ReturnTree answer, Void unused) {
        return mayBeKept && answer.getExpression() instanceof IdentifierTree ? null : super.visitReturn(answer, unused);
      }

      @Override public Void visitAssignment(AssignmentTree given, Void unused) {
        return mayBeKept && given.getExpression() instanceof IdentifierTree ? null : super.visitAssignment(given, unused);
      }

      @Override public Void visitIdentifier(IdentifierTree name, Void unused) {
        found[0] |= drafting.source().start(name) >= end && held.is(ASTHelpers.getSymbol(name));
        return null;
      }
    }.scan(acquired.path().getCompilationUnit(), null);
    return found[0];
  }
}
