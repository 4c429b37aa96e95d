package io.github.relinquish.plugin.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import java.util.ArrayList;
import java.util.List;

/** Takes a statement away, and with it the guards and the {@code try} that were there for it alone. */
final class StatementRemoval {
  private final SourceText source;
  private final TextEdits edits;
  private final VisitorState state;

  StatementRemoval(SourceText source, TextEdits edits, VisitorState state) {
    this.source = source;
    this.edits = edits;
    this.state = state;
  }

  /** False where the code would not compile without it, or a comment would go with it. */
  boolean remove(TreePath path, Symbol guarded) {
    TreePath at = path;
    while (isGuardOf(at.getParentPath(), at, guarded)) {
      at = at.getParentPath();
    }
    if (hasComment(at.getLeaf()) || !staysCaught(at)) {
      return false;
    }
    Tree parent = at.getParentPath().getLeaf();
    if (parent instanceof CaseTree) {
      cut(at.getLeaf());
      return true;
    }
    if (!(parent instanceof BlockTree block)) {
      return false;
    }
    boolean isAlone = block.getStatements().size() == 1 && !hasComment(block, at.getLeaf());
    if (isAlone && at.getParentPath().getParentPath().getLeaf() instanceof IfTree) {
      return false;
    }
    return isAlone && at.getParentPath().getParentPath().getLeaf() instanceof TryTree around
        ? emptied(around, block, at) : cutFrom(at);
  }

  private boolean cutFrom(TreePath at) {
    cut(at.getLeaf());
    return true;
  }

  private static boolean isGuardOf(TreePath parent, TreePath inner, Symbol guarded) {
    if (parent.getLeaf() instanceof BlockTree block) {
      return block.getStatements().size() == 1 && parent.getParentPath().getLeaf() instanceof IfTree
          && isGuardOf(parent.getParentPath(), parent, guarded);
    }
    return parent.getLeaf() instanceof IfTree condition && condition.getElseStatement() == null
        && condition.getThenStatement() == inner.getLeaf() 
        && (asksOnly(condition.getCondition(), guarded) || Roots.isPlain(condition.getCondition()));
  }

  /** Whether the condition is about the variable and nothing else. */
  private static boolean asksOnly(Tree condition, Symbol variable) {
    boolean[] others = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitIdentifier(IdentifierTree name, Void unused) {
        others[0] |= Roots.isLocal(ASTHelpers.getSymbol(name)) && !ASTHelpers.getSymbol(name).equals(variable);
        return null;
      }

      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        others[0] |= !call.getArguments().isEmpty() || !variableIs(call, variable);
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(condition, null);
    return variable != null && Roots.names(condition, variable) && !others[0];
  }

  private static boolean variableIs(MethodInvocationTree call, Symbol variable) {
    return variable.equals(Roots.variableOf(call));
  }

  private boolean emptied(TryTree around, BlockTree block, TreePath at) {
    boolean hasMore = !around.getCatches().isEmpty() || !around.getResources().isEmpty();
    if (block == around.getFinallyBlock()) {
      if (hasMore) {
        int from = around.getCatches().isEmpty() ? source.end(around.getBlock()) : source.end(lastOf(around.getCatches()));
        edits.replace(from, source.end(block), "");
        return !around.getCatches().isEmpty() || !around.getResources().isEmpty();
      }
      return unwrap(around, around.getBlock(), at) || cutFrom(at);
    }
    if (block == around.getBlock()) {
      return !hasMore && around.getFinallyBlock() != null && (unwrap(around, around.getFinallyBlock(), at) || cutFrom(at));
    }
    return cutFrom(at);
  }

  private static CatchTree lastOf(List<? extends CatchTree> catches) {
    return catches.get(catches.size() - 1);
  }

  /** Leaves of a {@code try} only the statements of one of its blocks. */
  private boolean unwrap(TryTree around, BlockTree kept, TreePath at) {
    boolean declares = kept.getStatements().stream().anyMatch(s -> s instanceof VariableTree);
    int open = source.start(kept) + 1;
    int close = source.end(kept) - 1;
    int first = source.endOfLineAfter(open);
    boolean isOnLines = source.text().substring(open, first).isBlank() && first > open && source.isFirstInLine(close)
        && source.isFirstInLine(source.start(around));
    if (declares || !isOnLines || kept.getStatements().isEmpty()) {
      return false;
    }
    String unit = source.unit(source.start(around), source.start(kept.getStatements().get(0)));
    String body = SourceText.outdented(edits.applied(first, source.lineStart(close)), unit);
    edits.replace(source.lineStart(source.start(around)), source.endOfLineAfter(source.end(around)), body);
    return true;
  }

  /** Takes the whole line where nothing else is on it. */
  private void cut(Tree tree) {
    int start = source.start(tree);
    int end = source.end(tree);
    boolean isWholeLine = source.isFirstInLine(start) && source.text().substring(end, source.lineEnd(end)).isBlank();
    if (isWholeLine) {
      edits.replace(source.lineStart(start), Math.min(source.lineEnd(end) + 1, source.text().length()), "");
    } else {
      int behind = end;
      while (source.isFirstInLine(start) && behind < source.lineEnd(end) && source.text().charAt(behind) == ' ') {
        behind++;
      }
      edits.replace(start, behind, "");
    }
  }

  private boolean hasComment(Tree tree) {
    String text = source.of(tree);
    return text.contains("//") || text.contains("/*");
  }

  private boolean hasComment(BlockTree block, Tree without) {
    String before = source.text().substring(source.start(block), source.start(without));
    String after = source.text().substring(source.end(without), source.end(block));
    return (before + after).contains("//") || (before + after).contains("/*");
  }

  /** Whether a checked exception can come out of the tree's calls. */
  boolean raises(Tree tree) {
    return !thrownIn(tree, null).isEmpty();
  }

  /** Whether every {@code catch} around still has something to catch. */
  private boolean staysCaught(TreePath path) {
    List<Type> gone = thrownIn(path.getLeaf(), null);
    for (TreePath at = path; !gone.isEmpty() && !(at.getLeaf() instanceof com.sun.source.tree.MethodTree); at = at.getParentPath()) {
      if (at.getParentPath().getLeaf() instanceof TryTree around && around.getBlock() == at.getLeaf()) {
        List<Type> left = thrownIn(at.getLeaf(), path.getLeaf());
        for (CatchTree handler : around.getCatches()) {
          Type caught = ASTHelpers.getType(handler.getParameter());
          boolean loses = gone.stream().anyMatch(t -> ASTHelpers.isSubtype(t, caught, state)) && !isBroad(caught)
              && left.stream().noneMatch(t -> ASTHelpers.isSubtype(t, caught, state) || ASTHelpers.isSubtype(caught, t, state));
          if (loses) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean isBroad(Type caught) {
    return ASTHelpers.isSubtype(state.getTypeFromString("java.lang.Exception"), caught, state)
        || !ASTHelpers.isCheckedExceptionType(caught, state);
  }

  private List<Type> thrownIn(Tree tree, Tree without) {
    List<Type> thrown = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override public Void scan(Tree at, Void unused) {
        if (at == without && at != null) {
          return null;
        }
        if ((at instanceof MethodInvocationTree || at instanceof NewClassTree) && ASTHelpers.getSymbol(at) instanceof MethodSymbol called) {
          called.getThrownTypes().stream().filter(t -> ASTHelpers.isCheckedExceptionType(t, state)).forEach(thrown::add);
        }
        if (at instanceof com.sun.source.tree.ThrowTree raised) {
          thrown.add(ASTHelpers.getType(raised.getExpression()));
        }
        return super.scan(at, null);
      }
    }.scan(tree, null);
    return thrown;
  }

  /** The statements of a block or of one arm of a {@code switch}. */
  static List<? extends StatementTree> statementsOf(Tree tree) {
    return tree instanceof BlockTree block ? block.getStatements()
        : tree instanceof CaseTree arm && arm.getStatements() != null ? arm.getStatements() : List.of();
  }
}
