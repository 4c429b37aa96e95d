package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import javax.lang.model.element.ElementKind;

/** Questions about trees: which variable they start from, whether they name one. */
final class Roots {
  private Roots() {}

  /** The variable that {@code v}, {@code v.field}, {@code v.getValue()} and casts of them start from; null where there is none. */
  static Symbol variableOf(ExpressionTree expression) {
    Tree at = expression;
    while (true) {
      if (at instanceof ParenthesizedTree around) {
        at = around.getExpression();
      } else if (at instanceof TypeCastTree cast) {
        at = cast.getExpression();
      } else if (at instanceof MethodInvocationTree call && call.getArguments().isEmpty() && ASTHelpers.getReceiver(call) != null) {
        at = ASTHelpers.getReceiver(call);
      } else if (at instanceof MemberSelectTree select && !(ASTHelpers.getSymbol(select) instanceof VarSymbol field && field.isStatic())
          && !isThis(select.getExpression())) {
        at = select.getExpression();
      } else {
        return ASTHelpers.getSymbol(at) instanceof VarSymbol variable ? variable : null;
      }
    }
  }

  private static boolean isThis(ExpressionTree expression) {
    return expression instanceof IdentifierTree name && name.getName().contentEquals("this");
  }

  static ExpressionTree bare(ExpressionTree expression) {
    ExpressionTree at = expression;
    while (at instanceof ParenthesizedTree || at instanceof TypeCastTree) {
      at = at instanceof ParenthesizedTree around ? around.getExpression() : ((TypeCastTree) at).getExpression();
    }
    return at;
  }

  static boolean isLocal(Symbol symbol) {
    return symbol != null && (symbol.getKind() == ElementKind.LOCAL_VARIABLE || symbol.getKind() == ElementKind.PARAMETER
        || symbol.getKind() == ElementKind.RESOURCE_VARIABLE);
  }

  /** Whether {@code tree} names {@code variable} anywhere. */
  static boolean names(Tree tree, Symbol variable) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitIdentifier(IdentifierTree name, Void unused) {
        found[0] |= variable.equals(ASTHelpers.getSymbol(name));
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }

  /** Whether {@code tree} has {@code inner} in it. */
  static boolean contains(Tree tree, Tree inner) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void scan(Tree at, Void unused) {
        found[0] |= at == inner;
        return super.scan(at, null);
      }
    }.scan(tree, null);
    return found[0];
  }

  /** Whether {@code tree} gives {@code variable} another value. */
  static boolean assigns(Tree tree, Symbol variable) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitAssignment(AssignmentTree assignment, Void unused) {
        found[0] |= variable.equals(ASTHelpers.getSymbol(assignment.getVariable()));
        return super.visitAssignment(assignment, null);
      }
    }.scan(tree, null);
    return found[0];
  }

  /** Whether {@code tree} gives the value of {@code variable} another name or answers it. */
  static boolean passesOn(Tree tree, Symbol variable) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitAssignment(AssignmentTree assignment, Void unused) {
        note(assignment.getExpression());
        return super.visitAssignment(assignment, unused);
      }

      @Override public Void visitVariable(VariableTree declared, Void unused) {
        note(declared.getInitializer());
        return super.visitVariable(declared, unused);
      }

      @Override public Void visitReturn(ReturnTree answer, Void unused) {
        note(answer.getExpression());
        return super.visitReturn(answer, unused);
      }

      private void note(ExpressionTree value) {
        found[0] |= value != null && isPlain(value) && names(value, variable);
      }
    }.scan(tree, null);
    return found[0];
  }

  /** Whether evaluating {@code tree} can do anything but answer. */
  static boolean isPlain(Tree tree) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void scan(Tree at, Void unused) {
        if (at != null) {
          switch (at.getKind()) {
            case METHOD_INVOCATION, ASSIGNMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT, PREFIX_INCREMENT, PREFIX_DECREMENT,
                LAMBDA_EXPRESSION, SWITCH_EXPRESSION -> found[0] = true;
            default -> { }
          }
        }
        return super.scan(at, null);
      }
    }.scan(tree, null);
    return !found[0];
  }

  /** Whether {@code tree} writes into a field of what {@code variable} names. */
  static boolean writesInto(Tree tree, Symbol variable) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitAssignment(AssignmentTree assignment, Void unused) {
        found[0] |= assignment.getVariable() instanceof MemberSelectTree field && variable.equals(variableOf(field.getExpression()));
        return super.visitAssignment(assignment, unused);
      }
    }.scan(tree, null);
    return found[0];
  }
}
