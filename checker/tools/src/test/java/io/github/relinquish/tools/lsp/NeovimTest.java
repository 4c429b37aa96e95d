package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neovim sees the leak with its path, applies the fix by code action, takes that back. */
class NeovimTest {
  @TempDir Path folder;

  @Test void showsMendsAndUndoes() throws Exception {
    Assumptions.assumeTrue(Editor.isInstalled("nvim", "--version"), "Neovim is not installed");
    Editor editor = new Editor(folder);
    assertEquals(List.of("shown SecurityContextLeak at 9 with a path", "gone", "back"), editor.run("lua", List.of("nvim", "--headless",
        "-u", "NONE", "-i", "NONE", "-n", "-S", Path.of("src/test/editors/neovim.lua").toAbsolutePath().toString())));
  }
}
