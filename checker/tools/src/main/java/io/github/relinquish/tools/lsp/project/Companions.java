package io.github.relinquish.tools.lsp.project;

import io.github.relinquish.tools.lsp.project.WordIndex.Words;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which sources of other modules are compiled along with a module: those that name a tracked API, or a type of such a source, and that the
 * module leads to. Who hands a resource on is asked of compiled sources only; everything else is looked up when somebody needs it.
 */
final class Companions {
  /** Enough for what is near; compiling the whole of a large build after each edit would take too long. */
  private static final int MOST = 400;

  private final WordIndex index;

  Companions(WordIndex index) {
    this.index = index;
  }

  /**
   * Texts by path, at most {@value #MOST}, those nearest to the API.
   *
   * @param module that is compiled
   * @param texts of all modules of the build
   * @param api words by which the tracked API is known
   */
  Map<Path, String> of(Module module, Map<Path, String> texts, Set<String> api) {
    Map<Path, Words> words = index.of(texts);
    Map<Path, Words> mine = new TreeMap<>(words);
    mine.keySet().removeIf(file -> !module.judges(file));
    Map<Path, Words> near = near(others(module, words), api);
    Map<Path, String> found = new TreeMap<>();
    Set<String> taken = new TreeSet<>();
    mine.keySet().forEach(file -> taken.add(nameOf(file, module.roots())));
    Set<Path> led = ledTo(mine.values(), near);
    for (Path file : near.keySet()) {
      // Two modules may have a class of the same name, and javac compiles one of them.
      if (led.contains(file) && found.size() < MOST && taken.add(nameOf(file, module.more()))) {
        found.put(file, texts.get(file));
      }
    }
    return Collections.unmodifiableMap(found);
  }

  private static Map<Path, Words> others(Module module, Map<Path, Words> words) {
    Map<Path, Words> others = new TreeMap<>(words);
    others.keySet().removeIf(file -> module.judges(file) || module.more().stream().noneMatch(file::startsWith));
    return others;
  }

  private static String nameOf(Path file, List<Path> roots) {
    return roots.stream().filter(file::startsWith).findFirst().map(root -> root.relativize(file).toString()).orElse(file.toString());
  }

  /** Files that name the API, then those that name types of theirs, and so on. */
  private static Map<Path, Words> near(Map<Path, Words> others, Set<String> api) {
    Set<String> names = new TreeSet<>(api);
    others.values().forEach(w -> names.addAll(w.declared()));
    Map<String, Set<Path>> users = new HashMap<>();
    WordIndex.tellUsers(others, names, (name, file) -> users.computeIfAbsent(name, x -> new TreeSet<>()).add(file));
    Map<Path, Words> found = new LinkedHashMap<>();
    Deque<String> work = new ArrayDeque<>(new TreeSet<>(api));
    while (!work.isEmpty()) {
      for (Path file : users.getOrDefault(work.poll(), Set.of())) {
        if (found.putIfAbsent(file, others.get(file)) == null) {
          work.addAll(others.get(file).declared());
        }
      }
    }
    return found;
  }

  /** Those whose types are named by the given words, or by words of those found; and what extends such a type. */
  private static Set<Path> ledTo(Collection<Words> from, Map<Path, Words> near) {
    Map<String, Set<Path>> leads = new HashMap<>();
    near.forEach((file, words) -> {
      words.declared().forEach(name -> leads.computeIfAbsent(name, x -> new TreeSet<>()).add(file));
      words.above().forEach(name -> leads.computeIfAbsent(name, x -> new TreeSet<>()).add(file));
    });
    Set<Path> found = new LinkedHashSet<>();
    Set<String> seen = new TreeSet<>();
    Deque<String> work = new ArrayDeque<>();
    from.forEach(words -> work.addAll(words.all()));
    while (!work.isEmpty()) {
      String name = work.poll();
      if (seen.add(name)) {
        for (Path file : leads.getOrDefault(name, Set.of())) {
          if (found.add(file)) {
            work.addAll(near.get(file).all());
          }
        }
      }
    }
    return found;
  }
}
