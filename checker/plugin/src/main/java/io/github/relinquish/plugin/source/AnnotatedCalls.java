package io.github.relinquish.plugin.source;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.program.AnnotationFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Simple names of the methods that the run calls and that carry certain annotations. Javac makes a symbol of each annotation that it meets, so
 * where it has made none of these nothing is scanned.
 */
final class AnnotatedCalls {
  private final Context context;
  private final ClassIndex classes;

  AnnotatedCalls(Context context, ClassIndex classes) {
    this.context = context;
    this.classes = classes;
  }

  /** By simple name (a class for a constructor), the classes that declare such a method; sorted. */
  Map<String, Set<String>> namesOf(Set<String> types) {
    Map<String, Set<String>> found = new TreeMap<>();
    classes.units();
    boolean isAnyKnown = false;
    for (ClassSymbol symbol : Symtab.instance(context).getAllClasses()) {
      isAnyKnown |= types.contains(symbol.flatName().toString());
    }
    if (isAnyKnown) {
      Scan scan = new Scan(types, found);
      classes.units().forEach(u -> scan.scan(u, null));
    }
    return found;
  }

  private final class Scan extends TreeScanner<Void, Void> {
    private final Set<String> types;
    private final Map<String, Set<String>> found;
    private final Map<MethodSymbol, Boolean> known = new HashMap<>();

    Scan(Set<String> types, Map<String, Set<String>> found) {
      this.types = types;
      this.found = found;
    }

    @Override public Void visitIdentifier(IdentifierTree tree, Void unused) {
      look(((JCIdent) tree).sym);
      return null;
    }

    @Override public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      look(((JCFieldAccess) tree).sym);
      return super.visitMemberSelect(tree, null);
    }

    @Override public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      look(((JCMemberReference) tree).sym);
      return super.visitMemberReference(tree, null);
    }

    @Override public Void visitNewClass(NewClassTree tree, Void unused) {
      look(((JCNewClass) tree).constructor);
      return super.visitNewClass(tree, null);
    }

    private void look(Symbol symbol) {
      if (symbol instanceof MethodSymbol method && known.computeIfAbsent(method, this::isAnnotated)) {
        String name = method.isConstructor() ? method.owner.name.toString() : method.name.toString();
        found.computeIfAbsent(name, n -> new TreeSet<>()).add(Keys.className(method.owner.enclClass()));
      }
    }

    private boolean isAnnotated(MethodSymbol method) {
      if (carries(method)) {
        return true;
      }
      Types javac = Types.instance(context);
      if (method.isStatic() || method.isConstructor() || !(method.owner instanceof ClassSymbol owner)) {
        return false;
      }
      return javac.closure(owner.type).stream()
          .filter(t -> t.tsym != owner)
          .flatMap(t -> members(t.tsym, method))
          .anyMatch(this::carries);
    }

    private Stream<MethodSymbol> members(Symbol type, MethodSymbol like) {
      List<MethodSymbol> same = new ArrayList<>();
      for (Symbol member : type.members().getSymbolsByName(like.name)) {
        if (member instanceof MethodSymbol method && method.params().size() == like.params().size()) {
          same.add(method);
        }
      }
      return same.stream();
    }

    private boolean carries(MethodSymbol method) {
      boolean isOnMethod = AnnotationFacts.of(method).stream().map(AnnotationFact::type).anyMatch(types::contains);
      for (int i = 0; i < method.params().size() && !isOnMethod; i++) {
        isOnMethod = AnnotationFacts.ofParameter(method, method.params().get(i), i).stream()
            .map(AnnotationFact::type).anyMatch(types::contains);
      }
      return isOnMethod;
    }
  }
}
