package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.Scope;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The laws of graphs over code that nobody wrote for a test: the JDK, and the jars on the class path, which unlike it
 * have the names of locals. {@code -Dlaws.jars=a.jar:b.jar} adds others.
 */
final class EveryClassTest {
  private final List<String> broken = new ArrayList<>();
  private int graphs;

  @Test void ofTheJdkObeysTheLaws() throws Exception {
    for (Path file : classFiles("java.base")) {
      check(ClassReading.read(Files.readAllBytes(file), Scope.LIBRARY));
    }
    report(50_000);
  }

  @Test void ofTheClassPathObeysTheLaws() throws Exception {
    String classPath = System.getProperty("laws.jars", "") + File.pathSeparator + System.getProperty("java.class.path");
    List<Path> places = Arrays.stream(classPath.split(File.pathSeparator))
        .filter(p -> !p.isEmpty()).map(Path::of).filter(Files::exists).toList();
    try (ClassFileProgram program = ClassFileProgram.open(places, List.of())) {
      for (String name : program.runClasses()) {
        program.model(name).ifPresent(this::check);
      }
      program.notes().forEach(note -> broken.add(note.toString()));
    }
    report(1_000);
  }

  private void check(ClassModel model) {
    for (MethodKey key : model.bodies()) {
      FlowGraph graph = model.bodyOf(key.name(), key.descriptor()).orElse(null);
      if (graph == null) {
        broken.add(key + " has no graph: " + model.notes());
      } else {
        graphs++;
        GraphLaws.brokenBy(graph).forEach(law -> broken.add(key + ": " + law));
      }
    }
  }

  private void report(int atLeast) {
    assertEquals(List.of(), broken.subList(0, Math.min(10, broken.size())), broken.size() + " in all");
    assertTrue(graphs > atLeast, "only " + graphs + " graphs");
  }

  private static List<Path> classFiles(String module) throws IOException {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class")).sorted().toList();
    }
  }
}
