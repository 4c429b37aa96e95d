package io.github.relinquish.plugin.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.graph.MethodKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Names and captured values of the lambdas of a class, in the order in which they stand in it. */
final class Lambdas {
  /** A lambda as a method of its class; {@code key} counts the captured values, {@code this} first, as parameters. */
  record DeclaredLambda(TreePath path, MethodKey key, Captures.OfLambda captured) {
    JCLambda tree() {
      return (JCLambda) path.getLeaf();
    }
  }

  private final Keys keys;
  private final Captures captures;
  private final Types types;
  private final SourcePositions positions;
  private final Map<String, Map<Tree, DeclaredLambda>> known = new HashMap<>();

  Lambdas(Context context, Keys keys, Captures captures, SourcePositions positions) {
    this.keys = keys;
    this.captures = captures;
    this.types = Types.instance(context);
    this.positions = positions;
  }

  DeclaredLambda of(LambdaExpressionTree tree, DeclaredClass owner) {
    DeclaredLambda lambda = in(owner).get(tree);
    if (lambda == null) {
      throw new IllegalStateException("a lambda that is not in " + owner.symbol());
    }
    return lambda;
  }

  /** Lambdas by tree; trees are equal only to themselves. */
  Map<Tree, DeclaredLambda> in(DeclaredClass owner) {
    String name = Keys.className(owner.symbol());
    Map<Tree, DeclaredLambda> found = known.get(name);
    if (found == null) {
      found = scan(owner);
      known.put(name, found);
    }
    return found;
  }

  private Map<Tree, DeclaredLambda> scan(DeclaredClass owner) {
    Map<Tree, DeclaredLambda> found = new LinkedHashMap<>();
    TreePathScanner<Void, String> scanner = new TreePathScanner<>() {
      @Override public Void visitClass(ClassTree tree, String method) {
        return null;
      }

      @Override public Void visitLambdaExpression(LambdaExpressionTree tree, String method) {
        found.put(tree, declare(getCurrentPath(), "lambda$" + method + "$" + found.size(), owner));
        return super.visitLambdaExpression(tree, method);
      }
    };
    for (Tree member : owner.tree().getMembers()) {
      scanner.scan(new TreePath(owner.path(), member), nameOf(member));
    }
    return found;
  }

  private static String nameOf(Tree member) {
    if (member instanceof MethodTree method) {
      return method.getName().contentEquals(MethodKey.CONSTRUCTOR) ? "new" : method.getName().toString();
    }
    boolean isStatic = member instanceof BlockTree block && block.isStatic()
        || member instanceof VariableTree field && field.getModifiers().getFlags().contains(Modifier.STATIC);
    return isStatic ? "static" : "new";
  }

  private DeclaredLambda declare(TreePath path, String name, DeclaredClass owner) {
    JCLambda tree = (JCLambda) path.getLeaf();
    int start = (int) positions.getStartPosition(owner.unit(), tree);
    int end = (int) positions.getEndPosition(owner.unit(), tree);
    Captures.OfLambda captured = captures.ofLambda(tree, start, end, owner);
    List<Type> parameters = new ArrayList<>();
    if (captured.needsThis()) {
      parameters.add(owner.symbol().type);
    }
    for (VarSymbol variable : captured.variables()) {
      parameters.add(variable.type);
    }
    for (JCVariableDecl parameter : tree.params) {
      parameters.add(parameter.sym.type);
    }
    Type result = tree.getDescriptorType(types).getReturnType();
    MethodKey key = new MethodKey(Keys.className(owner.symbol()), name, keys.descriptor(parameters, result));
    return new DeclaredLambda(path, key, captured);
  }
}
