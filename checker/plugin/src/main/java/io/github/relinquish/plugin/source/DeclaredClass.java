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
 * @param path path of its {@link JCClassDecl}
 * @param start offset of its first character
 * @param end offset behind its last one
 */
record DeclaredClass(ClassSymbol symbol, TreePath path, int start, int end) {
  JCClassDecl tree() {
    return (JCClassDecl) path.getLeaf();
  }

  CompilationUnitTree unit() {
    return path.getCompilationUnit();
  }

  /** Whether the variable is declared somewhere inside; made-up variables, which have no position, count as inside. */
  boolean declares(VarSymbol variable) {
    return variable.pos <= 0 || start <= variable.pos && variable.pos < end;
  }
}
