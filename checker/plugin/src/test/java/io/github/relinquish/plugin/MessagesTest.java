package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.plugin.session.Describe;
import io.github.relinquish.plugin.session.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The message of every finding in every sample, in one file that is read from top to bottom as prose. {@code -Dgolden.update=true} rewrites it.
 */
class MessagesTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "messages.txt");

  @TempDir static Path scratch;

  @Test void messagesAreThoseThatWereRead() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Map.Entry<Path, List<Finding>> file : Judged.samples(scratch, Settings.none()).entrySet()) {
      all.append("# ").append(file.getKey().toString().replace('\\', '/').replaceFirst("^[./]*(src/test/)?", "")).append('\n');
      for (Finding finding : file.getValue()) {
        all.append(finding.site().line()).append(": [").append(finding.rule().title()).append(", ").append(finding.confidence().word())
            .append("] ").append(Describe.message(finding, Settings.none())).append('\n');
      }
      all.append('\n');
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, all);
    }
    assertEquals(Files.readString(GOLDEN), all.toString());
  }
}
