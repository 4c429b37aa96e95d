package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.plugin.source.BothWays.Found;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two front ends, one answer: what is found in sources is found in their class files, on the same lines. Where it is not,
 * {@code agree/differences.txt} says why. {@code -Drelinquish.bench=FOLDER:FOLDER} adds folders of sources.
 */
final class FrontendsAgreeTest {
  private static final Path SAMPLES = Path.of("src", "test", "resources", "agree");

  @TempDir Path output;

  static List<Path> folders() {
    List<Path> folders = new ArrayList<>(List.of(SAMPLES));
    for (String folder : System.getProperty("relinquish.bench", "").split(File.pathSeparator)) {
      if (!folder.isBlank() && Files.isDirectory(Path.of(folder))) {
        folders.add(Path.of(folder));
      }
    }
    return folders;
  }

  @ParameterizedTest
  @MethodSource("folders")
  void findTheSame(Path folder) throws IOException, URISyntaxException {
    List<Path> sources = sourcesIn(folder);
    Found found = new BothWays(classPath()).judge(sources, output);
    assertTrue(!found.fromSource().isEmpty(), "nothing at all was found");
    assertEquals(String.join("\n", listed(sources)), String.join("\n", differences(found)));
  }

  private static TreeSet<String> differences(Found found) {
    TreeSet<String> differences = new TreeSet<>();
    found.fromSource().stream().filter(f -> !found.fromClasses().contains(f)).forEach(f -> differences.add(f + " only in source"));
    found.fromClasses().stream().filter(f -> !found.fromSource().contains(f)).forEach(f -> differences.add(f + " only in classes"));
    return differences;
  }

  /** Lines {@code File.java:line Rule only in source # reason} about the files at hand. */
  private static TreeSet<String> listed(List<Path> sources) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    sources.forEach(s -> names.add(s.getFileName().toString()));
    TreeSet<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(SAMPLES.resolve("differences.txt"))) {
      int reason = line.indexOf(" # ");
      if (reason > 0 && names.contains(line.substring(0, line.indexOf(':')))) {
        listed.add(line.substring(0, reason).strip());
      }
    }
    return listed;
  }

  private static List<Path> sourcesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  static List<Path> classPath() throws URISyntaxException {
    List<Path> jars = new ArrayList<>();
    for (Class<?> one : List.of(com.sun.jna.Native.class, com.sun.jna.platform.win32.Secur32.class,
        waffle.windows.auth.IWindowsAuthProvider.class)) {
      jars.add(Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()));
    }
    return jars;
  }
}
