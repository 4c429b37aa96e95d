package io.github.relinquish.tools.lsp.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.plugin.session.RowsInForce;
import io.github.relinquish.plugin.session.Settings;
import io.github.relinquish.tools.javac.Rules;
import io.github.relinquish.tools.javac.SourceRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** A class path of nothing. */
class NothingTest {
  @Test void isNotTheFolderInWhichTheServerWasStarted() throws Exception {
    Settings settings = Settings.of(Map.of());
    Rules rules = new Rules(settings, RowsInForce.of(settings, List.of(), name -> {
      throw new AssertionError(name);
    }));
    try (StandardJavaFileManager files = SourceRun.newFileManager()) {
      for (List<Path> classPath : List.of(List.of(Path.of("/acme/lib.jar")), List.<Path>of())) {
        Compilation.of(new Sources(Map.of(Path.of("/acme/A.java"), "class A {}"), List.of(), Map.of(), classPath, List.of()), rules, files, Canceled.NEVER);
        List<Path> read = new ArrayList<>();
        files.getLocationAsPaths(StandardLocation.CLASS_PATH).forEach(read::add);
        assertEquals(classPath, read);
      }
    }
  }
}
