package io.github.relinquish.tools.lsp.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The words of sources, read again only where the text is another. Types are known by their simple names, so rather too many than too few. */
final class WordIndex {
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
      Reading reading = new Reading(text);
      reading.read();
      return new Words(text, reading.all, reading.declared, reading.above);
    }
  }

  /** Goes through a text once; comments are words too. */
  private static final class Reading {
    private static final Set<String> DECLARING = Set.of("class", "interface", "enum", "record");
    private static final Set<String> LEADING = Set.of("extends", "implements", "new");
    /** What may stand between the names of types. */
    private static final String BETWEEN = ".,<>?&@";

    private final String text;
    private final Set<String> all = new TreeSet<>();
    private final Set<String> declared = new TreeSet<>();
    private final Set<String> above = new TreeSet<>();
    private boolean isDeclaring;
    private boolean isAbove;

    Reading(String text) {
      this.text = text;
    }

    void read() {
      for (int at = 0; at < text.length(); at++) {
        char c = text.charAt(at);
        if (Character.isJavaIdentifierStart(c)) {
          int end = at + 1;
          while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
          }
          word(text.substring(at, end));
          at = end - 1;
        } else if (!Character.isWhitespace(c)) {
          isDeclaring = false;
          isAbove &= Character.isDigit(c) || BETWEEN.indexOf(c) >= 0;
        }
      }
    }

    private void word(String word) {
      all.add(word);
      if (isAbove) {
        above.add(word);
      }
      if (isDeclaring) {
        declared.add(word);
      }
      isDeclaring = DECLARING.contains(word);
      isAbove |= LEADING.contains(word);
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
