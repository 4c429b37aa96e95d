package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out where an acquiring call stands and what the code calls the resource. */
final class Acquisitions {
  private final RowLookup rows;
  private final ReleaseWords words;
  private final SourceText source;

  Acquisitions(RowLookup rows, ReleaseWords words, SourceText source) {
    this.rows = rows;
    this.words = words;
    this.source = source;
  }

  /**
   * The call of a finding; where it ends a {@code try} that is left when it fails, it stands for that {@code try}.
   *
   * @param name what the finding calls the resource; empty where it has no name for it
   */
  Optional<Acquired> at(TreePath path, Kind kind, String name) {
    return inBlock(path, kind, name).map(this::outermost);
  }

  private Acquired outermost(Acquired inner) {
    TreePath block = inner.path().getParentPath();
    boolean isLast = inner.after().size() == Guards.after(inner, rows).count();
    boolean isTry = block.getParentPath().getLeaf() instanceof TryTree around && around.getBlock() == inner.block()
        && around.getFinallyBlock() == null && around.getResources().isEmpty()
        && around.getCatches().stream().allMatch(c -> Guards.leaves(c.getBlock()) && c.getBlock().getStatements().size() > 0);
    boolean isInBlock = block.getParentPath().getParentPath().getLeaf() instanceof BlockTree;
    boolean isDeclaredInside = !inner.isNamed() || inner.hasStatus() || inner.block().getStatements().stream()
        .anyMatch(s -> s instanceof VariableTree variable && inner.held().is(ASTHelpers.getSymbol(variable)));
    if (!isLast || !isTry || !isInBlock || isDeclaredInside) {
      return inner;
    }
    BlockTree outer = (BlockTree) block.getParentPath().getParentPath().getLeaf();
    int index = outer.getStatements().indexOf((StatementTree) block.getParentPath().getLeaf());
    return outermost(new Acquired(inner.call(), block.getParentPath(), outer, index, inner.held(), true, null, inner.begin()));
  }

  private Optional<Acquired> inBlock(TreePath path, Kind kind, String name) {
    if (!(path.getLeaf() instanceof ExpressionTree call)) {
      return Optional.empty();
    }
    TreePath statement = statementOf(path);
    if (statement == null || !(statement.getParentPath().getLeaf() instanceof BlockTree block)) {
      return Optional.empty();
    }
    Optional<Effect.Begin> begin = rows.begin(call, kind.name());
    Port root = begin.map(Effect.Begin::at).map(Port::base).orElseGet(() -> filled(call, name));
    if (root.equals(Port.THREAD)) {
      if (!words.needsName(kind, begin)) {
        return Optional.of(acquired(call, statement, block, Held.THREAD, true, answerOf(path), begin));
      }
      root = rows.answersThread(call) ? Port.RESULT : root;
    }
    Tree parent = valueOf(path).getParentPath().getLeaf();
    Symbol status = root.equals(Port.RESULT) ? null : answerOf(path);
    if (root.equals(Port.RESULT) || call instanceof NewClassTree) {
      return ofResult(path, call, kind, begin, statement, block, parent);
    }
    return RowLookup.expressionAt(call, root).map(Roots::bare)
        .filter(e -> ASTHelpers.getSymbol(e) instanceof Symbol.VarSymbol && Roots.isPlain(e))
        .map(e -> new Held(source.of(e), ASTHelpers.getSymbol(e), ASTHelpers.getType(e), false))
        .map(held -> acquired(call, statement, block, held, true, status, begin));
  }

  /** A method of one's own that answers no object: it fills the argument that the finding names. */
  private static Port filled(ExpressionTree call, String name) {
    boolean isHandle = !(call instanceof MethodInvocationTree) || ASTHelpers.getType(call) == null || !ASTHelpers.getType(call).isPrimitiveOrVoid();
    if (!isHandle) {
      List<? extends ExpressionTree> arguments = ((MethodInvocationTree) call).getArguments();
      for (int i = 0; i < arguments.size(); i++) {
        if (Roots.bare(arguments.get(i)) instanceof IdentifierTree given && given.getName().contentEquals(name)) {
          return Port.argument(i);
        }
      }
    }
    return Port.RESULT;
  }

  private static Acquired acquired(ExpressionTree call, TreePath statement, BlockTree block, Held held, boolean isNamed, Symbol status,
      Optional<Effect.Begin> begin) {
    int index = block.getStatements().indexOf((StatementTree) statement.getLeaf());
    return new Acquired(call, statement, block, index, held, isNamed, status, begin);
  }

  private Optional<Acquired> ofResult(TreePath path, ExpressionTree call, Kind kind, Optional<Effect.Begin> begin,
      TreePath statement, BlockTree block, Tree parent) {
    Type type = ASTHelpers.getResultType(call) == null ? ASTHelpers.getType(call) : ASTHelpers.getResultType(call);
    if (type == null || type.isPrimitiveOrVoid()) {
      return Optional.empty();
    }
    boolean mayBeNull = isChosen(path) || begin.map(RowLookup::dependsOnNull).orElseGet(() -> mayAnswerNull(call, kind));
    Symbol named = parent instanceof VariableTree variable ? ASTHelpers.getSymbol(variable)
        : parent instanceof AssignmentTree assignment ? ASTHelpers.getSymbol(assignment.getVariable()) : null;
    if (named != null) {
      String name = parent instanceof AssignmentTree assignment ? source.of(assignment.getVariable()) : named.getSimpleName().toString();
      return Optional.of(acquired(call, statement, block, new Held(name, named, named.type, mayBeNull), true, null, begin));
    }
    if (isChosen(path) || !comesFirst(call, statement.getLeaf()) || callsConstructor(statement.getLeaf())
        || isStored(path) || parent instanceof AssignmentTree) {
      return Optional.empty();
    }
    Held fresh = new Held(freshName(type), null, type, mayBeNull);
    return Optional.of(acquired(call, statement, block, fresh, false, null, begin));
  }

  /** The innermost statement around, unless a body of its own lies between. */
  private static TreePath statementOf(TreePath path) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof LambdaExpressionTree || tree instanceof MethodTree) {
        return null;
      }
      if (tree instanceof StatementTree) {
        boolean isSimple = tree instanceof VariableTree || tree instanceof ExpressionStatementTree || tree instanceof ReturnTree;
        return isSimple || tree instanceof IfTree ? at : null;
      }
    }
    return null;
  }

  /** The value that the call is, with the parentheses, casts and choices around it. */
  private static TreePath valueOf(TreePath path) {
    TreePath at = path;
    while (at.getParentPath().getLeaf() instanceof ParenthesizedTree || at.getParentPath().getLeaf() instanceof TypeCastTree
        || at.getParentPath().getLeaf() instanceof ConditionalExpressionTree choice && choice.getCondition() != at.getLeaf()) {
      at = at.getParentPath();
    }
    return at;
  }

  private static boolean isChosen(TreePath path) {
    for (TreePath at = path; !(at.getLeaf() instanceof StatementTree); at = at.getParentPath()) {
      boolean isBranch = at.getParentPath().getLeaf() instanceof ConditionalExpressionTree choice && choice.getCondition() != at.getLeaf();
      if (isBranch || at.getParentPath().getLeaf() instanceof com.sun.source.tree.BinaryTree) {
        return true;
      }
    }
    return false;
  }

  private static Symbol answerOf(TreePath path) {
    Tree parent = valueOf(path).getParentPath().getLeaf();
    return parent instanceof VariableTree variable ? ASTHelpers.getSymbol(variable)
        : parent instanceof AssignmentTree assignment ? ASTHelpers.getSymbol(assignment.getVariable()) : null;
  }

  /** Whether nothing that matters is evaluated in the statement before the call. */
  private boolean comesFirst(ExpressionTree call, Tree statement) {
    boolean[] found = new boolean[1];
    int start = source.start(call);
    new TreeScanner<Void, Void>() {
      @Override public Void scan(Tree tree, Void unused) {
        if (tree instanceof ExpressionTree && source.end(tree) <= start && !Roots.isPlain(tree)) {
          found[0] = true;
        }
        return super.scan(tree, null);
      }
    }.scan(statement, null);
    return !found[0] && !(statement instanceof IfTree);
  }

  /** Given to an object that answers nothing: it may well keep what it is given, and others know it by that. */
  private static boolean isStored(TreePath path) {
    Tree parent = valueOf(path).getParentPath().getLeaf();
    return parent instanceof MethodInvocationTree call && ASTHelpers.getReceiver(call) != null
        && ASTHelpers.getSymbol(ASTHelpers.getReceiver(call)) instanceof Symbol.VarSymbol && ASTHelpers.getType(call) != null
        && ASTHelpers.getType(call).hasTag(TypeTag.VOID);
  }

  /** Nothing may stand in front of {@code super(...)}. */
  private static boolean callsConstructor(Tree statement) {
    return statement instanceof ExpressionStatementTree it && it.getExpression() instanceof MethodInvocationTree call
        && ASTHelpers.getSymbol(call).isConstructor();
  }

  private String freshName(Type type) {
    String simple = type.tsym.getSimpleName().toString();
    return source.fresh(simple.isEmpty() ? "resource" : lowered(simple));
  }

  private static String lowered(String name) {
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    int lower = capitals > 1 && capitals < name.length() ? capitals - 1 : Math.max(capitals, 1);
    return name.substring(0, lower).toLowerCase(Locale.ROOT) + name.substring(lower);
  }

  /** A callee in this file that never says null does not answer it, of others we know less. */
  private boolean mayAnswerNull(ExpressionTree call, Kind kind) {
    if (call instanceof NewClassTree) {
      return false;
    }
    MethodTree callee = ASTHelpers.findMethod((Symbol.MethodSymbol) ASTHelpers.getSymbol(call), rows.state());
    if (callee == null || callee.getBody() == null || rows.mayAnswerNull(kind.name())) {
      return true;
    }
    boolean[] saysNull = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitReturn(ReturnTree answer, Void unused) {
        new TreeScanner<Void, Void>() {
          @Override public Void visitLiteral(LiteralTree literal, Void none) {
            saysNull[0] |= literal.getKind() == Tree.Kind.NULL_LITERAL;
            return null;
          }
        }.scan(answer.getExpression() instanceof MethodInvocationTree ? null : answer.getExpression(), null);
        return null;
      }

      @Override public Void visitVariable(VariableTree variable, Void unused) {
        saysNull[0] |= variable.getInitializer() != null && variable.getInitializer().getKind() == Tree.Kind.NULL_LITERAL;
        return super.visitVariable(variable, unused);
      }
    }.scan(callee.getBody(), null);
    return saysNull[0];
  }
}
