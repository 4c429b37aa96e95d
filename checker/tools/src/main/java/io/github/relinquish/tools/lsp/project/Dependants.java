package io.github.relinquish.tools.lsp.project;

import io.github.relinquish.tools.lsp.project.WordIndex.Words;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files can change their answer when one of them changes: those that name a type it declares or extends, and so on, and those whose
 * types it names. By words alone, so rather too many than too few.
 */
final class Dependants {
  private final WordIndex index;
  private Map<Path, Words> last = Map.of();

  Dependants(WordIndex index) {
    this.index = index;
  }

  /**
   * The changed files and all that depend on them, the changed ones first.
   *
   * @param texts all files of the modules in question
   * @param changed files whose text is new, or which are gone
   * @param module in which callers are asked what they do
   */
  synchronized Set<Path> of(Map<Path, String> texts, Collection<Path> changed, Module module) {
    Set<String> declaredBefore = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    changed.stream().filter(last::containsKey).map(last::get).forEach(w -> {
      declaredBefore.addAll(w.declared());
      named.addAll(w.all());
    });
    last = index.of(texts);
    changed.stream().filter(last::containsKey).forEach(file -> named.addAll(last.get(file).all()));
    Set<Path> found = closure(changed, declaredBefore);
    // Whether a class gives back what it keeps may be a matter of those who use it.
    last.forEach((file, words) -> {
      if (module.judges(file) && words.declared().stream().anyMatch(named::contains)) {
        found.add(file);
      }
    });
    return found;
  }

  private Set<Path> closure(Collection<Path> changed, Set<String> before) {
    Map<String, Set<Path>> users = new HashMap<>();
    Set<String> ours = new TreeSet<>(before);
    last.values().forEach(w -> ours.addAll(w.declared()));
    WordIndex.tellUsers(last, ours, (name, file) -> users.computeIfAbsent(name, x -> new TreeSet<>()).add(file));
    Set<Path> found = new LinkedHashSet<>(changed);
    Set<String> names = new LinkedHashSet<>();
    Deque<String> work = new ArrayDeque<>(before);
    changed.stream().filter(last::containsKey).map(last::get).forEach(w -> {
      work.addAll(w.declared());
      w.above().stream().filter(ours::contains).forEach(work::add);
    });
    while (!work.isEmpty()) {
      String name = work.poll();
      if (names.add(name)) {
        for (Path user : users.getOrDefault(name, Set.of())) {
          if (found.add(user)) {
            work.addAll(last.get(user).declared());
          }
        }
      }
    }
    return found;
  }
}
