package io.github.relinquish.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file that was reviewed; {@code -Dgolden.update=true} rewrites it instead. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/io/github/relinquish/core/report");

  private Golden() {}

  static void check(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual);
    }
    assertEquals(Files.readString(file), actual, name);
  }
}
