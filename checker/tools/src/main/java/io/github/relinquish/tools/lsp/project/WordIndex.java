package io.github.relinquish.tools.lsp.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of sources, read again only where the text is another. Types are known by their simple names, so rather too many than too few. */
final class WordIndex {
  private static final Pattern DECLARED = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
  private static final Pattern SUPERTYPES = Pattern.compile("\\b(?:extends|implements|new)\\b([\\w\\s.,<>?&@]+)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

  private final Map<Path, Words> known = new HashMap<>();

  /**
   * Words of one source.
   *
   * @param all every one of them
   * @param declared types that it declares
   * @param above types that it extends or makes instances of
   */
  record Words(String text, Set<String> all, Set<String> declared, Set<String> above) {
    private static Words of(String text) {
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

  /** The words of these texts; those of other files are forgotten. */
  synchronized Map<Path, Words> of(Map<Path, String> texts) {
    known.keySet().retainAll(texts.keySet());
    Map<Path, Words> words = new TreeMap<>();
    texts.forEach((file, text) -> words.put(file, known.compute(file, (f, old) -> old != null && old.text().equals(text) ? old : Words.of(text))));
    return Collections.unmodifiableMap(words);
  }

  /** Files by the types that they name and that some file declares. */
  static void tellUsers(Map<Path, Words> words, Set<String> names, BiConsumer<String, Path> user) {
    words.forEach((file, w) -> w.all().stream().filter(names::contains).forEach(name -> user.accept(name, file)));
  }
}
