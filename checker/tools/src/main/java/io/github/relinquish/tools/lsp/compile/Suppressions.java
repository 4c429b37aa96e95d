package io.github.relinquish.tools.lsp.compile;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code @SuppressWarnings} around a place, as Error Prone does for its checks. */
final class Suppressions {
  private Suppressions() {}

  /** Whether a declaration around {@code path} suppresses the rule of that name. */
  static boolean around(TreePath path, String rule) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      Optional<ModifiersTree> modifiers = modifiersOf(at.getLeaf());
      if (modifiers.isPresent() && wordsOf(modifiers.get()).contains(rule)) {
        return true;
      }
    }
    return false;
  }

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

  private static List<String> wordsOf(ModifiersTree modifiers) {
    List<String> words = new ArrayList<>();
    annotationIn(modifiers).ifPresent(annotation -> annotation.getArguments().forEach(a -> collect(valueOf(a), words)));
    return words;
  }

  /** The value of {@code value = x}, or x. */
  static ExpressionTree valueOf(ExpressionTree argument) {
    return argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
  }

  private static void collect(ExpressionTree tree, List<String> words) {
    if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      words.add(text);
    } else if (tree instanceof ParenthesizedTree inner) {
      collect(inner.getExpression(), words);
    } else if (tree instanceof NewArrayTree array && array.getInitializers() != null) {
      array.getInitializers().forEach(e -> collect(e, words));
    }
  }
}
