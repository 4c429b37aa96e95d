package io.github.relinquish.plugin.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Kinds;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables of the code around them local classes and lambdas use. */
final class Captures {
  /** What a lambda needs of the code around it. */
  record OfLambda(boolean needsThis, List<VarSymbol> variables) {}

  private final ClassIndex classes;
  private final Map<ClassSymbol, List<VarSymbol>> known = new HashMap<>();

  Captures(ClassIndex classes) {
    this.classes = classes;
  }

  static boolean isLocal(Symbol symbol) {
    return symbol instanceof VarSymbol && symbol.owner != null && symbol.owner.kind != Kinds.Kind.TYP
        && !symbol.name.contentEquals("this") && !symbol.name.contentEquals("super");
  }

  static boolean isLocalClass(ClassSymbol symbol) {
    return symbol.owner != null && symbol.owner.kind != Kinds.Kind.TYP && symbol.owner.kind != Kinds.Kind.PCK;
  }

  /** Captured variables of a local class, in order of first use; those that another local class it makes needs included. */
  List<VarSymbol> ofClass(ClassSymbol symbol) {
    if (!isLocalClass(symbol)) {
      return List.of();
    }
    List<VarSymbol> done = known.get(symbol);
    if (done != null) {
      return done;
    }
    known.put(symbol, List.of());
    DeclaredClass declared = classes.named(Keys.className(symbol)).orElse(null);
    if (declared == null) {
      return List.of();
    }
    Set<VarSymbol> found = new LinkedHashSet<>();
    new Uses(found).scan(declared.tree(), null);
    if (symbol.getSuperclass().tsym instanceof ClassSymbol above) {
      found.addAll(ofClass(above));
    }
    found.removeIf(declared::declares);
    List<VarSymbol> captured = List.copyOf(found);
    known.put(symbol, captured);
    return captured;
  }

  /**
   * What {@code lambda}, which stands somewhere in {@code owner}, captures. A variable from outside of {@code owner} is a
   * field of it there, so it needs {@code this}.
   */
  OfLambda ofLambda(LambdaExpressionTree lambda, int start, int end, DeclaredClass owner) {
    Set<VarSymbol> found = new LinkedHashSet<>();
    Uses uses = new Uses(found);
    uses.scan(lambda, null);
    boolean needsThis = uses.needsThis;
    List<VarSymbol> captured = new ArrayList<>();
    for (VarSymbol variable : found) {
      if (!owner.declares(variable)) {
        needsThis = true;
      } else if (variable.pos < start || variable.pos >= end) {
        captured.add(variable);
      }
    }
    return new OfLambda(needsThis, captured);
  }

  /** Collects local variables by use, and whether the enclosing instance is used. */
  private final class Uses extends TreeScanner<Void, Void> {
    private final Set<VarSymbol> found;
    private int classDepth;
    private boolean needsThis;

    Uses(Set<VarSymbol> found) {
      this.found = found;
    }

    @Override public Void visitClass(ClassTree tree, Void unused) {
      classDepth++;
      super.visitClass(tree, null);
      classDepth--;
      return null;
    }

    /** The names in annotations are methods of theirs. */
    @Override public Void visitAnnotation(AnnotationTree tree, Void unused) {
      return null;
    }

    /** {@code Outer.this} and {@code Outer.super}. */
    @Override public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      boolean isInstance = tree.getIdentifier().contentEquals("this") || tree.getIdentifier().contentEquals("super");
      needsThis |= isInstance && classDepth == 0;
      return super.visitMemberSelect(tree, null);
    }

    @Override public Void visitIdentifier(IdentifierTree tree, Void unused) {
      Symbol symbol = ((JCIdent) tree).sym;
      if (symbol instanceof VarSymbol variable && isLocal(symbol)) {
        if (variable.getConstValue() == null) {
          found.add(variable);
        }
      } else if (classDepth == 0 && isInstanceMember(symbol)) {
        needsThis = true;
      }
      return null;
    }

    @Override public Void visitNewClass(NewClassTree tree, Void unused) {
      Symbol made = ((JCNewClass) tree).type == null ? null : ((JCNewClass) tree).type.tsym;
      super.visitNewClass(tree, null);
      if (made instanceof ClassSymbol symbol) {
        found.addAll(ofClass(symbol));
        needsThis |= classDepth == 0 && symbol.hasOuterInstance() && tree.getEnclosingExpression() == null;
      }
      return null;
    }

    @Override public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      Symbol made = ((JCMemberReference) tree).sym;
      if (made != null && made.isConstructor() && made.owner instanceof ClassSymbol symbol) {
        found.addAll(ofClass(symbol));
        needsThis |= classDepth == 0 && symbol.hasOuterInstance();
      }
      return super.visitMemberReference(tree, null);
    }

    private boolean isInstanceMember(Symbol symbol) {
      return (symbol instanceof VarSymbol || symbol instanceof MethodSymbol) && !symbol.isStatic()
          && !symbol.isConstructor();
    }
  }
}
