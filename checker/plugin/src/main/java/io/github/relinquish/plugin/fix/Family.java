package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return releaseWithin(rest.subList(0, count), parents) ? countBeforeFirst(acquired, rest, parents) : count;
  }

  private boolean releaseWithin(List<? extends StatementTree> statements, List<Held> parents) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        found[0] |= releases(call, parents);
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(statements, null);
    return found[0];
  }

  /** More than releases of parents stands behind: it must not need what would then be inside of a block. */
  private int countBeforeFirst(Acquired acquired, List<? extends StatementTree> rest, List<Held> parents) {
    int first = 0;
    while (first < rest.size() && !(rest.get(first) instanceof ExpressionStatementTree it && releases(it.getExpression(), parents))) {
      first++;
    }
    List<? extends StatementTree> before = rest.subList(0, first);
    Held held = acquired.held();
    List<Symbol> inner = new ArrayList<>();
    before.stream().filter(s -> s instanceof VariableTree).forEach(s -> inner.add(ASTHelpers.getSymbol(s)));
    boolean isNeeded = rest.subList(first, rest.size()).stream().anyMatch(s -> inner.stream().anyMatch(v -> Roots.names(s, v))
        || held.variable() != null && Roots.names(s, held.variable())
            && !(s instanceof ExpressionStatementTree it && rows.releasesAny(it.getExpression(), held)));
    return first == rest.size() || isNeeded || releaseWithin(before, parents) ? -1 : first;
  }

  private static List<Symbol> given(MethodInvocationTree call) {
    return call.getArguments().stream().map(Roots::variableOf).filter(v -> v != null).toList();
  }

  private boolean releases(Tree call, List<Held> parents) {
    return parents.stream().anyMatch(p -> rows.releasesAny(call, p));
  }

  /** The variables that hold what the resource was made from; where no row tells, all that the call is given. */
  static List<Held> parents(Acquired acquired) {
    List<Held> parents = new ArrayList<>();
    if (acquired.begin().isEmpty() && acquired.call() instanceof MethodInvocationTree call) {
      given(call).stream().filter(v -> !acquired.held().is(v))
          .forEach(v -> parents.add(new Held(v.getSimpleName().toString(), v, v.type, false)));
    }
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
    List<MethodInvocationTree> unknown = new ArrayList<>();
    List<BlockTree> finalizers = new ArrayList<>();
    List<StatementTree> all = new ArrayList<>(List.of(acquired.statement()));
    all.addAll(rest);
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (rows.makesChildOf(call, acquired.call()) || held.variable() != null && rows.makesChildOf(call, held)) {
          children.add(call);
        } else if (call != acquired.call() && held.variable() != null && rows.rowsOf(call).isEmpty() && given(call).contains(held.variable())) {
          unknown.add(call);
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
    List<? extends Tree> places = isAnywhere ? all : finalizers;
    return children.stream().allMatch(child -> isSafe(child, nameOf(child, all), places, all))
        && unknown.stream().allMatch(call -> perhapsMade(call, held, all).allMatch(name -> isSafe(call, name, places, all)));
  }

  private boolean isSafe(MethodInvocationTree child, Symbol name, List<? extends Tree> places, List<StatementTree> all) {
    return name != null && (places.stream().anyMatch(f -> releases(f, name)) || isReleasedStraight(child, name, all));
  }

  /** What a call that no row tells of may have made from the resource: whatever it is given or answers that is released in the statements. */
  private Stream<Symbol> perhapsMade(MethodInvocationTree call, Held held, List<StatementTree> statements) {
    List<Symbol> names = new ArrayList<>(given(call));
    names.add(answerOf(call, statements));
    return names.stream().filter(n -> n != null && !held.is(n) && statements.stream().anyMatch(s -> releases(s, n)));
  }

  /** Whether the release follows on the making with nothing between them that leaves, but where it failed, or throws what has to be declared. */
  private boolean isReleasedStraight(MethodInvocationTree child, Symbol name, List<StatementTree> statements) {
    boolean isMade = false;
    for (StatementTree statement : statements) {
      if (isMade && releasesFirst(statement, name)) {
        return true;
      }
      if (isMade && !asksFor(statement, child, statements) && (Guards.mayLeave(statement) || raises(statement))) {
        return false;
      }
      isMade |= Roots.contains(statement, child);
    }
    return false;
  }

  private boolean asksFor(StatementTree statement, MethodInvocationTree child, List<StatementTree> statements) {
    Symbol answer = answerOf(child, statements);
    return answer != null && statement instanceof IfTree guard && guard.getElseStatement() == null && Guards.leaves(guard.getThenStatement())
        && Roots.names(guard.getCondition(), answer);
  }

  private boolean releasesFirst(StatementTree statement, Symbol name) {
    StatementTree first = statement instanceof TryTree around && around.getResources().isEmpty() && !around.getBlock().getStatements().isEmpty()
        ? around.getBlock().getStatements().get(0) : statement;
    return first instanceof ExpressionStatementTree && releases(first, name);
  }

  private boolean raises(Tree tree) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void scan(Tree at, Void unused) {
        boolean isCall = at instanceof MethodInvocationTree || at instanceof NewClassTree;
        found[0] |= isCall && ASTHelpers.getSymbol(at) instanceof MethodSymbol called
            && called.getThrownTypes().stream().anyMatch(t -> ASTHelpers.isCheckedExceptionType(t, rows.state()));
        return super.scan(at, null);
      }
    }.scan(tree, null);
    return found[0];
  }

  /** The variable that holds what begins at a call; null where there is none. */
  private Symbol nameOf(MethodInvocationTree child, List<StatementTree> statements) {
    Optional<Symbol> given = rows.rowsOf(child).stream().flatMap(r -> r.effects().stream())
        .filter(e -> e instanceof Effect.Begin begin && begin.at().root() == Port.Root.ARGUMENT)
        .flatMap(e -> RowLookup.expressionAt(child, ((Effect.Begin) e).at()).stream()).map(Roots::variableOf)
        .filter(v -> v != null).findFirst();
    return given.orElseGet(() -> answerOf(child, statements));
  }

  /** The variable that takes the answer of a call; null where there is none. */
  private static Symbol answerOf(MethodInvocationTree child, List<StatementTree> statements) {
    Symbol[] found = new Symbol[1];
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
