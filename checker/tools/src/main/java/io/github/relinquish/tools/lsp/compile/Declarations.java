package io.github.relinquish.tools.lsp.compile;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.tree.JCTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Parses one text, and nothing else, for the declaration around a place: where a suppression goes. */
public final class Declarations {
  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;

  /** Parses; broken code is read as far as javac understands it. */
  public Declarations(Path file, String text) {
    this.text = text;
    JavacTask task = (JavacTask) JavacTool.create().getTask(
        null, null, diagnostic -> { }, List.of("-proc:none"), null, List.of(new Unit(file, text)));
    try {
      unit = task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    positions = Trees.instance(task).getSourcePositions();
  }

  /**
   * One replacement.
   *
   * @param from where it begins
   * @param to behind its end
   * @param text what stands there then
   * @param what the declaration that is changed, {@code method open}
   */
  public record Suppression(int from, int to, String text, String what) {}

  /** What makes the innermost declaration around a place suppress a rule; empty where there is none. */
  public Optional<Suppression> suppress(String rule, int offset) {
    TreePath[] found = new TreePath[1];
    new TreePathScanner<Void, Void>() {
      @Override public Void scan(Tree tree, Void unused) {
        if (tree == null || !isAround(tree, offset)) {
          return null;
        }
        TreePath path = getCurrentPath() == null ? new TreePath(unit) : new TreePath(getCurrentPath(), tree);
        if (canCarry(path)) {
          found[0] = path;
        }
        return super.scan(tree, null);
      }
    }.scan(unit, null);
    return Optional.ofNullable(found[0]).map(path -> suppression(path.getLeaf(), rule));
  }

  private boolean isAround(Tree tree, int offset) {
    return tree == unit || positions.getStartPosition(unit, tree) <= offset && offset < positions.getEndPosition(unit, tree);
  }

  private static boolean canCarry(TreePath path) {
    Tree tree = path.getLeaf();
    Tree parent = path.getParentPath() == null ? null : path.getParentPath().getLeaf();
    if (tree instanceof VariableTree) {
      boolean isConstant = (((JCTree.JCVariableDecl) tree).mods.flags & Flags.ENUM) != 0;
      return !isConstant && (parent instanceof BlockTree || parent instanceof ClassTree || parent instanceof CaseTree);
    }
    return tree instanceof MethodTree || tree instanceof ClassTree && !(parent instanceof NewClassTree);
  }

  private Suppression suppression(Tree declaration, String rule) {
    String what = nameOf(declaration);
    Optional<AnnotationTree> old = Suppressions.modifiersOf(declaration).flatMap(Suppressions::annotationIn);
    if (old.isPresent() && !old.get().getArguments().isEmpty()) {
      return extended(Suppressions.valueOf(old.get().getArguments().get(0)), rule, what);
    }
    int start = (int) positions.getStartPosition(unit, declaration);
    int line = text.lastIndexOf('\n', start - 1) + 1;
    String before = text.substring(line, start);
    String annotation = "@SuppressWarnings(\"" + rule + "\")";
    String gap = before.isBlank() ? (text.contains("\r\n") ? "\r\n" : "\n") + before : " ";
    return new Suppression(start, start, annotation + gap, what);
  }

  /** One more word in an annotation that is there. */
  private Suppression extended(ExpressionTree value, String rule, String what) {
    int start = (int) positions.getStartPosition(unit, value);
    int end = (int) positions.getEndPosition(unit, value);
    if (value instanceof NewArrayTree array) {
      boolean isEmpty = array.getInitializers().isEmpty();
      return new Suppression(start + 1, start + 1, "\"" + rule + "\"" + (isEmpty ? "" : ", "), what);
    }
    return new Suppression(start, end, "{" + text.substring(start, end) + ", \"" + rule + "\"}", what);
  }

  private static String nameOf(Tree declaration) {
    if (declaration instanceof VariableTree variable) {
      return "variable " + variable.getName();
    }
    if (declaration instanceof MethodTree method) {
      return ((JCTree.JCMethodDecl) method).sym == null && method.getReturnType() == null ? "constructor" : "method " + method.getName();
    }
    return "class " + ((ClassTree) declaration).getSimpleName();
  }
}
