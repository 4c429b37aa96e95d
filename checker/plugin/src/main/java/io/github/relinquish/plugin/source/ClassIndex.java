package io.github.relinquish.plugin.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
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
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import io.github.relinquish.core.graph.ClassNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All classes with a source in this run, those of units nobody has visited yet as well. A unit is walked through when one of its
 * classes is asked for, or when it names the class whose subclasses are asked for.
 */
final class ClassIndex {
  private final Context context;
  private final Consumer<CompilationUnitTree> ready;
  private final SourcePositions positions;
  private final Set<CompilationUnitTree> units = new LinkedHashSet<>();
  private final Words words = new Words();
  private final Map<String, Set<CompilationUnitTree>> asked = new HashMap<>();
  private final Map<CompilationUnitTree, List<DeclaredClass>> byUnit = new LinkedHashMap<>();
  private final Map<String, DeclaredClass> byName = new LinkedHashMap<>();
  private final Set<String> missing = new HashSet<>();
  private final Map<String, Set<String>> directSubclasses = new TreeMap<>();
  private boolean isComplete;

  /** @param ready told of each unit before its trees are walked through; javac has to have attributed it behind that */
  ClassIndex(Context context, Consumer<CompilationUnitTree> ready) {
    this.context = context;
    this.ready = ready;
    Trees trees = JavacTrees.instance(context);
    this.positions = trees.getSourcePositions();
  }

  SourcePositions positions() {
    return positions;
  }

  void remember(CompilationUnitTree unit) {
    if (units.add(unit)) {
      words.add(unit);
      asked.clear();
    }
  }

  List<DeclaredClass> in(CompilationUnitTree unit) {
    remember(unit);
    List<DeclaredClass> found = byUnit.get(unit);
    if (found == null) {
      ready.accept(unit);
      found = scan(unit);
      byUnit.put(unit, found);
      found.forEach(this::enter);
    }
    return Collections.unmodifiableList(found);
  }

  Optional<DeclaredClass> named(String name) {
    DeclaredClass known = byName.get(name);
    if (known == null && missing.add(name)) {
      unitOf(name).ifPresent(this::in);
      known = byName.get(name);
    }
    return Optional.ofNullable(known);
  }

  /** The unit of a class, or of one around it. */
  private Optional<CompilationUnitTree> unitOf(String name) {
    Enter enter = Enter.instance(context);
    for (int end = name.indexOf('$', 1); ; end = name.indexOf('$', end + 1)) {
      Name prefix = Names.instance(context).fromString(end < 0 ? name : name.substring(0, end));
      for (ClassSymbol symbol : Symtab.instance(context).getClassesForName(prefix)) {
        Env<AttrContext> env = enter.getEnv(symbol);
        if (env != null && env.toplevel != null && env.toplevel.sourcefile != null) {
          return Optional.of(env.toplevel);
        }
      }
      if (end < 0) {
        return Optional.empty();
      }
    }
  }

  Collection<CompilationUnitTree> units() {
    complete();
    return Collections.unmodifiableSet(units);
  }

  /** To be asked before the trees of a unit are looked at. */
  void makeReady(CompilationUnitTree unit) {
    ready.accept(unit);
  }

  /** Units whose text may have that word. */
  List<CompilationUnitTree> unitsWith(String word) {
    complete();
    return words.unitsWith(word);
  }

  /** Whether the text of a unit may have that word; the same few words are asked for again and again. */
  boolean mayHave(CompilationUnitTree unit, String word) {
    complete();
    remember(unit);
    return asked.computeIfAbsent(word, w -> new HashSet<>(unitsWith(w))).contains(unit);
  }

  /** Classes below {@code name}, sorted. */
  List<String> below(String name) {
    Set<String> found = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      String above = open.remove(open.size() - 1);
      // Whoever extends a class names it, without the number that local classes have; anonymous ones have nothing else.
      String word = ClassNames.declared(above);
      if (!word.isEmpty()) {
        unitsWith(word).forEach(this::in);
      }
      for (String sub : directSubclasses.getOrDefault(above, Set.of())) {
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
    Map<String, CompilationUnitTree> found = new TreeMap<>();
    Set<CompilationUnitTree> seen = new HashSet<>();
    for (ClassSymbol symbol : Symtab.instance(context).getAllClasses()) {
      Env<AttrContext> env = enter.getEnv(symbol);
      if (env != null && env.toplevel != null && env.toplevel.sourcefile != null && seen.add(env.toplevel)) {
        found.putIfAbsent(env.toplevel.sourcefile.toUri().toString(), env.toplevel);
      }
    }
    found.values().forEach(this::remember);
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
    ClassPaths paths = new ClassPaths(unit);
    new TreeScanner<Void, Void>() {
      @Override public Void visitClass(ClassTree tree, Void unused) {
        ClassSymbol symbol = ((JCClassDecl) tree).sym;
        // No symbol: code that was never attributed, an error elsewhere says why.
        if (symbol != null) {
          int start = (int) positions.getStartPosition(unit, tree);
          found.add(new DeclaredClass(symbol, (JCClassDecl) tree, paths, start, endOf(unit, tree)));
        }
        return super.visitClass(tree, null);
      }
    }.scan(unit, null);
    return found;
  }

  private int endOf(CompilationUnitTree unit, ClassTree tree) {
    int end = (int) positions.getEndPosition(unit, tree);
    return end < 0 ? Integer.MAX_VALUE : end;
  }
}
