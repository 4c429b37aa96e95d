package io.github.relinquish.plugin.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import io.github.relinquish.core.graph.MethodKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.Name;

/**
 * Which methods of the run mention which names: one scan over the trees of each unit that may have one of the names asked for. It is
 * what lets everything else look only at methods that matter.
 */
final class Mentions {
  private final ClassIndex classes;
  private final Keys keys;
  private final Map<Name, List<Mention>> found = new HashMap<>();
  private final Set<CompilationUnitTree> scanned = new HashSet<>();

  /** A method has a member of {@code owner}, or {@code owner} itself, in its text. */
  private record Mention(Symbol owner, JCMethodDecl method) {}

  Mentions(ClassIndex classes, Keys keys) {
    this.classes = classes;
    this.keys = keys;
  }

  /** Methods that mention a member of that name, or a class, whose owner is accepted. */
  List<MethodKey> of(String name, Predicate<String> owner) {
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
      return List.of();
    }
    for (CompilationUnitTree unit : classes.unitsWith(name)) {
      if (scanned.add(unit)) {
        classes.makeReady(unit);
        new Scan(found).scan(unit, null);
      }
    }
    Map<Symbol, Boolean> accepted = new HashMap<>();
    Set<MethodKey> sorted = new TreeSet<>();
    for (Mention mention : found.getOrDefault(keys.name(name), List.of())) {
      if (accepted.computeIfAbsent(mention.owner(), type -> owner.test(type.flatName().toString()))) {
        sorted.add(keys.method(mention.method().sym));
      }
    }
    return List.copyOf(sorted);
  }

  /** Attributes each name to all methods around it; what stands outside methods belongs to the constructors and initialisers. */
  private static final class Scan extends TreeScanner<Void, Void> {
    private final Map<Name, List<Mention>> found;
    private final Deque<Set<JCMethodDecl>> around = new ArrayDeque<>();

    Scan(Map<Name, List<Mention>> found) {
      this.found = found;
    }

    @Override public Void visitClass(ClassTree tree, Void unused) {
      Set<JCMethodDecl> constructors = new LinkedHashSet<>();
      for (Tree member : tree.getMembers()) {
        if (member instanceof JCMethodDecl method && method.sym != null && method.sym.isConstructor()) {
          constructors.add(method);
        }
      }
      for (Tree member : tree.getMembers()) {
        boolean isInitializer = !(member instanceof MethodTree) && !(member instanceof ClassTree);
        if (isInitializer) {
          around.push(constructors);
        }
        scan(member, null);
        if (isInitializer) {
          around.pop();
        }
      }
      return null;
    }

    @Override public Void visitMethod(MethodTree tree, Void unused) {
      JCMethodDecl method = (JCMethodDecl) tree;
      if (method.sym == null) {
        return null;
      }
      around.push(Set.of(method));
      super.visitMethod(tree, null);
      around.pop();
      return null;
    }

    @Override public Void visitIdentifier(IdentifierTree tree, Void unused) {
      Symbol symbol = ((JCIdent) tree).sym;
      // super(..) and this(..) mention constructors, which are asked for by the name of their class.
      mention(symbol != null && symbol.isConstructor() ? symbol.owner.name : tree.getName(), symbol);
      return null;
    }

    @Override public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      mention(tree.getIdentifier(), ((JCFieldAccess) tree).sym);
      return super.visitMemberSelect(tree, null);
    }

    @Override public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      mention(tree.getName(), ((JCMemberReference) tree).sym);
      return super.visitMemberReference(tree, null);
    }

    @Override public Void visitVariable(com.sun.source.tree.VariableTree tree, Void unused) {
      // The type of a variable mentions no value.
      return ((JCVariableDecl) tree).init == null ? null : scan(tree.getInitializer(), null);
    }

    /** Local variables are nobody's members. */
    private void mention(Name name, Symbol symbol) {
      if (symbol == null || around.isEmpty()) {
        return;
      }
      boolean isMember = symbol.owner instanceof ClassSymbol;
      if (!isMember && !(symbol instanceof ClassSymbol)) {
        return;
      }
      Symbol owner = symbol instanceof ClassSymbol ? symbol : symbol.owner;
      add(name, owner);
    }

    private void add(Name name, Symbol owner) {
      List<Mention> mentions = found.computeIfAbsent(name, n -> new ArrayList<>(2));
      for (Set<JCMethodDecl> methods : around) {
        methods.forEach(m -> mentions.add(new Mention(owner, m)));
      }
    }
  }
}
