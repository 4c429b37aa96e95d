package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.errorprone.CompilationTestHelper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Annotated Java: each file under {@code src/test/samples} is compiled with the prelude, and has the findings that its comments name and no others.
 *
 * <p>{@code known.txt} lists the files that fail today with the reason. One that turns right fails the test until it is taken off the list.
 */
class SamplesTest {
  private static final Path SAMPLES = Path.of("src", "test", "samples");
  private static final Path PRELUDE = SAMPLES.resolve("Prelude.java");
  private static final Path KNOWN = SAMPLES.resolve("known.txt");
  private static final int FILES_A_RULE = 6;
  private static final List<String> LEAKS = List.of(
      "ContextBufferLeak", "CredentialsHandleLeak", "ImpersonationNotReverted", "LoginNotLoggedOut", "SecurityContextLeak");

  /** A folder in one compilation, which is much faster; where that fails, each file alone, to name the one that is wrong. */
  @TestFactory Stream<DynamicTest> rightSamples() throws IOException {
    Map<String, String> known = known();
    Map<String, List<Path>> folders = new TreeMap<>();
    for (Path file : files()) {
      if (!known.containsKey(nameOf(file))) {
        folders.computeIfAbsent(file.getParent().getFileName().toString(), f -> new ArrayList<>()).add(file);
      }
    }
    return folders.entrySet().stream().map(folder -> dynamicTest(folder.getKey(), () -> areRight(folder.getValue())));
  }

  @TestFactory Stream<DynamicTest> knownSamples() throws IOException {
    return known().entrySet().stream()
        .map(known -> dynamicTest(known.getKey() + ": " + known.getValue(), () -> isStillWrong(known.getKey())));
  }

  @Test void knownFilesExist() throws IOException {
    for (String name : known().keySet()) {
      assertTrue(Files.exists(SAMPLES.resolve(name)), () -> "known.txt names " + name + ", which is not there");
    }
  }

  @Test void everyLeakRuleHasItsFiles() throws IOException {
    for (String rule : LEAKS) {
      long count = files().stream().filter(f -> f.getParent().getFileName().toString().equals(rule)).count();
      assertTrue(count >= FILES_A_RULE, () -> rule + " has only " + count + " samples");
    }
  }

  @Test void everyRuleIsRun() {
    assertEquals(9, Checks.names().size());
  }

  private static void areRight(List<Path> files) throws IOException {
    try {
      compile(files).doTest();
    } catch (AssertionError e) {
      assertAll(files.stream().map(f -> (Executable) () -> isRight(f)));
      throw e;
    }
  }

  private static void isRight(Path file) throws IOException {
    try {
      compile(List.of(file)).doTest();
    } catch (AssertionError e) {
      throw new AssertionError(nameOf(file) + ": " + e.getMessage(), e);
    }
  }

  private static void isStillWrong(String name) throws IOException {
    CompilationTestHelper helper = compile(List.of(SAMPLES.resolve(name)));
    assertThrows(AssertionError.class, helper::doTest, () -> name + " is right now: take it out of known.txt");
  }

  private static CompilationTestHelper compile(List<Path> files) throws IOException {
    CompilationTestHelper helper = Checks.helper(SamplesTest.class).addSourceLines("samples/Prelude.java", lines(PRELUDE));
    for (Path file : files) {
      helper.addSourceLines("samples/" + file.getFileName(), lines(file));
    }
    return helper;
  }

  private static String nameOf(Path file) {
    return SAMPLES.relativize(file).toString().replace('\\', '/');
  }

  private static String[] lines(Path file) throws IOException {
    return Files.readAllLines(file).toArray(String[]::new);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".java") && !f.equals(PRELUDE)).sorted().toList();
    }
  }

  /** File below the samples, then the reason behind a colon and a space. */
  private static Map<String, String> known() throws IOException {
    Map<String, String> known = new TreeMap<>();
    for (String line : Files.readAllLines(KNOWN)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        known.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
      }
    }
    return known;
  }
}
