package io.github.relinquish.plugin.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.util.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All classes with a source in this run, found once: those of units nobody has visited yet as well. */
final class ClassIndex {
  private final Context context;
  private final SourcePositions positions;
  private final Map<CompilationUnitTree, List<DeclaredClass>> byUnit = new IdentityHashMap<>();
  private final Map<String, DeclaredClass> byName = new LinkedHashMap<>();
  private final Map<String, Set<String>> directSubclasses = new TreeMap<>();
  private boolean isComplete;

  ClassIndex(Context context) {
    this.context = context;
    Trees trees = JavacTrees.instance(context);
    this.positions = trees.getSourcePositions();
  }

  SourcePositions positions() {
    return positions;
  }

  void remember(CompilationUnitTree unit) {
    if (!byUnit.containsKey(unit)) {
      List<DeclaredClass> found = scan(unit);
      byUnit.put(unit, found);
      found.forEach(this::enter);
    }
  }

  List<DeclaredClass> in(CompilationUnitTree unit) {
    remember(unit);
    return Collections.unmodifiableList(byUnit.get(unit));
  }

  Optional<DeclaredClass> named(String name) {
    DeclaredClass known = byName.get(name);
    if (known == null) {
      complete();
      known = byName.get(name);
    }
    return Optional.ofNullable(known);
  }

  Collection<CompilationUnitTree> units() {
    complete();
    return byUnit.keySet();
  }

  /** Classes below {@code name}, sorted. */
  List<String> below(String name) {
    complete();
    Set<String> found = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      for (String sub : directSubclasses.getOrDefault(open.remove(open.size() - 1), Set.of())) {
        if (found.add(sub)) {
          open.add(sub);
        }
      }
    }
    return List.copyOf(found);
  }

  /** With the simple compile policy every unit is attributed before the first check runs, and javac still has it. */
  private void complete() {
    if (isComplete) {
      return;
    }
    isComplete = true;
    Enter enter = Enter.instance(context);
    Map<String, CompilationUnitTree> units = new TreeMap<>();
    for (ClassSymbol symbol : Symtab.instance(context).getAllClasses()) {
      Env<AttrContext> env = enter.getEnv(symbol);
      if (env != null && env.toplevel != null && env.toplevel.sourcefile != null) {
        units.putIfAbsent(env.toplevel.sourcefile.toUri().toString(), env.toplevel);
      }
    }
    units.values().forEach(this::remember);
  }

  private void enter(DeclaredClass declared) {
    String name = declared.symbol().flatName().toString();
    if (byName.putIfAbsent(name, declared) != null) {
      return;
    }
    addBelow(declared.symbol().getSuperclass(), name);
    for (Type parent : declared.symbol().getInterfaces()) {
      addBelow(parent, name);
    }
  }

  private void addBelow(Type parent, String name) {
    if (parent != null && parent.tsym instanceof ClassSymbol above) {
      directSubclasses.computeIfAbsent(above.flatName().toString(), n -> new TreeSet<>()).add(name);
    }
  }

  private List<DeclaredClass> scan(CompilationUnitTree unit) {
    List<DeclaredClass> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override public Void visitClass(ClassTree tree, Void unused) {
        ClassSymbol symbol = ((JCClassDecl) tree).sym;
        // No symbol: code that was never attributed, an error elsewhere says why.
        if (symbol != null) {
          int start = (int) positions.getStartPosition(unit, tree);
          found.add(new DeclaredClass(symbol, getCurrentPath(), start, endOf(unit, tree)));
        }
        return super.visitClass(tree, null);
      }
    }.scan(new TreePath(unit), null);
    return found;
  }

  private int endOf(CompilationUnitTree unit, ClassTree tree) {
    int end = (int) positions.getEndPosition(unit, tree);
    return end < 0 ? Integer.MAX_VALUE : end;
  }
}
