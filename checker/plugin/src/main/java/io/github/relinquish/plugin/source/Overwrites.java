package io.github.relinquish.plugin.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.relinquish.core.graph.Site;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Assignments inside of expressions. In {@code x + (x = 5)} the first {@code x} must be read before the second is written, so
 * it cannot stand for itself.
 */
final class Overwrites {
  /** Reads from {@code from} on, and before {@code assigned}, are too early. */
  private record Span(int from, int assigned) {}

  private final Map<VarSymbol, List<Span>> spans = new IdentityHashMap<>();

  Overwrites(TreePath body, Sites sites) {
    new TreePathScanner<Void, Void>() {
      @Override public Void visitAssignment(AssignmentTree tree, Void unused) {
        enter(tree.getVariable(), getCurrentPath(), sites);
        return super.visitAssignment(tree, null);
      }

      @Override public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        enter(tree.getVariable(), getCurrentPath(), sites);
        return super.visitCompoundAssignment(tree, null);
      }

      @Override public Void visitUnary(UnaryTree tree, Void unused) {
        switch (tree.getKind()) {
          case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
              enter(tree.getExpression(), getCurrentPath(), sites);
          default -> {
            // Every other operator only reads.
          }
        }
        return super.visitUnary(tree, null);
      }
    }.scan(body, null);
  }

  private void enter(Tree assigned, TreePath path, Sites sites) {
    Symbol symbol = TreeInfo.symbol((JCTree) assigned);
    if (!(symbol instanceof VarSymbol variable) || !Captures.isLocal(symbol)
        || path.getParentPath().getLeaf() instanceof ExpressionStatementTree) {
      return;
    }
    TreePath top = path;
    while (top.getParentPath() != null && top.getParentPath().getLeaf() instanceof ExpressionTree) {
      top = top.getParentPath();
    }
    Site whole = sites.of(top.getLeaf());
    Site part = sites.of(path.getLeaf());
    if (whole.start() < part.start()) {
      spans.computeIfAbsent(variable, v -> new ArrayList<>()).add(new Span(whole.start(), part.start()));
    }
  }

  /** Whether the expression around {@code position} writes {@code variable} further on. */
  boolean follow(VarSymbol variable, int position) {
    return spans.getOrDefault(variable, List.of()).stream()
        .anyMatch(s -> s.from() <= position && position < s.assigned());
  }
}
