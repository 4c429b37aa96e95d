package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real editor without a screen: sees the leak with its path, applies the fix by code action, takes that back. */
class NeovimTest {
  @TempDir Path folder;

  @Test void showsMendsAndUndoes() throws Exception {
    Assumptions.assumeTrue(isInstalled(), "Neovim is not installed");
    Path file = Files.writeString(Files.createDirectories(folder.resolve("com/acme")).resolve("Peer.java"), Peer.LEAKS);
    Path script = folder.resolve("test.lua");
    Path result = folder.resolve("result.txt");
    Files.writeString(script, Files.readString(Path.of("src/test/editors/neovim.lua")));
    ProcessBuilder builder = new ProcessBuilder("nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", script.toString(), file.toString())
        .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile());
    builder.environment().put("RELINQUISH_SERVER", String.join("\n", server()));
    builder.environment().put("RELINQUISH_RESULT", result.toString());
    builder.environment().put("HOME", folder.toString());
    Process editor = builder.start();
    editor.getOutputStream().close();
    boolean ended = editor.waitFor(90, TimeUnit.SECONDS);
    if (!ended) {
      editor.descendants().forEach(ProcessHandle::destroyForcibly);
      editor.destroyForcibly();
    }
    String log = Files.readString(folder.resolve("log.txt"));
    assertTrue(ended, log);
    assertTrue(Files.exists(result), log);
    List<String> lines = Files.readAllLines(result);
    assertEquals(List.of("shown SecurityContextLeak at 9 with a path", "gone", "back"), lines, log);
  }

  private static List<String> server() {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(arg -> arg.startsWith("--add-")).forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "io.github.relinquish.tools.cli.Main", "lsp"));
    return command;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("nvim", "--version").redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
