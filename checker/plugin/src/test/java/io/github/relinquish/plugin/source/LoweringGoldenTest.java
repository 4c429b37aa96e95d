package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file of Java per construct, and the flow graphs it becomes. {@code -Dgolden.update=true} writes them anew. A first line
 * {@code // java 25} asks for a javac at least that new.
 */
final class LoweringGoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "lowering");

  static List<Path> constructs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".java")).map(Path::getFileName).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void becomesItsGraph(Path name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name));
    Assumptions.assumeTrue(Runtime.version().feature() >= levelOf(text));
    String actual = Sources.of(name.toString(), text).print();
    Path golden = FOLDER.resolve(name.toString().replace(".java", ".txt"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
    }
    assertEquals(Files.readString(golden), actual);
  }

  @Test void isTheSameWhereverJavacMadeItsLastTree() throws IOException {
    Sources sources = Sources.of("Tries.java", Files.readString(FOLDER.resolve("Tries.java")));
    sources.maker().at(18);
    assertEquals(Files.readString(FOLDER.resolve("Tries.txt")), sources.print());
    assertEquals(18, sources.maker().pos);
  }

  private static int levelOf(String text) {
    return text.startsWith("// java ") ? Integer.parseInt(text.substring(8, text.indexOf('\n')).strip()) : 17;
  }
}
