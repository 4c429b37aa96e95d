package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.relinquish.core.graph.MethodKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnnotatedNamesTest {
  private static final String SOURCE = """
      package app;
      @interface Mark {}
      class Base {
        @Mark Object make() { return null; }
        Object plain() { return null; }
      }
      class Sub extends Base {}
      class Kept { Kept(@Mark Object it) {} }
      class Main {
        void inherited(Sub sub) { sub.make(); sub.plain(); }
        void created() { new Kept(null); }
        void neither(Base base) { base.plain(); "".trim(); }
      }
      """;
  private static final Set<String> MARK = Set.of("app.Mark");

  @TempDir Path folder;

  @BeforeEach void compile() throws IOException {
    for (Map.Entry<String, byte[]> one : Compiled.of("app/Main.java", SOURCE, "-g").entrySet()) {
      Path file = folder.resolve(one.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, one.getValue());
    }
  }

  @Test void areFoundThroughSubclassesAndForConstructors() throws IOException {
    try (ClassFileProgram program = ClassFileProgram.open(List.of(folder), List.of())) {
      Map<String, List<String>> callers = new TreeMap<>();
      program.callersOfAnnotated(MARK).forEach((name, methods) -> callers.put(name, methods.stream().map(MethodKey::shortName).toList()));
      assertEquals(Map.of("make", List.of("Main.inherited"), "Kept", List.of("Main.created")), callers);
    }
  }

  @Test void areLookedForOnce() throws IOException {
    try (ClassFileProgram program = ClassFileProgram.open(List.of(folder), List.of())) {
      assertSame(program.callersOfAnnotated(MARK), program.callersOfAnnotated(Set.of("app.Mark")));
      AtomicInteger asked = new AtomicInteger();
      AnnotatedNames names = new AnnotatedNames(MARK, type -> {
        asked.incrementAndGet();
        return program.shapeOf(type);
      }, type -> Set.of("app.Base"));
      for (int round = 0; round < 3; round++) {
        assertEquals(true, names.isAnnotated("make", "app.Sub"));
        assertEquals(false, names.isAnnotated("plain", "app.Sub"));
      }
      assertEquals(3, asked.get(), "the class twice and the one above it once");
    }
  }
}
