package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.SarifReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixes that a SARIF report carries: applied by hand they compile, take their finding away and bring no other. */
class FixesInReportsTest {
  private static final Path SAMPLES = Path.of("../plugin/src/test/resources/fixes");
  private static final List<String> NAMES = List.of("GssVariety.java", "Guarded.java");
  /** The release is of a class that the file does not import, and lines end as on Windows. */
  private static final String FOREIGN = """
      package app;

      import java.io.OutputStream;

      class Foreign {
        int one(org.ietf.jgss.GSSManager m, OutputStream out) throws Exception {
          org.ietf.jgss.GSSContext ctx = m.createContext((byte[]) null);
          out.write(1);
          return ctx.getLifetime();
        }
      }
      """.replace("\n", "\r\n");
  @TempDir Path folder;

  @BeforeEach void realPath() throws IOException {
    folder = folder.toRealPath();
  }

  private String sarif(Map<String, String> files, String trial) throws IOException {
    Path at = Files.createDirectories(folder.resolve(trial));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(at.resolve(file.getKey()), file.getValue());
    }
    Shell shell = Shell.run(Engine.real(), "check", "--no-build-tool", "--root", at.toString(), "--format", "sarif", at.toString());
    assertTrue(shell.code() <= 1, shell::toString);
    return shell.out();
  }

  @Test void everyFixOfAReportHolds() throws IOException {
    Map<String, String> files = new TreeMap<>(Map.of("Foreign.java", FOREIGN));
    for (String name : NAMES) {
      files.put(name, Files.readString(SAMPLES.resolve(name)));
    }
    Report before = SarifReader.read(sarif(files, "before"));
    assertFalse(before.findings().isEmpty());
    int trials = 0;
    for (Finding finding : before.findings()) {
      for (Fix fix : before.fixesOf(finding)) {
        String file = finding.site().file();
        Map<String, String> mended = new TreeMap<>(files);
        mended.put(file, applied(fix, file, files.get(file)));
        List<String> left = new ArrayList<>(identities(SarifReader.read(sarif(mended, "trial" + trials++))));
        List<String> expected = new ArrayList<>(identities(before));
        expected.remove(identity(finding));
        expected.forEach(left::remove);
        assertEquals(List.of(), left, () -> fix + "\n" + mended.get(file));
      }
    }
    assertTrue(trials >= 8 && before.findings().stream().filter(f -> f.site().file().equals("Foreign.java")).allMatch(
        f -> !before.fixesOf(f).isEmpty()), "fixes tried: " + trials);
  }

  @Test void replacementsAreWhereTheStandardWantsThem() throws IOException {
    JsonObject run = JsonParser.parseString(sarif(Map.of("Foreign.java", FOREIGN), "shape")).getAsJsonObject().getAsJsonArray("runs").get(0)
        .getAsJsonObject();
    JsonObject fix = run.getAsJsonArray("results").get(0).getAsJsonObject().getAsJsonArray("fixes").get(0).getAsJsonObject();
    assertFalse(fix.getAsJsonObject("description").get("text").getAsString().isBlank());
    JsonObject change = fix.getAsJsonArray("artifactChanges").get(0).getAsJsonObject();
    assertEquals("Foreign.java", change.getAsJsonObject("artifactLocation").get("uri").getAsString());
    JsonObject replacement = change.getAsJsonArray("replacements").get(0).getAsJsonObject();
    assertTrue(replacement.has("deletedRegion") && replacement.getAsJsonObject("insertedContent").has("text"));
  }

  private static List<String> identities(Report report) {
    return report.findings().stream().map(FixesInReportsTest::identity).toList();
  }

  private static String identity(Finding finding) {
    return finding.site().file() + " " + finding.rule() + " " + finding.message().replaceAll("\\(line \\d+\\)", "");
  }

  /** By line and column, as readers of SARIF do; the offsets must say the same. */
  private static String applied(Fix fix, String file, String text) {
    StringBuilder mended = new StringBuilder(text);
    List<Edit> backwards = new ArrayList<>(fix.edits());
    java.util.Collections.reverse(backwards);
    for (Edit edit : backwards) {
      assertEquals(file, edit.file());
      int start = offset(text, edit.startLine(), edit.startColumn());
      int end = offset(text, edit.endLine(), edit.endColumn());
      assertEquals(List.of(edit.startOffset(), edit.endOffset()), List.of(start, end));
      mended.replace(start, end, edit.text());
    }
    return mended.toString();
  }

  private static int offset(String text, int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + column - 1;
  }
}
