package io.github.relinquish.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real libraries, compiled with the plugin on, and what is found in them: lines {@code file:line Rule | verdict | reason} of
 * {@code libraries/<name>/findings.txt}, each judged by reading. Needs a network the first time; {@code -Plibraries} switches it on.
 *
 * <p>{@code -Dgolden.update=true} takes what is found today, keeps the verdicts of lines that stay, and marks new ones as unjudged.
 */
@EnabledIfSystemProperty(named = "libraries.run", matches = "true")
class RealLibrariesTest {
  private static final Path LIBRARIES = Path.of("src", "test", "resources", "libraries");
  private static final Pattern FINDING = Pattern.compile("(.*\\.java):(\\d+): warning: \\[(\\w+)] (.*)");
  private static final String UNJUDGED = " | unjudged | ";
  private static final Pattern JUDGED = Pattern.compile(".+\\.java:\\d+ \\w+ \\| (right|false alarm|debatable) \\| \\S.{15,}");

  static List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(LIBRARIES)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void findingsAreThoseThatWereJudged(String name) throws IOException, InterruptedException {
    Path golden = LIBRARIES.resolve(name).resolve("findings.txt");
    Map<String, String> judged = new LinkedHashMap<>();
    Files.readAllLines(golden).forEach(l -> judged.put(l.split(" \\| ", 2)[0], l));
    Map<String, String> found = findingsIn(Library.fetch(LIBRARIES.resolve(name)));
    if (Boolean.getBoolean("golden.update")) {
      List<String> lines = found.entrySet().stream().map(f -> judged.getOrDefault(f.getKey(), f.getKey() + UNJUDGED + f.getValue())).toList();
      Files.writeString(golden, String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
      return;
    }
    assertEquals(String.join("\n", judged.keySet()), String.join("\n", found.keySet()));
    judged.values().forEach(l -> assertTrue(JUDGED.matcher(l).matches(), () -> "no verdict with a reason: " + l));
  }

  /** {@code file:line Rule} to the message, sorted. */
  private static Map<String, String> findingsIn(Library library) throws IOException, InterruptedException {
    JavacProcess javac = new JavacProcess(Path.of(System.getProperty("java.home")), System.getProperty("window.newest17"));
    String said = javac.compile(library.users(), library.classPath(), List.of("-proc:none", "-implicit:none", "-Xlint:-options",
        "--add-exports=java.security.jgss/sun.security.jgss=ALL-UNNAMED", "--add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED"));
    assertTrue(!said.contains("could not judge"), said);
    Map<String, String> messages = new LinkedHashMap<>();
    for (String line : said.lines().toList()) {
      Matcher finding = FINDING.matcher(line);
      if (finding.matches()) {
        String file = library.sources().relativize(Path.of(finding.group(1)).toAbsolutePath()).toString().replace('\\', '/');
        messages.put(file + ":" + finding.group(2) + " " + finding.group(3), finding.group(4));
      }
    }
    Map<String, String> sorted = new LinkedHashMap<>();
    new TreeSet<>(messages.keySet()).forEach(k -> sorted.put(k, messages.get(k)));
    return sorted;
  }
}
