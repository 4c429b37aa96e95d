package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.GraphPrinter;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles each {@code lowering/Name.java} and compares the graphs of all its methods with {@code Name.txt} (compiled
 * with {@code -g}) and {@code Name.nodebug.txt} ({@code -g:none}). {@code -Dgolden.update=true} rewrites them.
 */
final class LoweringTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "lowering");

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void lowersAsTheGoldenFileSays(Path source) throws Exception {
    compare(source, ".txt", "-g");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void lowersAsTheGoldenFileSaysWithoutDebugInformation(Path source) throws Exception {
    compare(source, ".nodebug.txt", "-g:none");
  }

  private static void compare(Path source, String suffix, String debug) throws Exception {
    String name = source.getFileName().toString();
    Map<String, byte[]> classes =
        Compiled.of("demo/" + name, Files.readString(source), debug, "--release", "17");
    StringBuilder printed = new StringBuilder();
    for (byte[] bytes : classes.values()) {
      print(ClassReading.read(bytes, Scope.RUN), printed);
    }
    Path golden = FOLDER.resolve(name.replace(".java", suffix));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, printed, StandardCharsets.UTF_8);
    }
    assertTrue(Files.exists(golden), golden + " is missing: -Dgolden.update=true writes it");
    assertEquals(Files.readString(golden), printed.toString());
  }

  private static void print(ClassModel model, StringBuilder out) {
    for (MethodKey key : model.bodies()) {
      FlowGraph graph = model.bodyOf(key.name(), key.descriptor()).orElseThrow();
      assertEquals(List.of(), GraphLaws.brokenBy(graph));
      boolean isEmptyConstructor = key.isConstructor() && graph.size() <= 2;
      if (!isEmptyConstructor) {
        out.append(GraphPrinter.print(graph)).append('\n');
      }
    }
  }
}
