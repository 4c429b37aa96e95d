package io.github.relinquish.plugin.fix;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.github.relinquish.core.graph.Site;
import java.util.Optional;

/** From a place that a repair names to the trees around it. */
final class Sites {
  private Sites() {}

  /** The innermost tree that covers the place. */
  static Optional<TreePath> around(Site site, CompilationUnitTree unit, SourceText source) {
    TreePath[] found = new TreePath[1];
    new TreePathScanner<Void, Void>() {
      @Override public Void scan(Tree tree, Void unused) {
        if (tree != null && source.start(tree) <= site.start() && site.end() <= source.end(tree)) {
          found[0] = new TreePath(getCurrentPath(), tree);
          super.scan(tree, null);
        }
        return null;
      }
    }.scan(new TreePath(unit), null);
    return site.start() < 0 ? Optional.empty() : Optional.ofNullable(found[0]);
  }
}
