package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Annotations by name, from source and from class files: {@code // BUG: Rule} stands on the line of a finding, {@code // BODY: Rule} on the
 * head of a method that contradicts its own annotations.
 */
final class AnnotationsTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "annotations");
  private static final Pattern MARK = Pattern.compile("// (BUG|BODY): (\\w+)");

  @TempDir Path folder;

  @Test void fromSourcesOfTheSameRun() throws IOException {
    assertEquals(text(expected(false)), text(new BothWays(List.of()).judge(sources("types", "vendor", "client"), folder).fromSource()));
  }

  @Test void fromClassFilesOfTheSameRun() throws IOException {
    assertEquals(text(expected(true)), text(new BothWays(List.of()).judge(sources("types", "vendor", "client"), folder).fromClasses()));
  }

  @Test void fromSourcesAgainstClassFiles() throws IOException {
    Path vendor = Files.createDirectory(folder.resolve("vendor"));
    new BothWays(List.of()).judge(sources("types", "vendor"), vendor);
    BothWays client = new BothWays(List.of(vendor));
    BothWays.Found found = client.judge(sources("client"), Files.createDirectory(folder.resolve("client")));
    assertEquals(text(expected(false)), text(found.fromSource()));
    assertEquals(text(expected(true)), text(found.fromClasses()));
  }

  /** Jars seldom bring the annotations that their classes carry. */
  @Test void fromClassFilesWithoutTheAnnotationTypes() throws IOException {
    Path types = Files.createDirectory(folder.resolve("types"));
    Path vendor = Files.createDirectory(folder.resolve("vendor"));
    new BothWays(List.of()).judge(sources("types"), types);
    new BothWays(List.of(types)).judge(sources("vendor"), vendor);
    Path client = FOLDER.resolve("client").resolve("Client.java");
    BothWays.Found found = new BothWays(List.of(vendor)).judge(List.of(client), Files.createDirectory(folder.resolve("client")));
    TreeSet<String> expected = expected(false);
    expected.removeIf(f -> !f.startsWith("Client.java"));
    assertEquals(text(expected), text(found.fromSource()));
    assertEquals(text(expected), text(found.fromClasses()));
  }

  private static String text(TreeSet<String> lines) {
    return String.join("\n", lines);
  }

  private static List<Path> sources(String... folders) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String name : folders) {
      try (Stream<Path> files = Files.walk(FOLDER.resolve(name))) {
        files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  /** A class file knows the first line of a method's body, not that of its head. */
  private static TreeSet<String> expected(boolean isFromClasses) throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    for (Path source : sources("client")) {
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        Matcher mark = MARK.matcher(lines.get(i));
        if (mark.find()) {
          int line = i + 1 + (isFromClasses && mark.group(1).equals("BODY") ? 1 : 0);
          expected.add(source.getFileName() + ":" + line + " " + mark.group(2));
        }
      }
    }
    return expected;
  }
}
