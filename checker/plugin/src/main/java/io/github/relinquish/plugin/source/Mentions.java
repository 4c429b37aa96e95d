package io.github.relinquish.plugin.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import io.github.relinquish.core.graph.MethodKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Name;

/**
 * Which methods of the run mention which names: one scan over all trees, made when first asked for. It is what lets everything
 * else look only at methods that matter.
 */
final class Mentions {
  private final ClassIndex classes;
  private final Keys keys;
  private final Map<String, Set<JCMethodDecl>> byName = new HashMap<>();
  private boolean isComplete;

  Mentions(ClassIndex classes, Keys keys) {
    this.classes = classes;
    this.keys = keys;
  }

  List<MethodKey> of(String name) {
    if (!isComplete) {
      isComplete = true;
      Map<Name, Set<JCMethodDecl>> found = new HashMap<>();
      classes.units().forEach(u -> new Scan(found).scan(u, null));
      found.forEach((n, methods) -> byName.put(n.toString(), methods));
    }
    Set<MethodKey> sorted = new TreeSet<>();
    byName.getOrDefault(name, Set.of()).forEach(m -> sorted.add(keys.method(m.sym)));
    return List.copyOf(sorted);
  }

  /** Attributes each name to all methods around it; what stands outside methods belongs to the constructors and initialisers. */
  private static final class Scan extends TreeScanner<Void, Void> {
    private final Map<Name, Set<JCMethodDecl>> found;
    private final Deque<Set<JCMethodDecl>> around = new ArrayDeque<>();

    Scan(Map<Name, Set<JCMethodDecl>> found) {
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
      mention(tree.getName());
      return null;
    }

    @Override public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      mention(tree.getIdentifier());
      return super.visitMemberSelect(tree, null);
    }

    @Override public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      mention(tree.getName());
      return super.visitMemberReference(tree, null);
    }

    @Override public Void visitVariable(com.sun.source.tree.VariableTree tree, Void unused) {
      // The type of a variable mentions no value.
      return ((JCVariableDecl) tree).init == null ? null : scan(tree.getInitializer(), null);
    }

    private void mention(Name name) {
      for (Set<JCMethodDecl> methods : around) {
        found.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(methods);
      }
    }
  }
}
