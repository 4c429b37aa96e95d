package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

final class PoolWordsTest {
  private static final String SOURCE = """
      package app;
      class Main {
        java.util.Map.Entry<String, ?> one;
        Object two() throws Exception { return (java.io.Closeable) Class.forName("a.Named").getDeclaredConstructor().newInstance(); }
      }
      """;

  private static boolean isIn(String word) {
    Map<String, byte[]> classes = Compiled.of("app/Main.java", SOURCE, "-g");
    return new PoolWords(Set.of(word, "Elsewhere")).isIn(new ClassReader(classes.get("app.Main")));
  }

  @Test void areWholeNamesInDescriptorsCastsAndTexts() {
    assertEquals(true, isIn("Entry"));
    assertEquals(true, isIn("Map"));
    assertEquals(true, isIn("Closeable"));
    assertEquals(true, isIn("Named"));
  }

  @Test void areNoPartsOfNames() {
    assertEquals(false, isIn("Ent"));
    assertEquals(false, isIn("Close"));
    assertEquals(false, isIn("ClosableEntry"));
    assertEquals(false, isIn("Nowhere"));
  }
}
