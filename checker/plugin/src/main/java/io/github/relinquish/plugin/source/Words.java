package io.github.relinquish.plugin.source;

import com.sun.source.tree.CompilationUnitTree;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which units have which words in their text, by hashes. An answer may have units too many, never one too few, and costs a fraction of a
 * walk over the trees: most units of most builds are left alone on its word.
 */
final class Words {
  /** A unit that says this has trees which its text does not have: a processor adds code to it. */
  private static final String WRITES_CODE = "lombok";
  private static final int SMALLEST = 1 << 12;
  /** A text block is open. */
  private static final char BLOCK = 'B';

  private final List<CompilationUnitTree> units = new ArrayList<>();
  /** Units about which nothing is known. */
  private final List<CompilationUnitTree> unread = new ArrayList<>();
  /** Hashes of words, by open addressing; zero where there is none; never more than half full. */
  private int[] hashes = new int[SMALLEST];
  /** For each word the latest of its entries, which are counted from 1. */
  private int[] latest = new int[SMALLEST];
  private int count;
  /** For each entry its unit, and the entry of the same word before it. */
  private int[] unitOf = new int[SMALLEST];
  private int[] before = new int[SMALLEST];
  private int entries;

  /** Reads a unit's text as javac read it. */
  void add(CompilationUnitTree unit) {
    boolean isRead;
    try {
      units.add(unit);
      isRead = read(unit.getSourceFile().getCharContent(true));
    } catch (IOException e) {
      isRead = false;
    }
    if (!isRead || unitsWith(WRITES_CODE).contains(unit)) {
      unread.add(unit);
    }
  }

  private boolean read(CharSequence text) {
    boolean isArray = text instanceof CharBuffer buffer && buffer.hasArray();
    char[] characters = isArray ? ((CharBuffer) text).array() : text.toString().toCharArray();
    int start = isArray ? ((CharBuffer) text).arrayOffset() + ((CharBuffer) text).position() : 0;
    return read(characters, start, start + text.length());
  }

  /** Comments name nothing, and are half the text of many libraries. Answers false where a character is spelt as an escape. */
  private boolean read(char[] text, int start, int end) {
    int hash = 0;
    char open = 0;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (isOfWord(c)) {
        hash = 31 * hash + c;
        continue;
      }
      if (hash != 0) {
        add(hash);
        hash = 0;
      }
      char next = i + 1 < end ? text[i + 1] : 0;
      if (c == '\\') {
        if (next == 'u') {
          return false;
        }
        i++;
      } else if (c == '"' || c == '\'') {
        boolean isBlock = c == '"' && next == '"' && i + 2 < end && text[i + 2] == '"';
        open = afterQuote(open, c, isBlock);
        i += isBlock ? 2 : 0;
      } else if (c == '\n' && open != BLOCK) {
        open = 0;
      } else if (c == '/' && open == 0 && (next == '/' || next == '*')) {
        i = endOfComment(text, i + 2, end, next);
        if (i < 0) {
          return false;
        }
      }
    }
    if (hash != 0) {
      add(hash);
    }
    return true;
  }

  /** What is open after a quote, or three of them: nothing, a character, a string or a text block. */
  private static char afterQuote(char open, char quote, boolean isBlock) {
    if (open == 0) {
      return isBlock ? BLOCK : quote;
    }
    boolean isClosed = open == BLOCK ? isBlock : open == quote;
    return isClosed ? 0 : open;
  }

  /** The last character of a comment, or -1 where it has an escape. */
  private static int endOfComment(char[] text, int from, int end, char kind) {
    for (int i = from; i < end; i++) {
      char c = text[i];
      char next = i + 1 < end ? text[i + 1] : 0;
      if (kind == '/' ? c == '\n' || c == '\r' : c == '*' && next == '/') {
        return kind == '/' ? i : i + 1;
      }
      if (c == '\\' && next == 'u') {
        return -1;
      }
    }
    return end;
  }

  /** Dollars part words: names of nested classes have them too. */
  private static boolean isOfWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 128;
  }

  private void add(int hash) {
    int at = placeOf(hash);
    int unit = units.size() - 1;
    if (hashes[at] == 0) {
      if (++count * 2 > hashes.length) {
        grow();
        at = placeOf(hash);
      }
      hashes[at] = hash;
    } else if (unitOf[latest[at]] == unit) {
      return;
    }
    if (++entries == unitOf.length) {
      unitOf = java.util.Arrays.copyOf(unitOf, entries * 2);
      before = java.util.Arrays.copyOf(before, entries * 2);
    }
    unitOf[entries] = unit;
    before[entries] = latest[at];
    latest[at] = entries;
  }

  private void grow() {
    int[] oldHashes = hashes;
    int[] oldLatest = latest;
    hashes = new int[oldHashes.length * 2];
    latest = new int[oldHashes.length * 2];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int at = placeOf(oldHashes[i]);
        hashes[at] = oldHashes[i];
        latest[at] = oldLatest[i];
      }
    }
  }

  private int placeOf(int hash) {
    int mixed = hash * 0x9E3779B9;
    int at = (mixed ^ mixed >>> 15) & (hashes.length - 1);
    while (hashes[at] != 0 && hashes[at] != hash) {
      at = (at + 1) & (hashes.length - 1);
    }
    return at;
  }

  /** Units whose text may have the name, or its last part where dollars part it, in the order in which they came. */
  List<CompilationUnitTree> unitsWith(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = isOfWord(name.charAt(i)) ? 31 * hash + name.charAt(i) : 0;
    }
    if (hash == 0) {
      return List.copyOf(units);
    }
    List<CompilationUnitTree> found = new ArrayList<>();
    for (int entry = latest[placeOf(hash)]; entry > 0; entry = before[entry]) {
      found.add(units.get(unitOf[entry]));
    }
    Collections.reverse(found);
    unread.stream().filter(u -> !found.contains(u)).forEach(found::add);
    return found;
  }
}
