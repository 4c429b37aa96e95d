package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import io.github.relinquish.core.protocol.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The statements that give one resource back by hand, and what else in the same code might. */
final class Releases {
  /** Calls into each other's bodies that are looked into. */
  private static final int DEPTH = 3;

  private final List<TreePath> statements = new ArrayList<>();
  private boolean mayHappenElsewhere;
  private boolean changesHandle;

  private Releases() {}

  /** Those in the trees, which stand in {@code around}. */
  static Releases in(List<? extends Tree> trees, TreePath around, Kind kind, Held held, RowLookup rows) {
    return in(trees, around, kind, held, rows, DEPTH);
  }

  private static Releases in(List<? extends Tree> trees, TreePath around, Kind kind, Held held, RowLookup rows, int depth) {
    Releases found = new Releases();
    found.changesHandle = held.variable() != null && trees.stream().anyMatch(t -> Roots.writesInto(t, held.variable()));
    trees.forEach(tree -> new Scanner(found, kind, held, rows, depth).scan(new TreePath(around, tree), null));
    return found;
  }

  List<TreePath> statements() {
    return statements;
  }

  /** Whether a closure or a call of code of one's own could release it too. */
  boolean mayHappenElsewhere() {
    return mayHappenElsewhere;
  }

  /** Whether the fields of the handle are written here: what is released afterwards would be something else. */
  boolean changesHandle() {
    return changesHandle;
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final Releases found;
    private final Kind kind;
    private final Held held;
    private final RowLookup rows;
    private final int depth;

    Scanner(Releases found, Kind kind, Held held, RowLookup rows, int depth) {
      this.depth = depth;
      this.found = found;
      this.kind = kind;
      this.held = held;
      this.rows = rows;
    }

    @Override public Void visitExpressionStatement(ExpressionStatementTree statement, Void unused) {
      if (rows.releases(statement.getExpression(), kind, held)) {
        found.statements.add(getCurrentPath());
        return null;
      }
      return super.visitExpressionStatement(statement, unused);
    }

    @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      boolean isGiven = call.getArguments().stream().anyMatch(this::isHeld);
      found.changesHandle |= isGiven && calleeWrites(call);
      found.mayHappenElsewhere |= rows.releases(call, kind, held) || isGiven && rows.rowsOf(call).isEmpty() && !onlyLooks(call);
      return super.visitMethodInvocation(call, unused);
    }

    /** Whether the callee stands in this file, and neither releases what it is given nor keeps it or hands it on. */
    private boolean onlyLooks(MethodInvocationTree call) {
      MethodTree callee = depth > 0 ? ASTHelpers.findMethod(ASTHelpers.getSymbol(call), rows.state()) : null;
      if (callee == null || callee.getBody() == null || ASTHelpers.getSymbol(call).isVarArgs() || !isFixed(callee)) {
        return false;
      }
      for (int i = 0; i < call.getArguments().size(); i++) {
        if (isHeld(call.getArguments().get(i))) {
          Symbol parameter = ASTHelpers.getSymbol(callee.getParameters().get(i));
          Releases inside = in(callee.getBody().getStatements(), getCurrentPath(), kind,
              new Held(parameter.getSimpleName().toString(), parameter, parameter.type, true), rows, depth - 1);
          boolean isQuiet = inside.statements.isEmpty() && !inside.mayHappenElsewhere && !Roots.passesOn(callee.getBody(), parameter);
          if (!isQuiet) {
            return false;
          }
        }
      }
      return true;
    }

    /** Nobody overrides it. */
    private static boolean isFixed(MethodTree method) {
      Symbol symbol = ASTHelpers.getSymbol(method);
      return symbol.isStatic() || symbol.isPrivate() || symbol.getModifiers().contains(Modifier.FINAL)
          || symbol.owner.getModifiers().contains(Modifier.FINAL);
    }

    private boolean calleeWrites(MethodInvocationTree call) {
      MethodTree callee = ASTHelpers.findMethod(ASTHelpers.getSymbol(call), rows.state());
      return callee != null && callee.getBody() != null && callee.getParameters().stream()
          .anyMatch(p -> Roots.writesInto(callee.getBody(), ASTHelpers.getSymbol(p)));
    }

    @Override public Void visitNewClass(NewClassTree made, Void unused) {
      found.mayHappenElsewhere |= made.getArguments().stream().anyMatch(this::isHeld);
      return super.visitNewClass(made, unused);
    }

    @Override public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
      found.mayHappenElsewhere |= held.variable() != null && Roots.names(lambda, held.variable());
      return null;
    }

    @Override public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
      found.mayHappenElsewhere |= isHeld(reference.getQualifierExpression());
      return null;
    }

    @Override public Void visitClass(ClassTree inner, Void unused) {
      found.mayHappenElsewhere |= held.variable() != null && Roots.names(inner, held.variable());
      return null;
    }

    private boolean isHeld(ExpressionTree expression) {
      return held.variable() != null && held.is(ASTHelpers.getSymbol(Roots.bare(expression)));
    }
  }
}
