package io.github.relinquish.plugin.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.IdentityHashMap;
import java.util.Map;

/** Paths of the classes of one unit, found when the first is asked for: most units are only asked which classes they have. */
final class ClassPaths {
  private final CompilationUnitTree unit;
  private Map<ClassTree, TreePath> paths;

  ClassPaths(CompilationUnitTree unit) {
    this.unit = unit;
  }

  CompilationUnitTree unit() {
    return unit;
  }

  /** The path of a class of the unit. */
  TreePath of(ClassTree tree) {
    if (paths == null) {
      Map<ClassTree, TreePath> found = new IdentityHashMap<>();
      new TreePathScanner<Void, Void>() {
        @Override public Void visitClass(ClassTree declared, Void unused) {
          found.put(declared, getCurrentPath());
          return super.visitClass(declared, null);
        }
      }.scan(new TreePath(unit), null);
      paths = found;
    }
    return paths.get(tree);
  }
}
