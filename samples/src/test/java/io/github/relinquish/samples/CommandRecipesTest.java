package io.github.relinquish.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The commands in the files for CI services, as they stand there: the services themselves are out of reach. */
@EnabledIfSystemProperty(named = "recipes", matches = "true", disabledReason = "needs the packaged command line: -Precipes builds the recipes of docs/ci")
class CommandRecipesTest {
  private static final Pattern COMMAND = Pattern.compile("java -jar relinquish-cli\\.jar [^'\\n]*");
  private static final Map<String, List<String>> SERVICES = Map.of(
      "github/relinquish.yml", List.of("relinquish.sarif"),
      "gitlab/.gitlab-ci.yml", List.of("reports/gl-code-quality-report.json", "reports/TEST-relinquish.xml"),
      "jenkins/Jenkinsfile", List.of("reports/relinquish.sarif", "reports/relinquish.html", "reports/TEST-relinquish.xml"),
      "pre-commit/.pre-commit-config.yaml", List.of());

  @TestFactory Stream<DynamicTest> services() {
    return SERVICES.keySet().stream().sorted().map(file -> dynamicTest(file, () -> commands(file)));
  }

  /** An old finding passes, a new one does not. */
  private static void commands(String file) throws IOException, InterruptedException {
    Path project = Workshop.fixture(Path.of(file).getParent().toString());
    Files.copy(Path.of(System.getProperty("recipes.cli")), project.resolve("relinquish-cli.jar"));
    sh(project, 0, "git init -q && git add src && git -c user.name=a -c user.email=a@b.c commit -qm old");
    sh(project, 0, "java -jar relinquish-cli.jar gate --no-build-tool --baseline relinquish-baseline.jsonl --create src/main/java");
    List<String> commands = COMMAND.matcher(Files.readString(project.resolve(Path.of(file).getFileName()))).results().map(hit -> hit.group()).toList();
    assertFalse(commands.isEmpty());
    for (String command : commands) {
      sh(project, 0, command);
    }
    for (String made : SERVICES.get(file)) {
      assertTrue(Files.size(project.resolve(made)) > 0, made);
      assertTrue(Files.readString(project.resolve(Path.of(file).getFileName())).contains(Path.of(made).getFileName().toString())
          || file.startsWith("jenkins"), "the file for the service names " + made);
    }
    Path peer = project.resolve("src/main/java/com/acme/Peer.java");
    Files.writeString(peer, Files.readString(peer).replaceFirst("(?s)}\\s*$", "  void more(GSSManager m) throws GSSException {\n"
        + "    m.createContext((byte[]) null);\n  }\n}\n"));
    Workshop.Said said = sh(project, 1, commands.get(commands.size() - 1));
    assertTrue(said.text().contains("1 new, "), said.text());
  }

  /** The README's gate, in a clean clone of what is committed with the jar where a build puts it. */
  @Test void theReadmesGateInAClone() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.exists(Path.of("..", ".git")), "what is built here is no working copy");
    Path clone = Path.of("target", "recipes", "clone").toAbsolutePath();
    sh(Path.of("").toAbsolutePath(), 0, "rm -rf '" + clone + "' && git clone -q .. '" + clone + "'");
    Path jar = clone.resolve("checker/tools/target/relinquish-cli-0.1.0-SNAPSHOT.jar");
    Files.copy(Path.of(System.getProperty("recipes.cli")), Files.createDirectories(jar.getParent()).resolve(jar.getFileName()));
    String page = Files.readString(clone.resolve("README.md"));
    String block = page.substring(page.indexOf("```sh\nrelinquish() {") + "```sh\n".length());
    Workshop.Said said = sh(clone, 1, block.substring(0, block.indexOf("```")));
    assertTrue(said.text().contains("gate: 1 new, 3 unchanged, 0 gone"), said.text());
  }

  @Test void bazel() throws IOException, InterruptedException {
    Path bazel = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(entry -> Path.of(entry, "bazel"))
        .filter(Files::isExecutable).findFirst().orElse(null);
    Assumptions.assumeTrue(bazel != null, "no bazel on this machine (Debian: bazel-bootstrap)");
    Path project = Workshop.fixture("bazel");
    Files.copy(Path.of(System.getProperty("recipes.cli")), project.resolve("relinquish-cli.jar"));
    String root = "--output_user_root=" + Path.of("target", "recipes", "bazel").toAbsolutePath();
    try {
      Workshop.Said said = Workshop.run(project, Map.of(), bazel.toString(), root, "build", "//:relinquish");
      assertEquals(0, said.code(), said.text());
      String sarif = Files.readString(project.resolve("bazel-bin/relinquish.sarif"));
      Matcher results = Pattern.compile("\"ruleIndex\"").matcher(sarif);
      assertEquals(1, results.results().count());
      assertTrue(sarif.contains("\"uri\": \"src/main/java/com/acme/Peer.java\""), sarif);
    } finally {
      Workshop.run(project, Map.of(), bazel.toString(), root, "shutdown");
    }
  }

  private static Workshop.Said sh(Path project, int code, String command) throws IOException, InterruptedException {
    Workshop.Said said = Workshop.run(project, Map.of(), "sh", "-c", command);
    assertEquals(code, said.code(), () -> command + "\n" + said.text());
    return said;
  }
}
