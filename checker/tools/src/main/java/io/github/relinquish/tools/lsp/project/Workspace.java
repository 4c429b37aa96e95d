package io.github.relinquish.tools.lsp.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What lies around a file: its module, the sources of that, what they need of other modules, and who depends on them. */
public final class Workspace {
  private static final List<String> OUTPUTS = List.of("target", "build", "out", "bin");

  private final Layouts layouts = new Layouts();
  private final Texts texts = new Texts();
  private final WordIndex index = new WordIndex();
  private final Dependants dependants = new Dependants(index);
  private final Companions companions = new Companions(index);
  private final ClassPaths classPaths;
  /** What was read for the modules that somebody looks at. */
  private final Map<Path, Reading> reading = new TreeMap<>();

  /**
   * A class path as it was read last.
   *
   * @param older entries for whose classes sources stand
   */
  private record Reading(Module module, List<Path> classPath, List<Path> older) {
    boolean counts(Path file) {
      return classPath.stream().anyMatch(entry -> file.startsWith(entry) && !(older.contains(entry) && file.toString().endsWith(".class")));
    }
  }

  /** @param classPaths of the builds */
  public Workspace(ClassPaths classPaths) {
    this.classPaths = classPaths;
  }

  /** The build changed, or folders came and went: everything is looked for again. */
  public void forget() {
    layouts.forget();
  }

  /** Another run begins: folders of sources may have come and gone. */
  public void look() {
    layouts.look();
  }

  /**
   * The module of a file.
   *
   * @param file absolute
   * @param text what stands in it
   */
  public Module moduleOf(Path file, String text) {
    return layouts.of(file, text);
  }

  /** What was saved last in a file; empty where nothing was. */
  public Optional<String> saved(Path file) {
    return texts.saved(file);
  }

  /** What the build says that the module is compiled against; empty until it has answered. */
  public List<Path> classPathOf(Module module) {
    return classPaths.of(module);
  }

  /** All sources that the module judges; the open ones as the editor shows them. */
  public Map<Path, String> textsOf(Module module, Map<Path, String> open) {
    return texts.of(module, open);
  }

  /**
   * Sources of the other modules of the build that are compiled along.
   *
   * @param api words by which the tracked API is known
   */
  public Map<Path, String> companionsOf(Module module, Map<Path, String> open, Set<String> api) {
    List<Module> all = around(module);
    return all.size() == 1 ? Map.of() : companions.of(module, texts.ofAll(all, open), api);
  }

  /** The changed files and all that depend on them in all modules of the build, the changed ones first. */
  public Set<Path> dependantsOf(Collection<Path> changed, Module module, Map<Path, String> open) {
    return dependants.of(texts.ofAll(around(module), open), changed, module);
  }

  /**
   * A class path is going to be read. Those of modules of which nothing is open are forgotten.
   *
   * @param open files that somebody looks at
   * @return the folders in it into which modules of this build are compiled: their sources are newer
   */
  public List<Path> read(List<Path> classPath, Module module, Collection<Path> open) {
    List<Module> modules = layouts.besides(module);
    List<Path> older = classPath.stream().filter(entry -> modules.stream().anyMatch(m -> OUTPUTS.stream().map(m.root()::resolve).anyMatch(entry::startsWith))).toList();
    synchronized (reading) {
      reading.values().removeIf(old -> open.stream().noneMatch(old.module()::judges));
      reading.put(module.root(), new Reading(module, List.copyOf(classPath), older));
    }
    return older;
  }

  /** Whether a file is on a class path that was read, and counts there. */
  public boolean isRead(Path file) {
    synchronized (reading) {
      return reading.values().stream().anyMatch(read -> read.counts(file));
    }
  }

  /** Of how many modules the class path is remembered. */
  int remembered() {
    synchronized (reading) {
      return reading.size();
    }
  }

  /** The modules of the build, this one first. */
  private List<Module> around(Module module) {
    List<Module> modules = new ArrayList<>(layouts.besides(module));
    modules.remove(module);
    modules.add(0, module);
    return modules;
  }
}
