package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return childrenAreSafe(acquired, held, rest, false);
  }

  /** @param isAnywhere whether a release anywhere in the statements will do */
  boolean childrenAreSafe(Acquired acquired, Held held, List<? extends StatementTree> rest, boolean isAnywhere) {
    List<MethodInvocationTree> children = new ArrayList<>();
    List<BlockTree> finalizers = new ArrayList<>();
    List<StatementTree> all = new ArrayList<>(List.of(acquired.statement()));
    all.addAll(rest);
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (rows.makesChildOf(call, acquired.call()) || held.variable() != null && rows.makesChildOf(call, held)) {
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
    }.scan(all, null);
    return children.stream().allMatch(child -> {
      Symbol name = nameOf(child, all);
      return name != null && (isAnywhere ? all : finalizers).stream().anyMatch(f -> releases(f, name));
    });
  }

  /** The variable that holds what begins at a call; null where there is none. */
  private Symbol nameOf(MethodInvocationTree child, List<StatementTree> statements) {
    Optional<Symbol> given = rows.rowsOf(child).stream().flatMap(r -> r.effects().stream())
        .filter(e -> e instanceof Effect.Begin begin && begin.at().root() == Port.Root.ARGUMENT)
        .flatMap(e -> RowLookup.expressionAt(child, ((Effect.Begin) e).at()).stream()).map(Roots::variableOf)
        .filter(v -> v != null).findFirst();
    Symbol[] found = new Symbol[] {given.orElse(null)};
    new TreeScanner<Void, Void>() {
      @Override public Void visitVariable(VariableTree declared, Void unused) {
        found[0] = declared.getInitializer() != null && Roots.bare(declared.getInitializer()) == child ? ASTHelpers.getSymbol(declared) : found[0];
        return super.visitVariable(declared, unused);
      }

      @Override public Void visitAssignment(AssignmentTree assigned, Void unused) {
        found[0] = Roots.bare(assigned.getExpression()) == child ? ASTHelpers.getSymbol(assigned.getVariable()) : found[0];
        return super.visitAssignment(assigned, unused);
      }
    }.scan(statements, null);
    return found[0];
  }

  private boolean releases(Tree finalizer, Symbol name) {
    Held child = new Held(name.getSimpleName().toString(), name, name.type, true);
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        found[0] |= rows.releasesAny(call, child);
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(finalizer, null);
    return found[0];
  }
}
