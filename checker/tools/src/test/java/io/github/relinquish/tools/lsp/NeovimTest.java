package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neovim sees the leak with its path, applies the fix by code action, takes that back. */
class NeovimTest {
  @TempDir Path folder;

  @Test void showsMendsAndUndoes() throws Exception {
    Optional<String> version = Editor.said("nvim", "--version");
    Assumptions.assumeTrue(version.isPresent(), "Neovim is not installed");
    Matcher number = Pattern.compile("NVIM v(\\d+)\\.(\\d+)").matcher(version.get());
    assertTrue(number.find(), version.get());
    boolean isOld = Integer.parseInt(number.group(1)) == 0 && Integer.parseInt(number.group(2)) < 11;
    List<String> recipes = Editor.recipes("lua");
    assertEquals(2, recipes.size(), "one up to 0.10, one from 0.11 on");
    Editor editor = new Editor(folder);
    assertEquals(List.of("shown SecurityContextLeak at 9 with a path", "gone, with a finally", "back as it was", "1 server"),
        editor.run(recipes.get(isOld ? 0 : 1), List.of("nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S",
            Path.of("src/test/editors/neovim.lua").toAbsolutePath().toString())));
  }
}
