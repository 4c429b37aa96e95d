package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Emacs and eglot see the leak, apply the fix by code action, take that back. */
class EmacsTest {
  private static final String EGLOT = "(progn (require 'package) (package-initialize) (kill-emacs (if (locate-library \"eglot\") 0 1)))";
  @TempDir Path folder;

  @Test void showsMendsAndUndoes() throws Exception {
    Assumptions.assumeTrue(Editor.isInstalled("emacs", "--batch", "--eval", EGLOT), "Emacs with eglot is not installed");
    Editor editor = new Editor(folder);
    assertEquals(List.of("shown the leak at 9 with a path of several steps", "gone, with a finally", "back as it was"), editor.run(Editor.recipes("elisp").get(0), List.of("emacs", "--batch",
        "--load", Path.of("src/test/editors/emacs.el").toAbsolutePath().toString())));
  }
}
