package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.errorprone.CompilationTestHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Streams, files and sockets by rows in the public format alone: the engine has no word of them.
 *
 * <p>Methods of the files are named for their idea and end in {@code Bad} or {@code Ok}; {@code FP_} and {@code FN_} are known to be wrong.
 */
class OrdinaryResourcesTest {
  private static final Path FILES = Path.of("src", "test", "resources", "ordinary");
  private static final Path MODEL = Path.of("src", "test", "resources", "models", "java-io-net.yaml");

  @TestFactory Stream<DynamicTest> files() throws IOException {
    return all().stream().map(file -> dynamicTest(file.getFileName().toString(), () -> isRight(file)));
  }

  @Test void thereAreAHundredPairs() throws IOException {
    long bad = 0;
    long good = 0;
    for (Path file : all()) {
      List<String> lines = Files.readAllLines(file);
      bad += lines.stream().filter(l -> l.contains("// BUG: ")).count();
      good += lines.stream().filter(l -> l.matches(" {2}\\S.*Ok\\(.*")).count();
    }
    assertTrue(bad >= 100 && good >= 100, "only " + bad + " bad and " + good + " good uses");
  }

  private static void isRight(Path file) throws IOException {
    CompilationTestHelper helper = Checks.helper(OrdinaryResourcesTest.class, "-XepOpt:Relinquish:Models=" + MODEL);
    helper.addSourceLines("ordinary/" + file.getFileName(), Files.readAllLines(file).toArray(String[]::new)).doTest();
  }

  private static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }
}
