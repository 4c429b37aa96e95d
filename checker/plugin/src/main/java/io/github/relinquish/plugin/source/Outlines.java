package io.github.relinquish.plugin.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCEnhancedForLoop;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.Outline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Outlines of methods, straight from the trees: calls that nobody wrote are there as well, and rather too much than too little. */
final class Outlines {
  /** Calls accessors that only the lowering of patterns knows; javac 17 has none. */
  private static final String RECORD_PATTERN = "DECONSTRUCTION_PATTERN";

  private final Keys keys;
  private final Captures captures;

  Outlines(Keys keys, Captures captures) {
    this.keys = keys;
    this.captures = captures;
  }

  /** Empty for a method with record patterns. */
  Optional<Outline> of(JCMethodDecl method, DeclaredClass owner) {
    Scan scan = new Scan(owner.symbol());
    scan.addUnwritten();
    scan.scan(method.body, null);
    if (method.sym.isConstructor()) {
      for (Tree member : owner.tree().getMembers()) {
        if (Bodies.isInitializer(member, false)) {
          scan.touch(member instanceof JCVariableDecl field ? field.sym : null);
          scan.scan(member, null);
        }
      }
      if (Bodies.isCompact(method.sym)) {
        method.params.forEach(p -> scan.fields.add(p.name.toString()));
      }
    }
    return scan.isStrange ? Optional.empty()
        : Optional.of(new Outline(scan.fields, scan.created, List.copyOf(scan.calls)));
  }

  private final class Scan extends TreeScanner<Void, Void> {
    private final ClassSymbol owner;
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> created = new TreeSet<>();
    private final Set<Outline.Call> calls = new LinkedHashSet<>();
    private boolean isStrange;

    Scan(ClassSymbol owner) {
      this.owner = owner;
    }

    /** Fields that lead to what is outside of the class. */
    void addUnwritten() {
      Symbol at = owner;
      while (at instanceof ClassSymbol inner && Keys.outer(inner).isPresent()) {
        fields.add(Keys.outerField(inner).name());
        at = Keys.outer(inner).get();
      }
    }

    @Override public Void scan(Tree tree, Void unused) {
      isStrange |= tree != null && tree.getKind().name().equals(RECORD_PATTERN);
      return super.scan(tree, null);
    }

    @Override public Void visitClass(ClassTree tree, Void unused) {
      return null;
    }

    @Override public Void visitAnnotation(AnnotationTree tree, Void unused) {
      return null;
    }

    @Override public Void visitIdentifier(IdentifierTree tree, Void unused) {
      touch(((JCIdent) tree).sym);
      return null;
    }

    @Override public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      touch(((JCFieldAccess) tree).sym);
      return super.visitMemberSelect(tree, null);
    }

    private void touch(Symbol symbol) {
      if (!(symbol instanceof VarSymbol variable)) {
        return;
      }
      if (!symbol.isStatic()) {
        fields.add(Captures.isLocal(symbol) ? "val$" + variable.name : variable.name.toString());
      } else if (!variable.type.isPrimitive()) {
        fields.add(Outline.ofClass(variable.name.toString()));
      }
    }

    @Override public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      JCExpression called = ((JCMethodInvocation) tree).meth;
      if (TreeInfo.symbol(called) instanceof MethodSymbol method) {
        if (method.isConstructor()) {
          calls.add(new Outline.Call(keys.method(method), CallKind.SPECIAL));
          addFieldsOf((ClassSymbol) method.owner);
        } else {
          calls.add(new Outline.Call(keys.called(method, siteOf(called, method)), kindOf(called, method)));
        }
      }
      return super.visitMethodInvocation(tree, null);
    }

    private Type siteOf(JCExpression called, MethodSymbol method) {
      if (called instanceof JCFieldAccess access) {
        return access.selected.type;
      }
      ClassSymbol in = owner;
      while (!keys.isInherited(in, method) && in.owner.enclClass() != null) {
        in = in.owner.enclClass();
      }
      return keys.isInherited(in, method) ? in.type : method.owner.enclClass().type;
    }

    private static CallKind kindOf(JCExpression called, MethodSymbol method) {
      if (method.isStatic()) {
        return CallKind.STATIC;
      }
      boolean isSuper = called instanceof JCFieldAccess access
          && ("super".contentEquals(TreeInfo.name(access.selected) == null ? "" : TreeInfo.name(access.selected)));
      return isSuper || method.isPrivate() ? CallKind.SPECIAL : CallKind.VIRTUAL;
    }

    @Override public Void visitNewClass(NewClassTree tree, Void unused) {
      JCNewClass made = (JCNewClass) tree;
      Symbol type = made.def != null ? made.def.sym : made.type == null ? null : made.type.tsym;
      if (type instanceof ClassSymbol symbol && made.constructor instanceof MethodSymbol constructor) {
        created.add(Keys.className(symbol));
        calls.add(new Outline.Call(keys.method(constructor), CallKind.SPECIAL));
        addFieldsOf(symbol);
      }
      return super.visitNewClass(tree, null);
    }

    /** What javac stores in a new object before its constructor runs. */
    private void addFieldsOf(ClassSymbol made) {
      Keys.outer(made).ifPresent(o -> fields.add(Keys.outerField(made).name()));
      captures.ofClass(made).forEach(v -> fields.add("val$" + v.name));
    }

    @Override public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      JCMemberReference reference = (JCMemberReference) tree;
      if (reference.sym instanceof MethodSymbol method && reference.kind != JCMemberReference.ReferenceKind.ARRAY_CTOR) {
        calls.add(switch (reference.kind) {
          case TOPLEVEL, IMPLICIT_INNER -> new Outline.Call(keys.method(method), CallKind.CREATE);
          case STATIC -> new Outline.Call(keys.method(method), CallKind.STATIC);
          case SUPER -> new Outline.Call(keys.called(method, reference.expr.type), CallKind.SPECIAL);
          default -> new Outline.Call(keys.called(method, reference.expr.type), method.isPrivate() ? CallKind.SPECIAL : CallKind.VIRTUAL);
        });
      }
      return super.visitMemberReference(tree, null);
    }

    @Override public Void visitTry(TryTree tree, Void unused) {
      for (Tree resource : tree.getResources()) {
        addCall(resource instanceof JCVariableDecl variable ? variable.type : ((JCTree) resource).type, "close");
      }
      return super.visitTry(tree, null);
    }

    @Override public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
      Type iterable = ((JCEnhancedForLoop) tree).expr.type;
      addCall(iterable, "iterator").map(MethodSymbol::getReturnType).ifPresent(iterator -> {
        addCall(iterator, "hasNext");
        addCall(iterator, "next");
      });
      return super.visitEnhancedForLoop(tree, null);
    }

    private Optional<MethodSymbol> addCall(Type receiver, String name) {
      if (receiver == null || receiver.hasTag(TypeTag.ARRAY)) {
        return Optional.empty();
      }
      Optional<MethodSymbol> method = keys.withoutParameters(receiver, name);
      method.ifPresent(m -> calls.add(new Outline.Call(keys.called(m, receiver), CallKind.VIRTUAL)));
      return method;
    }
  }
}
