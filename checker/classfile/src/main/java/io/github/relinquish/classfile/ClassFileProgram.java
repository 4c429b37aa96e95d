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
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A program made of class files: what is to be judged, the class path it was built against, and the JDK that runs us.
 * Classes are read when they are asked for and once; the first of a name counts. Several threads may ask.
 */
public final class ClassFileProgram implements Program, AutoCloseable {
  /** A class that was found and how near it is. */
  private record Located(ClassEntry entry, Archives archives, Scope scope) {}

  /** A class as it was found, and what is wrong with it. */
  private record Read(Located at, Optional<ClassModel> model, String trouble) {}

  private final Archives roots;
  private final Archives classPath;
  private final PlatformClasses platform = new PlatformClasses();
  private final Map<String, Located> located = new TreeMap<>();
  private final Map<String, Optional<ClassModel>> models = new ConcurrentHashMap<>();
  private final References references = References.through(this::shapeOf);
  private final Notes notes = new Notes(ArchiveLimits.standard().notes());
  private Map<String, Set<String>> subclasses;
  private Mentions mentions;
  /** Methods that call what carries annotations of some types: every thread asks, and the answer is the same. */
  private final Map<Set<String>, Map<String, List<MethodKey>>> annotated = new HashMap<>();
  private final PoolIndex pools = new PoolIndex();
  /** Bytes of classes in folders that were indexed and may still be asked for; by entry, so that no class is read twice. */
  private final Map<String, byte[]> indexed = new ConcurrentHashMap<>();
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

  /** How many times a class was read for what it declares; its code is read again, from the same file, when it is asked for. */
  int reads() {
    return roots.reads() + classPath.reads();
  }

  private void locate() {
    SideBySide.map(roots.classes(), this::readRoot).forEach(this::take);
    for (ClassEntry entry : classPath.classes()) {
      Scope scope = entry.isInArchive() ? Scope.LIBRARY : Scope.FOLDER;
      located.putIfAbsent(entry.binaryName(), new Located(entry, classPath, scope));
    }
  }

  /** A root may hold class folders anywhere inside, so only the class itself knows its name. */
  private Read readRoot(ClassEntry entry) {
    return entry.isBundled() ? new Read(new Located(entry, roots, Scope.LIBRARY), Optional.empty(), "")
        : read(new Located(entry, roots, Scope.RUN));
  }

  private void take(Read root) {
    if (root.at().scope() == Scope.LIBRARY) {
      located.putIfAbsent(root.at().entry().binaryName(), root.at());
      return;
    }
    note(root);
    String name = root.model().map(m -> m.shape().name()).orElse(root.at().entry().binaryName());
    if (!located.containsKey(name) || located.get(name).scope() != Scope.RUN) {
      located.put(name, root.at());
      models.put(name, root.model());
    }
  }

  private void note(Read read) {
    if (!read.trouble().isEmpty()) {
      notes.add(read.at().entry().place(), read.trouble());
    }
  }

  private Read read(Located at) {
    try {
      return new Read(at, Optional.of(ClassReading.read(bytesOf(at), at.scope(), references, () -> again(at.entry()))), "");
    } catch (UnreadableClass e) {
      return new Read(at, Optional.empty(), e.getMessage());
    } catch (IOException | IllegalStateException e) {
      // A closed ZipFile answers with IllegalStateException.
      return new Read(at, Optional.empty(), "cannot be read: " + e.getMessage());
    }
  }

  private byte[] bytesOf(Located at) throws IOException {
    byte[] known = indexed.remove(at.entry().place());
    byte[] bytes = known != null ? known : at.archives().bytesOf(at.entry());
    if (at.scope() == Scope.FOLDER) {
      pools.add(at.entry().binaryName(), bytes);
    }
    return bytes;
  }

  private static byte[] again(ClassEntry entry) {
    try {
      return entry.bytes();
    } catch (IOException | IllegalStateException e) {
      throw new MalformedCode("cannot be read again: " + e.getMessage());
    }
  }

  private Optional<ClassModel> platform(String className) {
    return platform.find(className).flatMap(bytes -> {
      try {
        return Optional.of(ClassReading.read(bytes, Scope.PLATFORM, references));
      } catch (UnreadableClass e) {
        notes.add(className, e.getMessage());
        return Optional.empty();
      }
    });
  }

  /** The class of that name, read if there is one. */
  public Optional<ClassModel> model(String className) {
    Optional<ClassModel> known = models.get(className);
    if (known == null) {
      synchronized (models) {
        known = models.get(className);
        if (known == null) {
          known = find(className);
          models.put(className, known);
        }
      }
    }
    return known;
  }

  private Optional<ClassModel> find(String className) {
    Located at = located.get(className);
    if (at == null) {
      return platform(className);
    }
    Read read = read(at);
    note(read);
    return read.model().filter(m -> isNamed(m, className, at.entry().place()));
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

  /** Classes to judge that hold one of these words in a name, a descriptor or a text, sorted. */
  public Set<String> classesNaming(Set<String> words) {
    PoolWords pools = new PoolWords(words);
    List<ClassModel> all = runClasses().stream().map(this::model).flatMap(Optional::stream).toList();
    List<Boolean> answers = SideBySide.map(all, model -> model.holds(pools));
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (answers.get(i)) {
        found.add(all.get(i).shape().name());
      }
    }
    return found;
  }

  @Override public Optional<ClassShape> shapeOf(String className) {
    return model(className).map(ClassModel::shape);
  }

  @Override public boolean mayHold(String className, Set<String> words) {
    return model(className).filter(m -> m.holds(words)).isPresent();
  }

  @Override public Optional<FlowGraph> bodyOf(MethodKey key) {
    return model(key.owner())
        .filter(m -> m.shape().scope() != Scope.PLATFORM)
        .flatMap(m -> m.bodyOf(key.name(), key.descriptor()));
  }

  @Override public List<String> subclassesOf(String className) {
    return List.copyOf(subclasses().getOrDefault(className, Set.of()));
  }

  private synchronized Map<String, Set<String>> subclasses() {
    if (subclasses == null) {
      subclasses = indexSubclasses();
    }
    return subclasses;
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
  private synchronized PoolIndex pools() {
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

  @Override public synchronized List<MethodKey> callersOf(String simpleName, Predicate<String> owner) {
    Mentions index = index();
    pools().mentioning(simpleName, owner).forEach(name -> model(name).ifPresent(index::add));
    return index.of(simpleName, owner);
  }

  @Override public List<MethodKey> callersOfFactories(Set<String> types) {
    return callersOfFactories(types, owner -> scopeOf(owner).filter(s -> s == Scope.LIBRARY).isPresent());
  }

  /** The same for a program that is not given its libraries. */
  public List<MethodKey> callersOfFactories(Set<String> types, Predicate<String> isOfLibrary) {
    Set<MethodKey> found = new TreeSet<>();
    types.forEach(type -> found.addAll(callersOf(type, isOfLibrary)));
    return List.copyOf(found);
  }

  private synchronized Mentions index() {
    if (mentions == null) {
      mentions = new Mentions(this::model, runClasses().stream().map(this::model).flatMap(Optional::stream).toList());
    }
    return mentions;
  }

  @Override public synchronized Map<String, List<MethodKey>> callersOfAnnotated(Set<String> types) {
    Map<String, List<MethodKey>> known = annotated.get(types);
    if (known == null) {
      known = findCallersOfAnnotated(types);
      annotated.put(Set.copyOf(types), known);
    }
    return known;
  }

  private Map<String, List<MethodKey>> findCallersOfAnnotated(Set<String> types) {
    Map<String, Set<MethodKey>> found = new TreeMap<>();
    AnnotatedNames names = new AnnotatedNames(types, this::shapeOf, this::ancestorsOf);
    inFolders(types, found);
    index().tellAll((name, owner, callers) -> {
      if (names.isAnnotated(name, owner)) {
        found.computeIfAbsent(name, n -> new TreeSet<>()).addAll(callers);
      }
    });
    Map<String, List<MethodKey>> sorted = new TreeMap<>();
    found.forEach((name, callers) -> sorted.put(name, List.copyOf(callers)));
    return Collections.unmodifiableMap(sorted);
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

  /** What could not be read so far: places, classes and methods. */
  public List<Note> notes() {
    List<Note> all = new ArrayList<>(roots.notes());
    all.addAll(classPath.notes());
    all.addAll(notes.list());
    new TreeMap<>(models).values().forEach(model -> model.ifPresent(m -> all.addAll(m.notes())));
    return all;
  }

  /** Names of the classes that a class names and that are neither in the roots nor on the class path nor in the JDK. */
  public Set<String> missingIn(String className) {
    Set<String> named = model(className).map(ClassModel::namedClasses).orElse(Set.of());
    return named.stream().filter(name -> !located.containsKey(name) && model(name).isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where a class of the roots or of the class path was found: a file, with {@code !/} where it goes into an archive. */
  public Optional<String> placeOf(String className) {
    return Optional.ofNullable(located.get(className)).map(at -> at.entry().place());
  }

  @Override public void close() throws IOException {
    roots.close();
    classPath.close();
  }
}
