package io.github.relinquish.tools.lsp.project;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files can change their answer when one of them changes: those that name a type it declares or extends, and so on. By words
 * alone, so rather too many than too few.
 */
public final class Dependants {
  private static final Pattern DECLARED = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
  private static final Pattern SUPERTYPES = Pattern.compile("\\b(?:extends|implements|new)\\b([\\w\\s.,<>?&@]+)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

  private final Map<Path, Words> words = new TreeMap<>();

  private record Words(String text, Set<String> all, Set<String> declared, Set<String> above) {
    static Words of(String text) {
      Set<String> above = new TreeSet<>();
      Matcher supertypes = SUPERTYPES.matcher(text);
      while (supertypes.find()) {
        find(WORD, supertypes.group(1), 0, above);
      }
      return new Words(text, find(WORD, text, 0, new TreeSet<>()), find(DECLARED, text, 1, new TreeSet<>()), above);
    }

    private static Set<String> find(Pattern pattern, String text, int group, Set<String> found) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group(group));
      }
      return found;
    }
  }

  /**
   * The changed files and all that depend on them, the changed ones first.
   *
   * @param texts all files of the module
   * @param changed files whose text is new, or which are gone
   */
  public synchronized Set<Path> of(Map<Path, String> texts, Collection<Path> changed) {
    Set<String> before = new TreeSet<>();
    changed.forEach(file -> {
      Words old = words.get(file);
      if (old != null) {
        before.addAll(old.declared());
      }
    });
    words.keySet().retainAll(texts.keySet());
    texts.forEach((file, text) -> {
      Words old = words.get(file);
      if (old == null || !old.text().equals(text)) {
        words.put(file, Words.of(text));
      }
    });
    return closure(changed, before);
  }

  private Set<Path> closure(Collection<Path> changed, Set<String> before) {
    Map<String, Set<Path>> users = new HashMap<>();
    Set<String> ours = new TreeSet<>(before);
    words.values().forEach(w -> ours.addAll(w.declared()));
    words.forEach((file, w) -> w.all().stream().filter(ours::contains)
        .forEach(word -> users.computeIfAbsent(word, x -> new TreeSet<>()).add(file)));
    Set<Path> found = new LinkedHashSet<>(changed);
    Set<String> names = new LinkedHashSet<>();
    Deque<String> work = new ArrayDeque<>(before);
    changed.stream().filter(words::containsKey).map(words::get).forEach(w -> {
      work.addAll(w.declared());
      w.above().stream().filter(ours::contains).forEach(work::add);
    });
    while (!work.isEmpty()) {
      String name = work.poll();
      if (names.add(name)) {
        for (Path user : users.getOrDefault(name, Set.of())) {
          if (found.add(user)) {
            work.addAll(words.get(user).declared());
          }
        }
      }
    }
    found.removeIf(file -> !words.containsKey(file) && !changed.contains(file));
    return found;
  }
}
