package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.core.graph.MethodKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MentionsTest {
  private static final String SOURCE = """
      package app;
      class Main {
        Runnable later = () -> fromField();
        int count;
        void direct() { target(); }
        void lambda() { Runnable r = () -> { Runnable s = () -> target(); s.run(); }; }
        Runnable reference() { return this::target; }
        Object anonymous() {
          return new Object() {
            @Override public String toString() { target(); return ""; }
            class Deep { void deep() { deepest(); } }
          };
        }
        Object made() { class Local {} return new Local(); }
        Inner inner() { return new Inner(); }
        int field() { return count; }
        Object literal() { return Named.class; }
        Object cast(Object o) { return (Cast) o; }
        boolean tested(Object o) { return o instanceof Tested; }
        static class Named {}
        static class Cast {}
        static class Tested {}
        static class Inner { void in() { inInner(); } void inInner() {} }
        static void deepest() {}
        void fromField() {}
        void target() {}
      }
      """;

  @TempDir Path folder;

  private List<String> mentions(String name) throws IOException {
    for (Map.Entry<String, byte[]> one : Compiled.of("app/Main.java", SOURCE, "-g").entrySet()) {
      Path file = folder.resolve(one.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, one.getValue());
    }
    try (ClassFileProgram program = ClassFileProgram.open(List.of(folder), List.of())) {
      return program.mentionsOf(name).stream().map(MethodKey::shortName).toList();
    }
  }

  @Test void countForTheMethodAround() throws IOException {
    assertEquals(
        List.of("Main.anonymous", "Main.direct", "Main.lambda", "Main.reference", "Main.1.toString"), mentions("target"));
    assertEquals(List.of("Main.anonymous", "Main.1.Deep.deep"), mentions("deepest"));
  }

  @Test void ofInitializersCountForConstructors() throws IOException {
    assertEquals(List.of("new Main"), mentions("fromField"));
  }

  @Test void ofMemberClassesStayThere() throws IOException {
    assertEquals(List.of("Main.Inner.in"), mentions("inInner"));
  }

  @Test void areFieldsAndCreatedClassesToo() throws IOException {
    assertEquals(List.of("Main.field"), mentions("count"));
    assertEquals(List.of("Main.inner"), mentions("Inner"));
    assertEquals(List.of("Main.made"), mentions("Local"));
  }

  @Test void areClassesInCastsTestsAndLiterals() throws IOException {
    assertEquals(List.of("Main.literal"), mentions("Named"));
    assertEquals(List.of("Main.cast"), mentions("Cast"));
    assertEquals(List.of("Main.tested"), mentions("Tested"));
  }

  @Test void ofUnknownNamesAreNone() throws IOException {
    assertEquals(List.of(), mentions("nowhere"));
  }
}
