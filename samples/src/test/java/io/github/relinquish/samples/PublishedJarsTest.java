package io.github.relinquish.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Published jars of three libraries in one command, against what is known of them; {@code docs/cli.md} tells what their sources give. */
@EnabledIfSystemProperty(named = "recipes", matches = "true", disabledReason = "needs the packaged command line and the network: -Precipes")
class PublishedJarsTest {
  private static final Path EXPECTED = Path.of("src/test/resources/published/findings.txt");
  private static final Pattern RESULT =
      Pattern.compile("\"ruleId\": \"(\\w+)\",\\s*\"ruleIndex\"(?s:.*?)\"fullyQualifiedName\": \"([^\"]+)\"");

  private static final Pattern UNFOLLOWED = Pattern.compile("too many paths lead through [\\w.]+\\(\\)");

  @Test void threeLibrariesInOneCommand() throws IOException, InterruptedException {
    Path folder = Path.of("target", "recipes").toAbsolutePath();
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx900m", "-jar",
        System.getProperty("recipes.cli"), "check", "--no-build-tool", "--format", "sarif", "--classpath",
        Workshop.classPath("published", List.of("com.github.waffle:waffle-jna:3.5.1", "org.apache.kafka:kafka-clients:3.9.1"))));
    command.add(Workshop.artifact("com.github.waffle", "waffle-jna", "3.5.1", ".jar", "").toString());
    command.add(Workshop.artifact("net.java.dev.jna", "jna-platform", "5.17.0", ".jar", "").toString());
    command.add(Workshop.artifact("org.apache.kafka", "kafka-clients", "3.9.1", ".jar", "").toString());
    Workshop.Said said = Workshop.run(folder, Map.of(), command.toArray(String[]::new));
    assertFalse(said.text().contains("could not judge"), "no class crashes the analysis");
    List<String> found = new ArrayList<>();
    Matcher result = RESULT.matcher(said.text());
    while (result.find()) {
      found.add(result.group(1) + " " + result.group(2));
    }
    List<String> unfollowed = UNFOLLOWED.matcher(said.text()).results().map(hit -> "not judged: " + hit.group()).distinct().sorted().toList();
    assertEquals(unfollowed.isEmpty() ? 1 : 3, said.code(), "incomplete is never a verdict, and what was not judged is named");
    String text = Stream.concat(found.stream().sorted(), unfollowed.stream()).collect(Collectors.joining("\n", "", "\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(EXPECTED, text);
    }
    assertEquals(Files.readString(EXPECTED), text, said.text());
  }
}
