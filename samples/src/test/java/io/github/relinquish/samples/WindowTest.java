package io.github.relinquish.samples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One jar works on the oldest and the newest supported Error Prone, on this JDK and on the newest one. */
class WindowTest {
  private static final int NEWEST_JDK = 25;
  private static final List<Path> LEAKING = List.of(
      Path.of("src", "main", "java", "io", "github", "relinquish", "samples", "leaking", "SspiHandshakeClient.java"));

  @Test void oldestOnThisJdk() throws IOException, InterruptedException {
    findsTheLeaks(Path.of(System.getProperty("java.home")), System.getProperty("window.oldest"));
  }

  @Test void newestOnThisJdk() throws IOException, InterruptedException {
    boolean isFirst = Runtime.version().feature() < 21;
    findsTheLeaks(Path.of(System.getProperty("java.home")), System.getProperty(isFirst ? "window.newest17" : "window.newest"));
  }

  @Test void oldestOnNewestJdk() throws IOException, InterruptedException {
    findsTheLeaks(newestJdk(), System.getProperty("window.oldest"));
  }

  @Test void newestOnNewestJdk() throws IOException, InterruptedException {
    findsTheLeaks(newestJdk(), System.getProperty("window.newest"));
  }

  @Test void findingsDoNotDependOnTheJdk() throws IOException, InterruptedException {
    assertEquals(ExpectedFindingsTest.expected(), ExpectedFindingsTest.foundBy(new JavacProcess(newestJdk(), System.getProperty("window.newest"))));
  }

  private static void findsTheLeaks(Path jdk, String errorProne) throws IOException, InterruptedException {
    String said = new JavacProcess(jdk, errorProne).compile(LEAKING);
    assertAll(
        () -> assertTrue(said.contains("[CredentialsHandleLeak] credentials handle 'credentials'"), said),
        () -> assertTrue(said.contains("[SecurityContextLeak] security context 'context'"), said));
  }

  private static Path newestJdk() throws IOException {
    Optional<Path> jdk = candidates().filter(WindowTest::isNewest).findFirst();
    assumeTrue(jdk.isPresent(),
        "no JDK " + NEWEST_JDK + " beside the running one; set JAVA_HOME_" + NEWEST_JDK + " to have this tested");
    return jdk.get();
  }

  private static Stream<Path> candidates() throws IOException {
    Stream<Path> named = Stream.of("JAVA_HOME_" + NEWEST_JDK, "JAVA_HOME_" + NEWEST_JDK + "_X64", "JDK_" + NEWEST_JDK, "JAVA_HOME")
        .map(System::getenv).filter(v -> v != null && !v.isBlank()).map(Path::of);
    Path running = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> siblings = Files.list(running.getParent())) {
      return Stream.concat(named, siblings.sorted().toList().stream());
    }
  }

  private static boolean isNewest(Path jdk) {
    Path release = jdk.resolve("release");
    try {
      return Files.exists(jdk.resolve("bin").resolve("javac"))
          && Files.readString(release).contains("JAVA_VERSION=\"" + NEWEST_JDK);
    } catch (IOException e) {
      return false;
    }
  }
}
