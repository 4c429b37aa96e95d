package io.github.relinquish.plugin.source;

import com.sun.tools.javac.util.Context;
import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.graph.MethodKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The classes in the folders of the class path: most often the rest of the same module, compiled earlier. They are asked who calls whom as if
 * their sources were in the run, so that an incremental compile finds what a full one finds. Read when first asked.
 */
final class FolderClasses {
  private final Context context;
  private final Predicate<String> hasSource;
  private Optional<ClassFileProgram> program;

  /** @param hasSource whether a class is one of the run: its class file is an older version of it */
  FolderClasses(Context context, Predicate<String> hasSource) {
    this.context = context;
    this.hasSource = hasSource;
  }

  List<MethodKey> callersOf(String simpleName, Predicate<String> owner) {
    return program().map(p -> withoutSource(p.callersOf(simpleName, owner))).orElse(List.of());
  }

  /** @param isOfLibrary told by whoever knows the class path */
  List<MethodKey> callersOfFactories(Set<String> types, Predicate<String> isOfLibrary) {
    return program().map(p -> withoutSource(p.callersOfFactories(types, isOfLibrary))).orElse(List.of());
  }

  List<String> subclassesOf(String className) {
    return program().map(p -> p.subclassesOf(className).stream().filter(c -> !hasSource.test(c)).toList()).orElse(List.of());
  }

  Map<String, List<MethodKey>> callersOfAnnotated(Set<String> types) {
    Map<String, List<MethodKey>> callers = new TreeMap<>();
    program().ifPresent(p -> p.callersOfAnnotated(types).forEach((name, methods) -> callers.put(name, withoutSource(methods))));
    return callers;
  }

  private List<MethodKey> withoutSource(List<MethodKey> methods) {
    return methods.stream().filter(m -> !hasSource.test(m.owner())).toList();
  }

  /** Both lists together, sorted, each once. */
  static <T extends Comparable<T>> List<T> union(List<T> some, List<T> others) {
    if (others.isEmpty()) {
      return some;
    }
    Set<T> all = new TreeSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private Optional<ClassFileProgram> program() {
    if (program == null) {
      List<Path> folders = folders();
      program = folders.isEmpty() ? Optional.empty() : Optional.of(ClassFileProgram.open(List.of(), folders));
    }
    return program;
  }

  private List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    if (context.get(JavaFileManager.class) instanceof StandardJavaFileManager files) {
      for (StandardLocation location : List.of(StandardLocation.CLASS_PATH, StandardLocation.MODULE_PATH)) {
        if (files.hasLocation(location)) {
          files.getLocationAsPaths(location).forEach(folders::add);
        }
      }
    }
    folders.removeIf(f -> !Files.isDirectory(f));
    return folders;
  }
}
