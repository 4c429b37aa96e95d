package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever the runnable jar contains has its licence beside it. */
final class LicencesTest {
  private static final Path FOLDER = Path.of("..", "licenses");
  /** JUnit, and what validates SARIF against its schema. */
  private static final List<String> ONLY_FOR_TESTS = List.of("org/junit/", "org/opentest4j/", "org/apiguardian/",
      "com/contrastsecurity/", "com/networknt/", "com/ethlo/", "com/fasterxml/", "org/slf4j/", "org/yaml/");

  @Test void everyLibraryIsListed() throws IOException {
    TreeSet<String> listed = new TreeSet<>();
    lines().forEach(l -> listed.add(l.split(" ")[0]));
    TreeSet<String> contained = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String path = entry.replace('\\', '/');
      boolean isLibrary = path.endsWith(".jar") && path.contains("/repository/") && !path.contains("relinquish");
      String inside = isLibrary ? path.substring(path.lastIndexOf("/repository/") + "/repository/".length()) : "";
      if (isLibrary && ONLY_FOR_TESTS.stream().noneMatch(inside::startsWith)) {
        contained.add(coordinates(inside));
      }
    }
    contained.removeIf(c -> !listed.contains(c) && isBuildOnly(c));
    assertEquals(String.join("\n", listed), String.join("\n", contained));
  }

  @Test void everyLicenceIsThere() throws IOException {
    for (String line : lines()) {
      Path text = FOLDER.resolve(line.split(" ")[1] + ".txt");
      assertTrue(Files.exists(text), () -> line + ": no " + text);
    }
  }

  private static boolean isBuildOnly(String coordinates) {
    return coordinates.startsWith("org.apache.maven.surefire:");
  }

  /** {@code group/parts/artifact/version/file.jar} as {@code group.parts:artifact}. */
  private static String coordinates(String inside) {
    String[] parts = inside.split("/");
    String group = String.join(".", List.of(parts).subList(0, parts.length - 3));
    return group + ":" + parts[parts.length - 3];
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(FOLDER.resolve("third-party.txt")).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
  }
}
