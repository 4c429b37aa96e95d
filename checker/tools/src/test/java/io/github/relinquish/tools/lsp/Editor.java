package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.cli.OtherJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A real editor without a screen, on a source that leaks, set up by the recipe that the page about editors gives its users. */
final class Editor {
  private static final Path PAGE = Path.of("..", "..", "docs", "editors.md");
  private static final int SECONDS = 300;

  private final Path folder;
  private final Path file;

  Editor(Path folder) throws IOException {
    this.folder = folder;
    this.file = Files.writeString(Files.createDirectories(folder.resolve("com/acme")).resolve("Peer.java"), Peer.LEAKS);
    Path command = Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("relinquish"),
        "#!/bin/sh\nexec " + String.join(" ", OtherJvm.command("-Xmx512m")) + " \"$@\"\n");
    assertTrue(command.toFile().setExecutable(true));
  }

  static boolean isInstalled(String... command) throws InterruptedException {
    return said(command).isPresent();
  }

  /** What a command says, which may be nothing; empty where there is no such command, or it fails. */
  static Optional<String> said(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The blocks in that language on the page. */
  static List<String> recipes(String language) throws IOException {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
  }

  Path file() {
    return file;
  }

  /**
   * What the editor's script wrote, a line each.
   *
   * @param recipe what users put into their editor's settings
   */
  List<String> run(String recipe, List<String> command) throws Exception {
    Path result = folder.resolve("result.txt");
    Path log = folder.resolve("log.txt");
    Path init = Files.writeString(folder.resolve("recipe"), recipe);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("RELINQUISH_RECIPE", init.toString());
    builder.environment().put("RELINQUISH_FILE", file.toString());
    builder.environment().put("RELINQUISH_RESULT", result.toString());
    atHome(builder.environment());
    Process editor = builder.start();
    editor.getOutputStream().close();
    boolean ended = editor.waitFor(SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      editor.descendants().forEach(ProcessHandle::destroyForcibly);
      editor.destroyForcibly();
    }
    assertTrue(ended && Files.exists(result), () -> read(log));
    return Files.readAllLines(result);
  }

  /** The editor's home is the folder, and {@code relinquish} is on its path. */
  void atHome(Map<String, String> environment) {
    environment.put("HOME", folder.toString());
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
