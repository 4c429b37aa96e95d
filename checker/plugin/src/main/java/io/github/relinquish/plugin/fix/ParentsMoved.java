package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import io.github.relinquish.core.protocol.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;

/**
 * The releases of what a resource was made from that stand in the way when its own release goes into a {@code finally}: they
 * follow it there. That is right where the method made them, and gives them back at the end of its block in any case.
 *
 * @param calls the releases at the end of the block, as statements of one line each
 * @param gone all statements that go for that
 */
record ParentsMoved(List<String> calls, List<TreePath> gone) {
  /** Those in {@code rest}; empty where one of them might not be due on every way. */
  static Optional<ParentsMoved> behind(Acquired acquired, Held held, Kind kind, List<? extends StatementTree> rest, Drafting drafting) {
    List<Held> parents = Family.parents(acquired);
    Search search = new Search(acquired, held, kind, parents, drafting);
    int first = rest.size();
    while (first > 0 && search.takesLast(rest.get(first - 1), first == rest.size())) {
      first--;
    }
    boolean areOwn = !search.due.isEmpty() && search.due.stream().allMatch(p -> p.variable().getKind() == ElementKind.LOCAL_VARIABLE)
        && parents.stream().allMatch(p -> search.due.contains(p) || !search.isReleasedIn(p, rest));
    if (!areOwn || search.due.stream().anyMatch(p -> search.isKept(p, rest) || search.isReleasedElsewhere(p))) {
      return Optional.empty();
    }
    for (StatementTree statement : rest.subList(0, first)) {
      if (!search.takesInner(statement)) {
        return Optional.empty();
      }
    }
    return Optional.of(new ParentsMoved(search.calls, search.gone));
  }

  /** All that goes, with other statements that do not stand in them. */
  List<TreePath> with(List<TreePath> others) {
    List<TreePath> all = new ArrayList<>(gone);
    others.stream().filter(o -> gone.stream().noneMatch(g -> isIn(o, g.getLeaf()))).forEach(all::add);
    return all;
  }

  private static boolean isIn(TreePath path, Tree around) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() == around) {
        return true;
      }
    }
    return false;
  }

  private static final class Search {
    private final Acquired acquired;
    private final Held held;
    private final Kind kind;
    private final List<Held> parents;
    private final Drafting drafting;
    private final Set<Held> due = new LinkedHashSet<>();
    private final List<String> calls = new ArrayList<>();
    private final List<TreePath> gone = new ArrayList<>();

    Search(Acquired acquired, Held held, Kind kind, List<Held> parents, Drafting drafting) {
      this.acquired = acquired;
      this.held = held;
      this.kind = kind;
      this.parents = parents;
      this.drafting = drafting;
    }

    /** Whether a statement at the end of the block is a release, or the exit behind the releases. */
    boolean takesLast(StatementTree statement, boolean isVeryLast) {
      if (statement instanceof ReturnTree answer && isVeryLast) {
        return answer.getExpression() == null || parents.stream().noneMatch(p -> Roots.names(answer, p.variable()));
      }
      if (isOwnRelease(statement)) {
        return true;
      }
      if (statement instanceof TryTree around && around.getCatches().isEmpty() && around.getResources().isEmpty()
          && around.getFinallyBlock() != null && around.getBlock().getStatements().stream().allMatch(this::isOwnRelease)) {
        List<? extends StatementTree> inside = around.getFinallyBlock().getStatements();
        return !inside.isEmpty() && inside.stream().allMatch(s -> released(s).isPresent()) && takes(inside, statement);
      }
      return released(statement).isPresent() && takes(List.of(statement), statement);
    }

    private boolean takes(List<? extends StatementTree> releases, StatementTree whole) {
      List<String> texts = releases.stream().map(drafting.source()::of).toList();
      releases.forEach(s -> due.add(released(s).orElseThrow()));
      calls.addAll(0, texts);
      gone.add(new TreePath(acquired.path().getParentPath(), whole));
      return texts.stream().noneMatch(t -> t.contains("\n"));
    }

    private boolean isOwnRelease(StatementTree statement) {
      return statement instanceof ExpressionStatementTree it && drafting.rows().releases(it.getExpression(), kind, held);
    }

    private Optional<Held> released(StatementTree statement) {
      return parents.stream().filter(p -> statement instanceof ExpressionStatementTree it
          && it.getExpression() instanceof MethodInvocationTree && drafting.rows().releasesAny(it.getExpression(), p)).findFirst();
    }

    /** Whether all releases further up are statements of their own: what follows them leaves, or they would have been two. */
    boolean takesInner(StatementTree statement) {
      boolean[] isOther = new boolean[1];
      new TreePathScanner<Void, Void>() {
        @Override public Void visitExpressionStatement(ExpressionStatementTree it, Void unused) {
          if (released(it).isPresent() && getCurrentPath().getParentPath().getLeaf() instanceof BlockTree) {
            gone.add(getCurrentPath());
            return null;
          }
          return super.visitExpressionStatement(it, unused);
        }

        @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
          isOther[0] |= parents.stream().anyMatch(p -> drafting.rows().releasesAny(call, p));
          return super.visitMethodInvocation(call, unused);
        }
      }.scan(new TreePath(acquired.path().getParentPath(), statement), null);
      return !isOther[0];
    }

    boolean isReleasedIn(Held parent, List<? extends StatementTree> rest) {
      boolean[] found = new boolean[1];
      new TreeScanner<Void, Void>() {
        @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
          found[0] |= drafting.rows().releasesAny(call, parent);
          return super.visitMethodInvocation(call, unused);
        }
      }.scan(rest, null);
      return found[0];
    }

    /** Whether it is given away, changed, or known to code that may run at another time. */
    boolean isKept(Held parent, List<? extends StatementTree> rest) {
      boolean[] found = new boolean[1];
      new TreeScanner<Void, Void>() {
        @Override public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
          found[0] |= Roots.names(lambda, parent.variable());
          return null;
        }

        @Override public Void visitClass(ClassTree inner, Void unused) {
          found[0] |= Roots.names(inner, parent.variable());
          return null;
        }

        @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
          found[0] |= drafting.rows().rowsOf(call).isEmpty()
              && call.getArguments().stream().anyMatch(a -> parent.is(ASTHelpers.getSymbol(Roots.bare(a))));
          return super.visitMethodInvocation(call, unused);
        }
      }.scan(rest, null);
      return found[0] || rest.stream().anyMatch(s -> Roots.assigns(s, parent.variable()) || Roots.passesOn(s, parent.variable()));
    }

    /** Whether code behind the block releases it: handlers around it, or what follows on them. */
    boolean isReleasedElsewhere(Held parent) {
      TreePath body = acquired.path();
      while (!(body.getLeaf() instanceof MethodTree || body.getLeaf() instanceof LambdaExpressionTree || body.getLeaf() instanceof ClassTree)) {
        body = body.getParentPath();
      }
      int end = drafting.source().end(acquired.block());
      boolean[] found = new boolean[1];
      new TreeScanner<Void, Void>() {
        @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
          found[0] |= drafting.source().start(call) >= end && drafting.rows().releasesAny(call, parent);
          return super.visitMethodInvocation(call, unused);
        }
      }.scan(body.getLeaf(), null);
      return found[0];
    }
  }
}
