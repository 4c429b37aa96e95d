package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import io.github.relinquish.core.protocol.Kind;
import java.util.List;
import java.util.Optional;

/** Brings calls into the order that the resources need. */
final class Reordering {
  private final Drafting drafting;
  private final SourceText source;

  Reordering(Drafting drafting) {
    this.drafting = drafting;
    this.source = drafting.source();
  }

  /** Moves the wrong call behind the release of the resource that still depends on it. */
  Optional<Draft> callDown(TreePath call, Kind kind, String resource) {
    TreePath statement = statementOf(call);
    Held held = named(resource, call);
    if (statement == null || held == null || !(statement.getParentPath().getLeaf() instanceof BlockTree block)) {
      return Optional.empty();
    }
    int index = block.getStatements().indexOf((StatementTree) statement.getLeaf());
    List<? extends StatementTree> after = block.getStatements().subList(index + 1, block.getStatements().size());
    for (StatementTree next : after) {
      if (!releasesIn(List.of(next), statement.getParentPath(), kind, held).isEmpty()) {
        return after.get(0) == next ? behind(statement, next) : ahead(statement, after, next, held);
      }
    }
    return after.isEmpty() ? swapped(statement, block, kind, held) : Optional.empty();
  }

  private List<TreePath> releasesIn(List<? extends Tree> trees, TreePath around, Kind kind, Held held) {
    return Releases.in(trees, around, kind, held, drafting.rows()).statements();
  }

  /** The release comes first; the call follows even when the release throws. */
  private Optional<Draft> behind(TreePath statement, StatementTree release) {
    Tree call = statement.getLeaf();
    int start = source.start(call);
    int end = source.endOfLineAfter(source.end(call));
    String unit = source.unit(source.end(statement.getParentPath().getLeaf()) - 1, start);
    int behind = source.endOfLineAfter(source.end(release));
    boolean isOnLines = source.isFirstInLine(start) && source.isFirstInLine(source.start(release)) && end > source.end(call)
        && behind > source.end(release);
    if (!isOnLines) {
      return Optional.empty();
    }
    Draft draft = drafting.draft();
    int from = source.lineStart(start);
    String moved = source.text().substring(from, end);
    String kept = source.text().substring(end, behind);
    if (drafting.removal(draft).raises(release)) {
      String indent = source.indentAt(start);
      moved = indent + "} finally {\n" + SourceText.indented(moved, unit) + indent + "}\n";
      kept = indent + "try {\n" + SourceText.indented(kept, unit);
    }
    draft.edits().replace(from, behind, kept + moved);
    return Optional.of(draft);
  }

  /** The release moves up to the call where nothing between them has to do with the resource. */
  private Optional<Draft> ahead(TreePath statement, List<? extends StatementTree> after, StatementTree release, Held held) {
    Tree call = statement.getLeaf();
    int start = source.start(call);
    int gone = source.lineStart(source.start(release));
    int behind = source.endOfLineAfter(source.end(release));
    boolean isFree = after.stream().takeWhile(s -> s != release).noneMatch(s -> Roots.names(s, held.variable()) || Guards.mayLeave(s));
    boolean isOnLines = source.isFirstInLine(start) && source.isFirstInLine(source.start(release)) && behind > source.end(release)
        && source.text().substring(source.end(release), behind).isBlank();
    Draft draft = drafting.draft();
    if (!isFree || !isOnLines || drafting.removal(draft).raises(release)) {
      return Optional.empty();
    }
    draft.edits().insert(start, source.of(release) + "\n" + source.indentAt(start));
    draft.edits().replace(gone, behind, "");
    return Optional.of(draft);
  }

  /** {@code try { call } finally { release }} becomes {@code try { release } finally { call }}. */
  private Optional<Draft> swapped(TreePath statement, BlockTree block, Kind kind, Held held) {
    if (!(statement.getParentPath().getParentPath().getLeaf() instanceof TryTree around) || around.getBlock() != block
        || around.getFinallyBlock() == null || !around.getCatches().isEmpty() || block.getStatements().size() != 1
        || around.getFinallyBlock().getStatements().size() != 1
        || releasesIn(around.getFinallyBlock().getStatements(), statement.getParentPath().getParentPath(), kind, held).isEmpty()) {
      return Optional.empty();
    }
    Draft draft = drafting.draft();
    swap(block, around.getFinallyBlock(), draft);
    return Optional.of(draft);
  }

  private void swap(BlockTree one, BlockTree other, Draft draft) {
    draft.edits().replace(source.start(one) + 1, source.end(one) - 1, inside(other));
    draft.edits().replace(source.start(other) + 1, source.end(other) - 1, inside(one));
  }

  private String inside(BlockTree block) {
    return source.text().substring(source.start(block) + 1, source.end(block) - 1);
  }

  /** Moves a release that stands before a use behind everything that follows. */
  Optional<Draft> releaseDown(TreePath use, Kind kind, String resource) {
    Held held = named(resource, use);
    for (TreePath at = use; held != null && at.getParentPath() != null; at = at.getParentPath()) {
      if (at.getParentPath().getLeaf() instanceof BlockTree block && at.getLeaf() instanceof StatementTree statement) {
        int index = block.getStatements().indexOf(statement);
        for (int i = index - 1; i >= 0; i--) {
          if (isRelease(block.getStatements().get(i), kind, held)) {
            return down(new TreePath(at.getParentPath(), block.getStatements().get(i)), block, i, kind, held);
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isRelease(StatementTree statement, Kind kind, Held held) {
    return statement instanceof ExpressionStatementTree call && drafting.rows().releases(call.getExpression(), kind, held);
  }

  private Optional<Draft> down(TreePath release, BlockTree block, int index, Kind kind, Held held) {
    List<? extends StatementTree> rest = block.getStatements().subList(index + 1, block.getStatements().size());
    boolean isOnce = releasesIn(rest, release.getParentPath(), kind, held).isEmpty() && rest.stream().noneMatch(s -> Roots.assigns(s, held.variable()));
    int start = source.start(release.getLeaf());
    int from = source.endOfLineAfter(source.end(release.getLeaf()));
    boolean isWholeLine = source.isFirstInLine(start) && source.text().substring(source.end(release.getLeaf()), from).isBlank();
    if (!isOnce || !isWholeLine) {
      return Optional.empty();
    }
    String call = source.of(release.getLeaf());
    ReleaseCall again = new ReleaseCall(call.substring(0, call.length() - 1), "", List.of(), List.of(), List.of());
    Draft draft = drafting.draft();
    boolean isDone = new TryAround(source, draft.edits()).releasing(block, from, again);
    draft.edits().replace(source.lineStart(start), from, "");
    return isDone ? Optional.of(draft) : Optional.empty();
  }

  /** Takes the first of two releases away, so that the second is the only one on every path. */
  Optional<Draft> onlyOnce(TreePath second, Kind kind, String resource) {
    Held held = named(resource, second);
    TreePath statement = statementOf(second);
    if (held == null || statement == null) {
      return Optional.empty();
    }
    Draft draft = drafting.draft();
    for (TreePath at = statement; at.getParentPath() != null; at = at.getParentPath()) {
      if (at.getParentPath().getLeaf() instanceof TryTree around && around.getFinallyBlock() == at.getLeaf()) {
        List<Tree> guarded = new java.util.ArrayList<>(around.getCatches());
        guarded.add(0, around.getBlock());
        List<TreePath> first = releasesIn(guarded, at.getParentPath(), kind, held);
        boolean isDone = !first.isEmpty() && first.stream().allMatch(f -> drafting.removal(draft).remove(f, held.variable()));
        return isDone ? Optional.of(draft) : Optional.empty();
      }
      boolean isRepeated = at.getParentPath().getLeaf() instanceof BlockTree block && block.getStatements().stream()
          .takeWhile(s -> s != statement.getLeaf() && source.end(s) <= source.start(statement.getLeaf()))
          .anyMatch(s -> isRelease(s, kind, held));
      if (isRepeated) {
        return drafting.removal(draft).remove(statement, held.variable()) ? Optional.of(draft) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static TreePath statementOf(TreePath call) {
    TreePath parent = call.getParentPath();
    return call.getLeaf() instanceof ExpressionStatementTree ? call : parent.getLeaf() instanceof ExpressionStatementTree ? parent : null;
  }

  /** The variable of that name that is declared nearest before the place; null where there is none. */
  private Held named(String resource, TreePath at) {
    if (resource.isEmpty()) {
      return null;
    }
    Symbol[] found = new Symbol[1];
    int place = source.start(at.getLeaf());
    new TreePathScanner<Void, Void>() {
      @Override public Void visitVariable(VariableTree variable, Void unused) {
        Symbol symbol = ASTHelpers.getSymbol(variable);
        if (variable.getName().contentEquals(resource) && (source.start(variable) < place || !Roots.isLocal(symbol))
            && isAround(getCurrentPath().getParentPath().getLeaf(), place)) {
          found[0] = found[0] == null || Roots.isLocal(symbol) ? symbol : found[0];
        }
        return super.visitVariable(variable, unused);
      }
    }.scan(at.getCompilationUnit(), null);
    return found[0] == null ? null : new Held(resource, found[0], found[0].type, false);
  }

  private boolean isAround(Tree tree, int place) {
    return source.start(tree) <= place && place <= source.end(tree);
  }
}
