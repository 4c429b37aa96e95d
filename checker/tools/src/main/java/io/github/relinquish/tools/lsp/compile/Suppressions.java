package io.github.relinquish.tools.lsp.compile;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Optional;

/** Finds the {@code @SuppressWarnings} of a declaration. */
final class Suppressions {
  private Suppressions() {}

  /** Of a declaration that can carry a suppression. */
  static Optional<ModifiersTree> modifiersOf(Tree tree) {
    if (tree instanceof VariableTree variable) {
      return Optional.of(variable.getModifiers());
    }
    if (tree instanceof MethodTree method) {
      return Optional.of(method.getModifiers());
    }
    return tree instanceof ClassTree owner ? Optional.of(owner.getModifiers()) : Optional.empty();
  }

  /** The annotation that suppresses; empty where there is none. */
  static Optional<AnnotationTree> annotationIn(ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      String name = annotation.getAnnotationType().toString();
      if (name.equals("SuppressWarnings") || name.equals("java.lang.SuppressWarnings")) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** The value of {@code value = x}, or x. */
  static ExpressionTree valueOf(ExpressionTree argument) {
    return argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
  }
}
