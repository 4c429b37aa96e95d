package io.github.relinquish.plugin.fix;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayList;
import java.util.List;

/** What a resource was made from must outlive it, what was made from it must not: a release that is moved has to keep that. */
final class Family {
  private final RowLookup rows;

  Family(RowLookup rows) {
    this.rows = rows;
  }

  /**
   * How many of the statements may stand in front of the resource's release: all, or those before the last ones that release
   * what it was made from; -1 where such a release stands elsewhere.
   */
  int countBeforeParents(Acquired acquired, List<? extends StatementTree> rest) {
    List<Held> parents = parents(acquired);
    int count = rest.size();
    while (count > 0 && rest.get(count - 1) instanceof ExpressionStatementTree last && releases(last.getExpression(), parents)) {
      count--;
    }
    boolean[] isElsewhere = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        isElsewhere[0] |= releases(call, parents);
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(rest.subList(0, count), null);
    return isElsewhere[0] ? -1 : count;
  }

  private boolean releases(Tree call, List<Held> parents) {
    return parents.stream().anyMatch(p -> rows.releasesAny(call, p));
  }

  private static List<Held> parents(Acquired acquired) {
    List<Held> parents = new ArrayList<>();
    if (acquired.begin().isPresent()) {
      for (Port port : acquired.begin().get().parents().values()) {
        RowLookup.expressionAt(acquired.call(), port).map(Roots::variableOf)
            .ifPresent(v -> parents.add(new Held(v.getSimpleName().toString(), v, v.type, false)));
      }
    }
    return parents;
  }

  /** Whether everything that is made from {@code held}, in passing or in the statements, is given back in a {@code finally} there. */
  boolean childrenAreSafe(Acquired acquired, Held held, List<? extends StatementTree> rest) {
    List<ExpressionTree> children = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (rows.makesChildOf(call, acquired.call())) {
          children.add(call);
        }
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(acquired.statement(), null);
    List<BlockTree> finalizers = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (held.variable() != null && rows.makesChildOf(call, held)) {
          children.add(call);
        }
        return super.visitMethodInvocation(call, unused);
      }

      @Override public Void visitTry(TryTree around, Void unused) {
        if (around.getFinallyBlock() != null) {
          finalizers.add(around.getFinallyBlock());
        }
        return super.visitTry(around, unused);
      }
    }.scan(rest, null);
    return children.isEmpty() || finalizers.stream().anyMatch(f -> releasesOther(f, held.variable()));
  }

  private boolean releasesOther(BlockTree finalizer, Symbol own) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        boolean isRelease = rows.rowsOf(call).stream().flatMap(r -> r.effects().stream())
            .anyMatch(e -> e instanceof Effect.Release release
                && RowLookup.expressionAt(call, release.of()).map(Roots::variableOf).filter(v -> own == null || !v.equals(own)).isPresent());
        found[0] |= isRelease;
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(finalizer, null);
    return found[0];
  }
}
