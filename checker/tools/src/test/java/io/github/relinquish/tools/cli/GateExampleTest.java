package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/cli.md} under "Gate a project", as they stand there, on the project that they name. */
class GateExampleTest {
  private static final Path DOCS = Path.of("../../docs").toAbsolutePath().normalize();
  @TempDir Path folder;

  @Test void threeCommands() throws Exception {
    Path project = copy(DOCS.resolve("examples/gate"), folder.resolve("gate"));
    List<String> commands = commands();
    assertEquals(3, commands.size(), commands::toString);
    assertEquals(0, relinquish(project, commands.get(0)).code());
    theEntryOnThePageIsOneOf(Files.readString(project.resolve("relinquish-baseline.jsonl")));
    Process patch = new ProcessBuilder("sh", "-c", commands.get(1)).directory(project.toFile()).redirectErrorStream(true).start();
    String said = new String(patch.getInputStream().readAllBytes());
    assertEquals(0, patch.waitFor(), said);
    Shell shell = relinquish(project, commands.get(2));
    assertEquals(1, shell.code(), shell::toString);
    assertTrue(shell.err().contains("gate: 1 new, 3 unchanged, 0 gone"), shell.err());
    assertTrue(shell.out().contains("src/main/java/com/acme/Peers.java:35:26: error:"), shell.out());
  }

  private static void theEntryOnThePageIsOneOf(String baseline) throws IOException {
    String entry = Files.readAllLines(DOCS.resolve("gate.md")).stream().filter(line -> line.startsWith("{\"rule\"")).findFirst().orElseThrow();
    String written = entry.substring(0, entry.indexOf(",\"reason\""));
    assertTrue(baseline.lines().anyMatch(line -> line.startsWith(written)), written + "\n" + baseline);
  }

  /** The README's three, from the root of a clone. */
  @Test void theReadmesThreeCommands() throws Exception {
    copy(DOCS.resolve("examples/gate"), Files.createDirectories(folder.resolve("docs/examples")).resolve("gate"));
    String page = Files.readString(DOCS.resolve("../README.md"));
    String block = page.substring(page.indexOf("```sh\nrelinquish() {") + 6);
    List<String> lines = block.substring(0, block.indexOf("```")).lines().map(line -> line.replaceAll("\\s*#.*", "")).toList();
    assertEquals(4, lines.size(), lines::toString);
    assertTrue(lines.get(0).contains("java -jar checker/tools/target/relinquish-cli-0.1.0-SNAPSHOT.jar \"$@\""), lines.get(0));
    assertEquals(0, fromRoot(lines.get(1)).code());
    Process patch = new ProcessBuilder("sh", "-c", lines.get(2)).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(patch.getInputStream().readAllBytes());
    assertEquals(0, patch.waitFor(), said);
    Shell shell = fromRoot(lines.get(3));
    assertEquals(1, shell.code(), shell::toString);
    assertTrue(shell.err().contains("gate: 1 new, 3 unchanged, 0 gone"), shell.err());
  }

  private Shell fromRoot(String command) {
    List<String> words = new ArrayList<>();
    for (String word : command.split(" ")) {
      words.add(word.startsWith("docs/") ? folder.resolve(word).toString() : word);
    }
    assertEquals("relinquish", words.remove(0));
    return Shell.run(Engine.real(), words.toArray(String[]::new));
  }

  private static List<String> commands() throws IOException {
    String page = Files.readString(DOCS.resolve("cli.md"));
    String block = page.substring(page.indexOf("## Gate a project"));
    block = block.substring(block.indexOf("```sh\n") + 6);
    return block.substring(0, block.indexOf("```")).lines().map(line -> line.replaceAll("\\s*#.*", "")).filter(line -> !line.isBlank())
        .filter(line -> !line.startsWith("cd ")).toList();
  }

  /** Paths are made absolute, as a test cannot change its folder. */
  private static Shell relinquish(Path project, String command) {
    List<String> words = new ArrayList<>();
    for (String word : command.split(" ")) {
      boolean isPath = word.endsWith(".jsonl") || word.startsWith("src/");
      words.add(isPath ? project.resolve(word).toString() : word);
    }
    assertEquals("relinquish", words.remove(0));
    words.addAll(List.of("--root", project.toString()));
    return Shell.run(Engine.real(), words.toArray(String[]::new));
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }
}
