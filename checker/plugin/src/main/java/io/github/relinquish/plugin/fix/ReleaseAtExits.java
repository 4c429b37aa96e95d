package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.protocol.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds the release to the ways that lack it: before a {@code return}, a {@code throw}, an assignment, at the end of a body. */
final class ReleaseAtExits {
  private final Drafting drafting;
  private final SourceText source;

  ReleaseAtExits(Drafting drafting) {
    this.drafting = drafting;
    this.source = drafting.source();
  }

  /** The edits; empty where one of the places cannot take it. */
  Optional<Draft> plan(Acquired acquired, Kind kind, List<Repair> exits) {
    Guards guards = Guards.after(acquired, drafting.rows());
    Optional<ReleaseCall> release = drafting.release(kind, acquired, guards.held());
    if (!acquired.isNamed() || release.isEmpty()
        || !new Family(drafting.rows()).childrenAreSafe(acquired, guards.held(), acquired.after(), true)
        || Releases.in(acquired.after(), acquired.path().getParentPath(), kind, guards.held(), drafting.rows()).changesHandle()) {
      return Optional.empty();
    }
    Draft draft = drafting.draft(release.get());
    Set<Tree> done = new LinkedHashSet<>();
    for (Repair exit : exits) {
      Optional<TreePath> place = Sites.around(exit.at(), acquired.path().getCompilationUnit(), source).map(ReleaseAtExits::statement)
          .map(p -> lastWithName(p, exit, acquired));
      if (place.isEmpty() || done.add(place.get().getLeaf()) && !add(place.get(), acquired, guards, kind, release.get(), draft)) {
        return Optional.empty();
      }
    }
    return Optional.of(draft);
  }

  /** An exit behind a statement that gives the name to something else comes too late; that statement does not. */
  private TreePath lastWithName(TreePath place, Repair exit, Acquired acquired) {
    for (StatementTree statement : acquired.after()) {
      if (isReassignment(statement, acquired)) {
        return exit.at().start() >= source.start(statement) ? new TreePath(acquired.path().getParentPath(), statement) : place;
      }
    }
    return place;
  }

  private static TreePath statement(TreePath path) {
    TreePath at = path;
    while (at != null && !(at.getLeaf() instanceof StatementTree)) {
      at = at.getParentPath();
    }
    return at;
  }

  private boolean add(TreePath place, Acquired acquired, Guards guards, Kind kind, ReleaseCall release,
      Draft draft) {
    Tree tree = place.getLeaf();
    if (!isNameable(place, acquired)) {
      return false;
    }
    if (tree instanceof BlockTree block) {
      return block == acquired.block() && guards.isSure() && isOnlyEnd(acquired, kind) && atEnd(block, release, draft);
    }
    if (isReassignment(tree, acquired)) {
      Optional<ReleaseCall> fitting = onReassignment(place, acquired, guards, kind, release);
      fitting.ifPresent(r -> before(place, r, draft));
      return fitting.isPresent();
    }
    boolean isExit = tree instanceof ThrowTree raised && isHarmless(raised.getExpression(), acquired)
        || tree instanceof ReturnTree answer && (answer.getExpression() == null || isHarmless(answer.getExpression(), acquired));
    if (!isExit || isWatched(place, acquired)) {
      return false;
    }
    if (guards.isSure() && isBehind(place, acquired, guards)) {
      before(place, release, draft);
      return true;
    }
    Optional<ReleaseCall> asking = isInGuard(place, acquired, guards) ? asking(acquired, release) : Optional.empty();
    asking.ifPresent(r -> before(place, r, draft));
    return asking.isPresent();
  }

  /** Whether the variable is there: a block around both declares it, or none around the acquisition does. */
  private boolean isNameable(TreePath place, Acquired acquired) {
    for (TreePath at = acquired.path(); at != null; at = at.getParentPath()) {
      for (StatementTree statement : StatementRemoval.statementsOf(at.getLeaf())) {
        if (statement instanceof VariableTree variable && acquired.held().is(ASTHelpers.getSymbol(variable))) {
          return source.start(at.getLeaf()) <= source.start(place.getLeaf()) && source.end(place.getLeaf()) <= source.end(at.getLeaf());
        }
      }
    }
    return true;
  }

  private Optional<ReleaseCall> asking(Acquired acquired, ReleaseCall release) {
    return acquired.held().type() == null ? Optional.empty()
        : drafting.rows().question(acquired.held().type()).map(q -> release.onlyIf("!" + acquired.held().name() + "." + q + "()"));
  }

  private static boolean isReassignment(Tree tree, Acquired acquired) {
    return tree instanceof ExpressionStatementTree statement && statement.getExpression() instanceof AssignmentTree assignment
        && acquired.held().is(ASTHelpers.getSymbol(assignment.getVariable()))
        && !Roots.names(assignment.getExpression(), acquired.held().variable());
  }

  /** Behind the acquisition it is there; in front of it, in a loop, only from the second turn on. */
  private Optional<ReleaseCall> onReassignment(TreePath place, Acquired acquired, Guards guards, Kind kind,
      ReleaseCall release) {
    if (guards.isSure() && isBehind(place, acquired, guards)) {
      return isReleasedBefore(place, acquired, kind) ? Optional.empty() : Optional.of(release);
    }
    boolean isSameBlock = place.getParentPath().getLeaf() == acquired.block()
        && acquired.block().getStatements().indexOf((StatementTree) place.getLeaf()) <= acquired.index();
    return isSameBlock && beginsNull(acquired) ? Optional.of(release.onlyIf(acquired.held().name() + " != null")) : Optional.empty();
  }

  private boolean isReleasedBefore(TreePath place, Acquired acquired, Kind kind) {
    List<? extends StatementTree> between = acquired.after().stream()
        .takeWhile(s -> source.start(s) < source.start(place.getLeaf())).toList();
    return Releases.in(between, acquired.path().getParentPath(), kind, acquired.held(), drafting.rows()).statements().stream()
        .anyMatch(r -> source.end(r.getLeaf()) <= source.start(place.getLeaf()));
  }

  private static boolean beginsNull(Acquired acquired) {
    for (TreePath at = acquired.path(); at != null; at = at.getParentPath()) {
      for (StatementTree statement : StatementRemoval.statementsOf(at.getLeaf())) {
        if (statement instanceof VariableTree variable && acquired.held().is(ASTHelpers.getSymbol(variable))) {
          return variable.getInitializer() != null && Guards.isNull(variable.getInitializer());
        }
      }
    }
    return false;
  }

  private boolean isBehind(TreePath place, Acquired acquired, Guards guards) {
    int first = acquired.index() + guards.count() + 1;
    return first < acquired.block().getStatements().size()
        && source.start(place.getLeaf()) >= source.start(acquired.block().getStatements().get(first))
        && source.end(place.getLeaf()) <= source.end(acquired.block());
  }

  private boolean isInGuard(TreePath place, Acquired acquired, Guards guards) {
    return acquired.after().subList(0, guards.count()).stream()
        .anyMatch(g -> source.start(g) <= source.start(place.getLeaf()) && source.end(place.getLeaf()) <= source.end(g));
  }

  /** Whether the answer does not need the resource, nor anything that might. */
  private static boolean isHarmless(ExpressionTree answer, Acquired acquired) {
    boolean isPlain = Roots.isPlain(answer) || answer instanceof NewClassTree made && made.getArguments().stream().allMatch(Roots::isPlain);
    return isPlain && (acquired.held().variable() == null || !Roots.names(answer, acquired.held().variable()));
  }

  /** Whether a {@code catch} or {@code finally} between the place and the acquisition still names the resource. */
  private static boolean isWatched(TreePath place, Acquired acquired) {
    for (TreePath at = place; at.getLeaf() != acquired.block() && at.getParentPath() != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof TryTree around && acquired.held().variable() != null) {
        boolean isNamed = around.getCatches().stream().anyMatch(c -> Roots.names(c, acquired.held().variable()))
            || around.getFinallyBlock() != null && Roots.names(around.getFinallyBlock(), acquired.held().variable());
        if (isNamed) {
          return true;
        }
      }
    }
    return false;
  }

  private void before(TreePath place, ReleaseCall release, Draft draft) {
    int start = source.start(place.getLeaf());
    String indent = source.indentAt(start);
    Tree parent = place.getParentPath().getLeaf();
    if ((parent instanceof BlockTree || parent instanceof CaseTree) && source.isFirstInLine(start)) {
      String step = source.unit(source.end(parent) - 1, start);
      draft.edits().insert(start, release.written(indent, step) + "\n" + indent);
    } else if (parent instanceof BlockTree || parent instanceof CaseTree) {
      draft.edits().insert(start, release.written(indent, "  ") + " ");
    } else {
      String unit = source.isFirstInLine(start) ? source.unit(source.start(parent), start) : "  ";
      String outer = source.indentAt(source.start(parent));
      draft.edits().replace(start, source.end(place.getLeaf()), "{\n" + outer + unit + release.written(outer + unit, unit) + "\n"
          + outer + unit + source.of(place.getLeaf()) + "\n" + outer + "}");
    }
  }

  /** Whether all ways to the end of the block lack the release: none of them releases, or leaves without a word. */
  private boolean isOnlyEnd(Acquired acquired, Kind kind) {
    boolean[] returns = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitReturn(ReturnTree answer, Void unused) {
        returns[0] |= answer.getExpression() == null;
        return null;
      }
    }.scan(acquired.after(), null);
    return !returns[0] && Releases.in(acquired.after(), acquired.path().getParentPath(), kind, acquired.held(), drafting.rows())
        .statements().isEmpty();
  }

  private boolean atEnd(BlockTree block, ReleaseCall release, Draft draft) {
    int close = source.end(block) - 1;
    StatementTree last = block.getStatements().get(block.getStatements().size() - 1);
    if (Guards.leaves(last) || !source.isFirstInLine(close)) {
      return false;
    }
    String indent = source.indentAt(source.start(last));
    draft.edits().insert(source.lineStart(close), indent + release.written(indent, source.unit(close, source.start(last))) + "\n");
    return true;
  }
}
