package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helix shows the leak, applies the fix by code action, takes that back. It is sent the path, and shows none. */
class HelixTest {
  private static final String LEAK = "security context 'ctx' is not released";
  @TempDir Path folder;

  @Test void showsMendsAndUndoes() throws Exception {
    Assumptions.assumeTrue(Editor.isInstalled("hx", "--version"), "Helix is not installed");
    Assumptions.assumeTrue(Editor.isInstalled("tmux", "-V"), "tmux is not installed");
    Editor editor = new Editor(folder);
    Path config = Files.createDirectories(folder.resolve(".config/helix"));
    Files.writeString(config.resolve("languages.toml"), Editor.recipes("toml").get(0));
    Map<String, String> environment = new HashMap<>();
    editor.atHome(environment);
    environment.put("XDG_CONFIG_HOME", config.getParent().toString());
    environment.put("XDG_CACHE_HOME", folder.resolve(".cache").toString());
    Path log = folder.resolve("log.txt");
    try (Screen screen = new Screen("relinquish-" + ProcessHandle.current().pid(), environment,
        "hx", "-v", "--log", log.toString(), editor.file().toString())) {
      screen.await(shown -> shown.contains("class Peer") && shown.contains("●"));
      screen.type("]", "d");
      screen.await(shown -> shown.contains(LEAK) && shown.contains("(SecurityContextLeak)"));
      assertTrue(Files.readString(log).contains("relatedInformation"), "the path is sent");
      screen.type("Space", "a");
      screen.await(shown -> shown.contains("Release it in finally") && shown.contains("Suppress SecurityContextLeak at variable ctx"));
      screen.type("Enter");
      screen.await(shown -> shown.contains("} finally {") && !shown.contains("●") && !shown.contains(LEAK));
      screen.type("Escape", "u");
      screen.await(shown -> !shown.contains("finally") && shown.contains("●") && shown.contains(LEAK));
    }
  }
}
