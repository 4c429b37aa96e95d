package io.github.relinquish.plugin.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;

/**
 * A class that has a source in this run.
 *
 * @param symbol javac's name for it
 * @param tree its declaration
 * @param paths of the classes of its unit
 * @param start offset of its first character
 * @param end offset behind its last one
 */
record DeclaredClass(ClassSymbol symbol, JCClassDecl tree, ClassPaths paths, int start, int end) {
  TreePath path() {
    return paths.of(tree);
  }

  CompilationUnitTree unit() {
    return paths.unit();
  }

  /** Whether the variable is declared somewhere inside; made-up variables, which have no position, count as inside. */
  boolean declares(VarSymbol variable) {
    return variable.pos <= 0 || start <= variable.pos && variable.pos < end;
  }
}
