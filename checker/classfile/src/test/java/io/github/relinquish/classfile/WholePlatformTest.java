package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.Scope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of graphs over code that nobody wrote for a test. */
final class WholePlatformTest {
  @Test void everyClassOfJavaBaseObeysTheLaws() throws Exception {
    check("java.base", 5_000);
  }

  @Test void everyClassOfTheCompilerObeysTheLaws() throws Exception {
    check("jdk.compiler", 1_000);
  }

  private static void check(String module, int atLeast) throws Exception {
    List<String> broken = new ArrayList<>();
    int classes = 0;
    int graphs = 0;
    long steps = 0;
    long start = System.nanoTime();
    for (Path file : classFiles(module)) {
      classes++;
      ClassModel model = ClassReading.read(Files.readAllBytes(file), Scope.LIBRARY);
      for (MethodKey key : model.bodies()) {
        FlowGraph graph = model.bodyOf(key.name(), key.descriptor()).orElse(null);
        if (graph != null) {
          graphs++;
          steps += graph.size();
          GraphLaws.brokenBy(graph).forEach(law -> broken.add(key + ": " + law));
        }
      }
      model.notes().forEach(note -> broken.add(note.toString()));
    }
    System.out.printf("%s: %d classes, %d graphs, %d steps, %d ms%n",
        module, classes, graphs, steps, (System.nanoTime() - start) / 1_000_000);
    assertTrue(classes > atLeast, "only " + classes + " classes");
    assertEquals(List.of(), broken.subList(0, Math.min(10, broken.size())), broken.size() + " in all");
  }

  private static List<Path> classFiles(String module) throws IOException {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("module-info.class")).sorted().toList();
    }
  }
}
