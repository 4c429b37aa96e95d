package io.github.relinquish.plugin.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Name;
import io.github.relinquish.core.graph.Site;
import java.util.Optional;

/** Places in one compilation unit: from tree to site and back. */
final class Sites {
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final String file;

  Sites(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
    this.file = fileOf(unit);
    LineMaps.ensure(unit);
  }

  static String fileOf(CompilationUnitTree unit) {
    return unit.getSourceFile().getName().replace('\\', '/');
  }

  /** Whether the tree was written by somebody; the library makes up trees, and gives those position 0. */
  static boolean isWritten(Tree tree) {
    return tree instanceof JCTree written && written.pos > 0;
  }

  Site of(Tree tree) {
    int start = (int) positions.getStartPosition(unit, tree);
    int end = (int) positions.getEndPosition(unit, tree);
    return tree instanceof JCMethodInvocation call && start >= 0 ? at(nameOf(call, start), start, end) : at(start, start, end);
  }

  /** In a chain over many lines a call stands where its name stands; javac and class files say so too. */
  private int nameOf(JCMethodInvocation call, int start) {
    int end = (int) positions.getEndPosition(unit, call.meth);
    Name name = TreeInfo.name(call.meth);
    return end < 0 || name == null ? start : Math.max(start, end - name.length());
  }

  /** The last character of {@code tree}: where a body falls off its end. */
  Site endOf(Tree tree) {
    int end = (int) positions.getEndPosition(unit, tree);
    return end <= 0 ? of(tree) : at(end - 1, end - 1, end);
  }

  private Site at(int shown, int start, int end) {
    if (start < 0) {
      return new Site(file, 0, 0, -1, -1);
    }
    LineMap lines = unit.getLineMap();
    long line = lines.getLineNumber(shown);
    int first = line == lines.getLineNumber(start) ? start : shown;
    return new Site(file, (int) line, (int) (first - lines.getStartPosition(line)) + 1, start, end);
  }

  /** The innermost tree with exactly the offsets of {@code site}. */
  Optional<TreePath> find(Site site) {
    if (!file.equals(site.file()) || site.start() < 0) {
      return Optional.empty();
    }
    TreePath[] found = new TreePath[1];
    new TreePathScanner<Void, Void>() {
      @Override public Void scan(Tree tree, Void unused) {
        if (tree == null) {
          return null;
        }
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        boolean isAround = start <= site.start() && site.end() <= end;
        if (isAround || tree.getKind() == Tree.Kind.COMPILATION_UNIT || tree.getKind() == Tree.Kind.MODIFIERS) {
          if (start == site.start() && end == site.end()) {
            found[0] = new TreePath(getCurrentPath(), tree);
          }
          return super.scan(tree, null);
        }
        return null;
      }
    }.scan(new TreePath(unit), null);
    return Optional.ofNullable(found[0]);
  }
}
