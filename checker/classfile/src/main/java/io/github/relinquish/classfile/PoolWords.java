package io.github.relinquish.classfile;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** Looks for words in a constant pool: the cheap question whether a class can have anything to do with some types. */
final class PoolWords {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;

  private final Set<String> words;
  private final Set<Integer> lengths = new HashSet<>();

  PoolWords(Set<String> words) {
    this.words = words;
    words.forEach(word -> lengths.add(word.length()));
  }

  /** Whether a name, descriptor or text in the pool holds one of the words, whole: {@code Peer} stands in {@code La/Peer$Inner;}. */
  boolean isIn(ClassReader reader) {
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && reader.readByte(at - 1) == UTF8 && isBetween(reader, at + 2, at + 2 + reader.readUnsignedShort(at))) {
        return true;
      }
    }
    return false;
  }

  /** Binary names of all classes and interfaces that the pool names, arrays left out. */
  static Set<String> classes(ClassReader reader) {
    Set<String> names = new HashSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && reader.readByte(at - 1) == CLASS) {
        String name = reader.readUTF8(at, buffer);
        if (name != null && !name.startsWith("[")) {
          names.add(name.replace('/', '.'));
        }
      }
    }
    return names;
  }

  private boolean isBetween(ClassReader reader, int from, int to) {
    int start = from;
    for (int at = from; at <= to; at++) {
      if (at == to || !isLetter(reader.readByte(at))) {
        if (lengths.contains(at - start) && words.contains(text(reader, start, at))) {
          return true;
        }
        start = at + 1;
      }
    }
    return false;
  }

  private static boolean isLetter(int character) {
    return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character >= '0' && character <= '9' || character == '_';
  }

  private static String text(ClassReader reader, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int at = from; at < to; at++) {
      text.append((char) reader.readByte(at));
    }
    return text.toString();
  }
}
