package io.github.relinquish.plugin.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Outline;
import io.github.relinquish.core.program.Program;
import io.github.relinquish.core.program.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The classes of one javac run, and by symbol whatever else javac knows, as a program.
 *
 * <p>One instance serves a whole run. Bodies come from source where there is one, also of units that no check has visited
 * yet, and from class files otherwise. Each graph and each shape is built once.
 */
public final class SourceProgram implements Program {
  private final ClassSymbols symbols;
  private final ClassIndex classes;
  private final LibraryBodies classFiles;
  private final Bodies bodies;
  private final Outlines outlines;
  private final Shapes shapes;
  private final Mentions mentions;
  private final AnnotatedCalls annotated;
  private final FactoryCalls factories;
  private final FolderClasses folders;
  private final Map<MethodKey, Optional<FlowGraph>> graphs = new HashMap<>();
  private final Map<String, Optional<ClassShape>> known = new HashMap<>();
  private final Map<String, Optional<Scope>> scopes = new HashMap<>();
  private final List<String> troubles = new ArrayList<>();

  /** For a run in which javac has attributed all units. */
  public SourceProgram(Context context) {
    this(context, unit -> { });
  }

  /**
   * For a run in which javac has entered all units, but need not have attributed them. Classes without a source in the run are read from their
   * class files.
   *
   * @param ready attributes a unit, unless that is done; called before the unit's trees are looked at
   */
  public SourceProgram(Context context, Consumer<CompilationUnitTree> ready) {
    this.symbols = new ClassSymbols(context);
    this.classFiles = new LibraryBodies(symbols, this::shapeOf, troubles::add);
    this.classes = new ClassIndex(context, ready);
    Captures captures = new Captures(classes);
    Keys keys = new Keys(context, captures);
    Lambdas lambdas = new Lambdas(context, keys, captures, classes.positions());
    Bridges bridges = new Bridges(context, keys);
    this.bodies = new Bodies(new BundledCfg(context), classes, keys, captures, lambdas, bridges);
    this.outlines = new Outlines(keys, captures);
    this.shapes = new Shapes(symbols, classes, keys, captures, bridges);
    this.mentions = new Mentions(classes, keys);
    this.folders = new FolderClasses(context, name -> classes.named(name).isPresent());
    this.annotated = new AnnotatedCalls(context, classes);
    this.factories = new FactoryCalls(symbols, classes);
  }

  /** Tells of a unit that a check looks at. Units are found without it too. */
  public void remember(CompilationUnitTree unit) {
    LineMaps.ensure(unit);
    classes.remember(unit);
  }

  /** All classes of a unit, nested, local and anonymous ones included, in the order in which they begin. */
  public List<ClassShape> classesIn(CompilationUnitTree unit) {
    List<ClassShape> found = new ArrayList<>();
    for (DeclaredClass declared : classes.in(unit)) {
      shapeOf(Keys.className(declared.symbol())).ifPresent(found::add);
    }
    return found;
  }

  /** Binary names of the classes that a unit declares at its top. */
  public List<String> topLevel(CompilationUnitTree unit) {
    return unit.getTypeDecls().stream()
        .filter(t -> t instanceof JCClassDecl declared && declared.sym != null)
        .map(t -> Keys.className(((JCClassDecl) t).sym)).toList();
  }

  /** Whether one of the words may stand in the text of a unit. */
  public boolean mayName(CompilationUnitTree unit, Collection<String> words) {
    return words.stream().anyMatch(w -> classes.mayHave(unit, w));
  }

  /** The innermost tree of the run with exactly the offsets of {@code site}, with the trees around it. */
  public Optional<TreePath> pathOf(Site site) {
    for (CompilationUnitTree unit : classes.units()) {
      if (Sites.fileOf(unit).equals(site.file())) {
        return new Sites(unit, classes.positions()).find(site);
      }
    }
    return Optional.empty();
  }

  /** The same in one unit; empty where {@code site} is in another. */
  public Optional<Tree> treeAt(Site site, CompilationUnitTree unit) {
    return new Sites(unit, classes.positions()).find(site).map(TreePath::getLeaf);
  }

  /** Classes and bodies that could not be read so far, and why. */
  public List<String> troubles() {
    return Collections.unmodifiableList(troubles);
  }

  @Override public Optional<ClassShape> shapeOf(String className) {
    Optional<ClassShape> shape = known.get(className);
    if (shape == null) {
      shape = look(className);
      known.put(className, shape);
    }
    return shape;
  }

  private Optional<ClassShape> look(String className) {
    try {
      Optional<ClassShape> read = classes.named(className).isPresent() ? Optional.empty() : classFiles.shapeOf(className);
      return read.isPresent() ? read : shapes.of(className);
    } catch (RuntimeException e) {
      // Javac says so when a class file is missing or broken, and that class is then unknown.
      boolean isOwn = classes.named(className).isPresent();
      troubles.add(className + (isOwn ? "#" : "") + ": " + e);
      return Optional.empty();
    }
  }

  /** From the symbol: nothing is read from a class file that javac has not read anyway. */
  @Override public List<String> parentsOf(String className) {
    return ofSymbol(className, shapes::parentsOf).orElse(List.of());
  }

  @Override public Optional<Scope> scopeOf(String className) {
    Optional<Scope> scope = scopes.get(className);
    if (scope == null) {
      scope = classes.named(className).isPresent() ? Optional.of(Scope.RUN) : ofSymbol(className, Scopes::of);
      scopes.put(className, scope);
    }
    return scope;
  }

  @Override public boolean mayCallOn(String className) {
    return symbols.isCompleted(className);
  }

  @Override public boolean mayHold(String className, Set<String> words) {
    return classes.named(className).isPresent() || classFiles.mayHold(className, words);
  }

  private <T> Optional<T> ofSymbol(String className, Function<ClassSymbol, T> question) {
    try {
      return classes.named(className).map(DeclaredClass::symbol).or(() -> symbols.find(className)).map(question);
    } catch (RuntimeException e) {
      troubles.add(className + ": " + e);
      return Optional.empty();
    }
  }

  @Override public Optional<FlowGraph> bodyOf(MethodKey key) {
    Optional<FlowGraph> graph = graphs.get(key);
    if (graph == null) {
      graph = lower(key);
      graphs.put(key, graph);
    }
    return graph;
  }

  private Optional<FlowGraph> lower(MethodKey key) {
    Optional<DeclaredClass> declared = classes.named(key.owner());
    try {
      return declared.isEmpty() ? classFiles.bodyOf(key) : bodies.lower(key, declared.get());
    } catch (RuntimeException | StackOverflowError e) {
      // The library gives up on a body by throwing, javac on a class file; an unknown body is not the end of a build.
      troubles.add(key + ": " + e);
      return Optional.empty();
    }
  }

  @Override public Optional<Outline> outlineOf(MethodKey key) {
    try {
      return classes.named(key.owner()).flatMap(owner -> bodies.declared(key, owner).flatMap(m -> outlines.of(m, owner)));
    } catch (RuntimeException | StackOverflowError e) {
      troubles.add(key + ": " + e);
      return Optional.empty();
    }
  }

  @Override public List<String> subclassesOf(String className) {
    return FolderClasses.union(classes.below(className), folders.subclassesOf(className));
  }

  @Override public List<MethodKey> mentionsOf(String simpleName) {
    return callersOf(simpleName, owner -> true);
  }

  @Override public List<MethodKey> callersOf(String simpleName, java.util.function.Predicate<String> owner) {
    return FolderClasses.union(mentions.of(simpleName, owner), folders.callersOf(simpleName, owner));
  }

  @Override public List<MethodKey> callersOfFactories(Set<String> types) {
    Set<MethodKey> callers = new TreeSet<>(folders.callersOfFactories(types, owner -> scopeOf(owner).filter(s -> s == Scope.LIBRARY).isPresent()));
    factories.answering(types).forEach((name, owners) -> callers.addAll(mentions.of(name, owners::contains)));
    return List.copyOf(callers);
  }

  @Override public Map<String, List<MethodKey>> callersOfAnnotated(Set<String> types) {
    Map<String, List<MethodKey>> callers = new TreeMap<>();
    annotated.namesOf(types).forEach((name, owners) -> callers.put(name, mentions.of(name, owners::contains)));
    folders.callersOfAnnotated(types).forEach((name, more) -> callers.merge(name, more, FolderClasses::union));
    return callers;
  }
}
