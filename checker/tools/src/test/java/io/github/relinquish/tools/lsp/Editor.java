package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.cli.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
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
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The first block in that language on the page. */
  static String recipe(String language) throws IOException {
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(PAGE));
    assertTrue(block.find(), language);
    return block.group(1);
  }

  Path file() {
    return file;
  }

  /** What the editor's script wrote, a line each. */
  List<String> run(String language, List<String> command) throws Exception {
    Path result = folder.resolve("result.txt");
    Path log = folder.resolve("log.txt");
    Path recipe = Files.writeString(folder.resolve("recipe." + language), recipe(language));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("RELINQUISH_RECIPE", recipe.toString());
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
