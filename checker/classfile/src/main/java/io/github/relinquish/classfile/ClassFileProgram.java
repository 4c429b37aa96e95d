package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Program;
import io.github.relinquish.core.program.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import java.util.function.Predicate;

/**
 * A program made of class files: what is to be judged, the class path it was built against, and the JDK that runs us.
 * Classes are read when they are asked for and once; the first of a name counts.
 */
public final class ClassFileProgram implements Program, AutoCloseable {
  /** A class that was found and how near it is. */
  private record Located(ClassEntry entry, Archives archives, Scope scope) {}

  private final Archives roots;
  private final Archives classPath;
  private final PlatformClasses platform = new PlatformClasses();
  private final Map<String, Located> located = new TreeMap<>();
  private final Map<String, Optional<ClassModel>> models = new LinkedHashMap<>();
  private final References references = References.through(this::shapeOf);
  private final Notes notes = new Notes(ArchiveLimits.standard().notes());
  private Map<String, Set<String>> subclasses;
  private Mentions mentions;
  private final PoolIndex pools = new PoolIndex();
  /** Bytes of classes in folders that were indexed and may still be asked for; by entry, so that no class is read twice. */
  private final Map<String, byte[]> indexed = new HashMap<>();
  private boolean arePoolsComplete;

  private ClassFileProgram(Archives roots, Archives classPath) {
    this.roots = roots;
    this.classPath = classPath;
  }

  /**
   * Opens a program.
   *
   * @param roots folders, jars and wars to judge; the libraries inside a war are {@link Scope#LIBRARY}
   * @param classPath where the other classes are: folders are {@link Scope#FOLDER}, jars {@link Scope#LIBRARY}
   */
  public static ClassFileProgram open(List<Path> roots, List<Path> classPath) {
    ArchiveLimits limits = ArchiveLimits.standard();
    ClassFileProgram program =
        new ClassFileProgram(Archives.under(roots, limits), Archives.onClassPath(classPath, limits));
    program.locate();
    return program;
  }

  /** How many times the bytes of some class were read so far. */
  int reads() {
    return roots.reads() + classPath.reads();
  }

  private void locate() {
    for (ClassEntry entry : roots.classes()) {
      if (entry.isBundled()) {
        located.putIfAbsent(entry.binaryName(), new Located(entry, roots, Scope.LIBRARY));
      } else {
        readRoot(new Located(entry, roots, Scope.RUN));
      }
    }
    for (ClassEntry entry : classPath.classes()) {
      Scope scope = entry.isInArchive() ? Scope.LIBRARY : Scope.FOLDER;
      located.putIfAbsent(entry.binaryName(), new Located(entry, classPath, scope));
    }
  }

  /** A root may hold class folders anywhere inside, so only the class itself knows its name. */
  private void readRoot(Located root) {
    Optional<ClassModel> model = read(root);
    String name = model.map(m -> m.shape().name()).orElse(root.entry().binaryName());
    if (!located.containsKey(name) || located.get(name).scope() != Scope.RUN) {
      located.put(name, root);
      models.put(name, model);
    }
  }

  private Optional<ClassModel> read(Located at) {
    byte[] known = indexed.remove(at.entry().place());
    Optional<byte[]> read = known != null ? Optional.of(known) : at.archives().read(at.entry());
    if (at.scope() == Scope.FOLDER) {
      read.ifPresent(bytes -> pools.add(at.entry().binaryName(), bytes));
    }
    return read.flatMap(bytes -> read(at.entry().place(), bytes, at.scope()));
  }

  private Optional<ClassModel> read(String place, byte[] bytes, Scope scope) {
    try {
      return Optional.of(ClassReading.read(bytes, scope, references));
    } catch (UnreadableClass e) {
      notes.add(place, e.getMessage());
      return Optional.empty();
    }
  }

  /** The class of that name, read if there is one. */
  public Optional<ClassModel> model(String className) {
    Optional<ClassModel> known = models.get(className);
    if (known == null) {
      Located at = located.get(className);
      known = at != null
          ? read(at).filter(m -> isNamed(m, className, at.entry().place()))
          : platform.find(className).flatMap(bytes -> read(className, bytes, Scope.PLATFORM));
      models.put(className, known);
    }
    return known;
  }

  private boolean isNamed(ClassModel model, String className, String place) {
    boolean isNamed = model.shape().name().equals(className);
    if (!isNamed) {
      notes.add(place, "holds a class of another name: " + model.shape().name());
    }
    return isNamed;
  }

  /** Names of the classes to judge, sorted. */
  public List<String> runClasses() {
    return located.entrySet().stream().filter(e -> e.getValue().scope() == Scope.RUN).map(Map.Entry::getKey).toList();
  }

  @Override public Optional<ClassShape> shapeOf(String className) {
    return model(className).map(ClassModel::shape);
  }

  @Override public Optional<FlowGraph> bodyOf(MethodKey key) {
    return model(key.owner())
        .filter(m -> m.shape().scope() != Scope.PLATFORM)
        .flatMap(m -> m.bodyOf(key.name(), key.descriptor()));
  }

  @Override public List<String> subclassesOf(String className) {
    if (subclasses == null) {
      subclasses = indexSubclasses();
    }
    return List.copyOf(subclasses.getOrDefault(className, Set.of()));
  }

  private Map<String, Set<String>> indexSubclasses() {
    Map<String, Set<String>> index = new HashMap<>();
    located.forEach((name, at) -> {
      if (at.scope().isOwn()) {
        ancestorsOf(name).forEach(ancestor -> index.computeIfAbsent(ancestor, a -> new TreeSet<>()).add(name));
      }
    });
    return index;
  }

  private Set<String> ancestorsOf(String className) {
    Set<String> ancestors = new HashSet<>();
    Deque<String> work = new ArrayDeque<>(List.of(className));
    while (!work.isEmpty()) {
      above(work.removeFirst()).stream().filter(a -> !a.isEmpty() && ancestors.add(a)).forEach(work::add);
    }
    ancestors.remove(className);
    return ancestors;
  }

  private List<String> above(String className) {
    return pools().above(className).orElseGet(() -> shapeOf(className).map(shape -> {
      List<String> above = new ArrayList<>(shape.interfaces());
      above.add(shape.superclass());
      return above;
    }).orElse(List.of()));
  }

  /** Of the classes in folders of the class path. */
  private PoolIndex pools() {
    if (!arePoolsComplete) {
      arePoolsComplete = true;
      located.forEach((name, at) -> {
        if (at.scope() == Scope.FOLDER && pools.above(name).isEmpty()) {
          at.archives().read(at.entry()).ifPresent(bytes -> {
            pools.add(name, bytes);
            indexed.put(at.entry().place(), bytes);
          });
        }
      });
    }
    return pools;
  }

  @Override public List<MethodKey> mentionsOf(String simpleName) {
    return callersOf(simpleName, owner -> true);
  }

  @Override public List<MethodKey> callersOf(String simpleName, Predicate<String> owner) {
    Mentions index = index();
    pools().mentioning(simpleName, owner).forEach(name -> model(name).ifPresent(index::add));
    return index.of(simpleName, owner);
  }

  private Mentions index() {
    if (mentions == null) {
      mentions = new Mentions(this::model);
      runClasses().forEach(name -> model(name).ifPresent(mentions::add));
    }
    return mentions;
  }

  @Override public Map<String, List<MethodKey>> callersOfAnnotated(Set<String> types) {
    Map<String, Set<MethodKey>> found = new TreeMap<>();
    inFolders(types, found);
    index().all().forEach((name, owners) -> owners.forEach((owner, callers) -> {
      if (isAnnotated(name, owner, types)) {
        found.computeIfAbsent(name, n -> new TreeSet<>()).addAll(callers);
      }
    }));
    Map<String, List<MethodKey>> sorted = new TreeMap<>();
    found.forEach((name, callers) -> sorted.put(name, List.copyOf(callers)));
    return sorted;
  }

  /** Methods of classes in folders, and whoever calls them there. */
  private void inFolders(Set<String> types, Map<String, Set<MethodKey>> found) {
    for (String className : pools().mayCarry(types)) {
      for (MethodShape method : shapeOf(className).map(ClassShape::methods).orElse(List.of())) {
        if (method.isAnnotatedWith(types)) {
          String name = MentionScan.mention(className.replace('.', '/'), method.key().name()).name();
          found.computeIfAbsent(name, n -> new TreeSet<>()).addAll(callersOf(name, className::equals));
        }
      }
    }
  }

  private boolean isAnnotated(String name, String owner, Set<String> types) {
    if (shapeOf(owner).filter(s -> s.scope() != Scope.PLATFORM).isEmpty()) {
      return false;
    }
    Set<String> family = new LinkedHashSet<>(Set.of(owner));
    family.addAll(ancestorsOf(owner));
    return family.stream().map(this::shapeOf).flatMap(Optional::stream)
        .filter(s -> s.scope() != Scope.PLATFORM)
        .flatMap(s -> s.methods().stream())
        .anyMatch(m -> (m.key().name().equals(name) || m.key().isConstructor() && owner.endsWith(name)) && m.isAnnotatedWith(types));
  }

  /** What could not be read so far: places, classes and methods. */
  public List<Note> notes() {
    List<Note> all = new ArrayList<>(roots.notes());
    all.addAll(classPath.notes());
    all.addAll(notes.list());
    models.values().forEach(model -> model.ifPresent(m -> all.addAll(m.notes())));
    return all;
  }

  @Override public void close() throws IOException {
    roots.close();
    classPath.close();
  }
}
