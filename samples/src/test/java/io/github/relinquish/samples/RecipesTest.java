package io.github.relinquish.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every recipe of {@code docs/ci} builds its fixture, and its report holds the one leak. {@code mvn -Precipes -pl samples -am verify}. */
@EnabledIfSystemProperty(named = "recipes", matches = "true", disabledReason = "minutes and the network: -Precipes builds the recipes of docs/ci")
class RecipesTest {
  private static final List<String> MAVENS = List.of("3.8.8", "3.9.11", "4.0.0-rc-5");
  private static final String ERROR_PRONE = System.getProperty("window.newest17", "");

  @TestFactory Stream<DynamicTest> maven() {
    return MAVENS.stream().flatMap(version -> Stream.of("maven", "maven-forked", "maven-toolchain")
        .map(recipe -> dynamicTest(recipe + " with Maven " + version, () -> maven(recipe, version))));
  }

  private static void maven(String recipe, String version) throws IOException, InterruptedException {
    Path project = Workshop.fixture(recipe);
    List<String> command = new ArrayList<>(List.of(Workshop.maven(version).toString(), "-B", "-ntp", "-s", Workshop.settings().toString()));
    if (recipe.equals("maven-toolchain")) {
      command.addAll(List.of("-t", "toolchains.xml"));
    }
    command.add("compile");
    Workshop.Said said = Workshop.run(project, Map.of(), command.toArray(String[]::new));
    assertEquals(0, said.code(), said.text());
    assertTrue(said.text().contains("[SecurityContextLeak]"), said.text());
    hasTheLeak(project.resolve("target/relinquish"));
  }

  /** The README's: with every check at its default, so that the leak is an error. */
  @Test void shortest() throws IOException, InterruptedException {
    Path project = Workshop.fixture("maven-short");
    Workshop.Said maven = Workshop.run(project, Map.of(), Workshop.maven(MAVENS.get(1)).toString(), "-B", "-ntp", "-s", Workshop.settings().toString(), "compile");
    assertTrue(maven.code() != 0 && maven.text().contains("[SecurityContextLeak]"), maven.text());
    Path plain = Workshop.fixture("javac-short");
    Files.copy(Path.of(System.getProperty("recipes.plugin")), plain.resolve("relinquish-errorprone-0.1.0-SNAPSHOT.jar"));
    Workshop.Said javac = Workshop.run(plain, Map.of("EP", ErrorProneClassPath.of(ERROR_PRONE)), "sh", "compile.sh");
    assertTrue(javac.code() != 0 && javac.text().contains("error: [SecurityContextLeak]"), javac.text());
  }

  @Test void ant() throws IOException, InterruptedException {
    Path project = Workshop.fixture("ant");
    String ant = Workshop.classPath("ant", List.of("org.apache.ant:ant:1.10.15"));
    Workshop.Said said = Workshop.run(project, Map.of(), java(), "-cp", ant, "org.apache.tools.ant.Main", "-Dprocessors=" + processors());
    assertEquals(0, said.code(), said.text());
    hasTheLeak(project.resolve("build/relinquish"));
  }

  @Test void javac() throws IOException, InterruptedException {
    Path project = Workshop.fixture("javac");
    Workshop.Said said = Workshop.run(project, Map.of("PROCESSORS", processors()), "sh", "compile.sh");
    assertEquals(0, said.code(), said.text());
    hasTheLeak(project.resolve("build/relinquish"));
  }

  /** No distribution of Gradle is to be had by name; its own {@code ProjectBuilder} evaluates the script, and javac runs with what comes of it. */
  @Test void gradle() throws IOException, InterruptedException {
    assertEquals(0, gradle("gradle").code());
    hasTheLeak(Path.of("target/recipes/copies/gradle/build/relinquish"));
  }

  @Test void shortestGradle() throws IOException, InterruptedException {
    Workshop.Said said = gradle("gradle-short");
    assertTrue(said.code() != 0 && said.text().contains("error: [SecurityContextLeak]"), said.text());
  }

  private static Workshop.Said gradle(String fixture) throws IOException, InterruptedException {
    Path project = Workshop.fixture(fixture);
    String script = Files.readString(project.resolve("build.gradle"));
    Files.writeString(project.resolve("without-plugins.gradle"), script.replaceFirst("(?s)^plugins \\{.*?}\\n\\n", ""));
    String gradle = Workshop.classPath("gradle", List.of("dev.gradleplugins:gradle-api:8.11.1", "net.ltgt.gradle:gradle-errorprone-plugin:5.1.0"));
    Workshop.Said said = Workshop.run(project, Map.of(), java(), "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED",
        "-cp", gradle, Path.of("src/test/recipes/ReadBack.java").toAbsolutePath().toString(), project.toString());
    assertEquals(0, said.code(), said.text());
    assertEquals(List.of("com.google.errorprone:error_prone_core:" + ERROR_PRONE, "io.github.relinquish:relinquish-errorprone:0.1.0-SNAPSHOT"),
        told("DEPENDENCY ", said.text()));
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
    told("JVM ", said.text()).forEach(flag -> command.add("-J" + flag));
    command.addAll(told("JAVAC ", said.text()));
    command.addAll(List.of("-processorpath", processors(), "-d", project.resolve("build/classes").toString(), "src/main/java/com/acme/Peer.java"));
    return Workshop.run(project, Map.of(), command.toArray(String[]::new));
  }

  private static List<String> told(String mark, String text) {
    return text.lines().filter(line -> line.startsWith(mark)).map(line -> line.substring(mark.length())).toList();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String processors() throws IOException, InterruptedException {
    return ErrorProneClassPath.of(ERROR_PRONE) + File.pathSeparator + System.getProperty("recipes.plugin");
  }

  private static void hasTheLeak(Path reports) throws IOException {
    try (Stream<Path> files = Files.list(reports)) {
      List<Path> sarif = files.filter(file -> file.toString().endsWith(".sarif")).toList();
      assertEquals(1, sarif.size(), "one report a javac run");
      String text = Files.readString(sarif.get(0));
      assertEquals(1, text.split("\"ruleIndex\"", -1).length - 1, text);
      assertTrue(text.contains("src/main/java/com/acme/Peer.java"), text);
    }
  }
}
