package io.github.relinquish.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTest {
  @TempDir Path folder;

  @Test void showsOnlyWhatLiesBelow() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.writeString(folder.resolve("secret"), "secret");
    Files.createSymbolicLink(root.resolve("link"), folder.resolve("secret"));
    Files.write(root.resolve("A.java"), "a\r\nb\ufffd".getBytes(StandardCharsets.UTF_8));
    FileSources sources = new FileSources(root);
    assertEquals(List.of("a", "b\ufffd"), sources.lines("A.java").orElseThrow());
    for (String name : List.of("../secret", "link", folder.resolve("secret").toString(), "none", "", "a\0b")) {
      assertTrue(sources.lines(name).isEmpty(), name);
    }
  }
}
