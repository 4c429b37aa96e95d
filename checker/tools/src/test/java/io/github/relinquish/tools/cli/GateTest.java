package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  private static final String OLD = "class A\nacquire one\nacquire two\nacquire three\n";
  @TempDir Path folder;
  private Path source;
  private Path baseline;

  @BeforeEach void write() throws IOException {
    folder = folder.toRealPath();
    source = Files.writeString(Files.createDirectories(folder.resolve("src")).resolve("A.java"), OLD);
    baseline = folder.resolve("baseline.jsonl");
  }

  private Shell gate(String... more) {
    List<String> arguments = new ArrayList<>(List.of("gate", "--root", folder.toString(), "--today", "2026-06-01", source.getParent().toString()));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  private Shell gateOfBaseline(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--baseline", baseline.toString()));
    arguments.addAll(List.of(more));
    return gate(arguments.toArray(String[]::new));
  }

  @Test void threeOldAndOneNew() throws IOException {
    assertEquals(2, gateOfBaseline().code(), "no baseline yet");
    assertEquals(0, gateOfBaseline("--create").code());
    assertEquals(2, gateOfBaseline("--create").code(), "never silently overwritten");
    assertEquals(0, gateOfBaseline().code());
    Files.writeString(source, "import x\n" + OLD + "acquire four\n");
    Shell shell = gateOfBaseline();
    assertEquals(1, shell.code(), shell::toString);
    assertTrue(shell.out().contains("src/A.java:6: error:") && !shell.out().contains("'one'"), shell.out());
    assertTrue(shell.err().contains("gate: 1 new, 3 unchanged, 0 gone, 0 expired; the baseline holds 3"), shell.err());
  }

  @Test void itOnlyShrinksUnlessThereIsAReason() throws IOException {
    gateOfBaseline("--create");
    Files.writeString(source, "class A\nacquire one\nacquire four\n");
    assertTrue(gateOfBaseline().err().contains("gone: SecurityContextLeak in com.acme.Peer#open() (fp-two)"));
    assertEquals(1, gateOfBaseline("--prune").code(), "the new one stays new");
    assertEquals(2, Files.readAllLines(baseline).size());
    assertEquals(2, gateOfBaseline("--accept").code());
    assertEquals(2, gateOfBaseline("--accept", "--reason", " ").code());
    assertEquals(0, gateOfBaseline("--accept", "--reason", "vendor bug 12", "--expires", "2026-06-01").code());
    assertTrue(Files.readString(baseline).contains("\"reason\":\"vendor bug 12\",\"expires\":\"2026-06-01\""));
    assertEquals(0, gateOfBaseline().code());
    Shell later = Shell.run("gate", "--root", folder.toString(), "--today", "2026-06-02", source.toString(), "--baseline", baseline.toString());
    assertEquals(1, later.code(), later::toString);
    assertTrue(later.err().contains("expired 2026-06-01"));
  }

  @Test void aGreenGateSaysThatNothingIsNew() throws IOException {
    Shell created = gateOfBaseline("--create");
    assertTrue(created.out().contains("no new findings") && created.err().contains("gate: recorded 3 findings in " + baseline), created::toString);
    assertTrue(gateOfBaseline().out().contains("no new findings"));
    Files.writeString(source, OLD + "acquire four\n");
    assertTrue(gateOfBaseline().out().contains("1 new finding (1 error, 0 warnings)"));
    Shell accepted = gateOfBaseline("--accept", "--reason", "later");
    assertTrue(accepted.out().contains("no new findings") && accepted.err().contains("gate: recorded 1 finding in " + baseline), accepted::toString);
  }

  @Test void whatHasAnotherNameNowIsToldOf() throws IOException {
    gateOfBaseline("--create");
    String text = Files.readString(baseline);
    Files.writeString(baseline, text.replace("fp-two", "fp-older"));
    Shell shell = gateOfBaseline();
    assertTrue(shell.err().contains("(fp-older); the new one in com.acme.Peer#open() says the same: perhaps it was moved or renamed"), shell::toString);
  }

  @Test void goneEntriesCanFail() throws IOException {
    gateOfBaseline("--create");
    Files.writeString(source, "class A\n");
    assertEquals(0, gateOfBaseline().code());
    assertEquals(1, gateOfBaseline("--fail-on-gone").code());
  }

  @Test void anIncompleteRunNeitherPassesNorWrites() throws IOException {
    gateOfBaseline("--create");
    String before = Files.readString(baseline);
    Files.writeString(source, "class A\ncrash\n");
    assertEquals(3, gateOfBaseline().code());
    assertEquals(3, gateOfBaseline("--prune").code());
    assertEquals(before, Files.readString(baseline));
  }

  @Test void aBrokenBaselineIsNotAnEmptyOne() throws IOException {
    Files.writeString(baseline, "<<<<<<< HEAD\n");
    assertEquals(2, gateOfBaseline().code());
  }

  @Test void reportsOfABuildCanBeGated() throws IOException {
    Path report = folder.resolve("r.sarif");
    gateOfBaseline("--create");
    Shell.run("check", "--root", folder.toString(), "--format", "sarif", "-o", report.toString(), source.toString());
    assertEquals(0, Shell.run("gate", "--baseline", baseline.toString(), "--report", report.toString()).code());
    assertEquals(3, Shell.run("gate", "--baseline", baseline.toString(), "--report", folder.resolve("no.sarif").toString()).code());
  }

  @Test void aPatchThatOnlyDeletesTheReleaseFails() throws IOException {
    Files.writeString(source, "class A\nacquire one\nacquire two\n");
    Path patch = Files.writeString(folder.resolve("p.diff"), "--- a/src/A.java\n+++ b/src/A.java\n@@ -4 +3,0 @@\n-release two\n");
    Shell shell = gate("--diff", patch.toString());
    assertEquals(1, shell.code(), shell::toString);
    assertTrue(shell.out().contains("'two'") && !shell.out().contains("'one'"), shell.out());
    assertTrue(shell.err().contains("1 older than the change"), shell.err());
  }

  @Test void anUnrelatedEditPasses() throws IOException {
    Files.writeString(source, "import x\n" + OLD);
    Path patch = Files.writeString(folder.resolve("p.diff"), "--- a/src/A.java\n+++ b/src/A.java\n@@ -0,0 +1 @@\n+import x\n");
    assertEquals(0, gate("--diff", patch.toString()).code());
    Files.writeString(patch, "--- a/src/A.java\n+++ b/src/A.java\n@@ -0,0 +1 @@\n+import y\n");
    assertEquals(2, gate("--diff", patch.toString()).code(), "a patch of another text");
    Files.writeString(patch, "--- a/src/../../../A.java\n+++ b/src/../../../A.java\n@@ -0,0 +1 @@\n+import y\n");
    assertEquals(2, gate("--diff", patch.toString()).code(), "a patch that leads out");
    assertEquals(OLD, Files.readString(source).substring("import x\n".length()), "the project is left alone");
  }

  @Test void sinceARevision() throws Exception {
    Files.writeString(source, OLD + "release three\n");
    git("init", "-q", "-b", "main");
    git("add", "-A");
    git("commit", "-q", "-m", "Begin");
    git("checkout", "-q", "-b", "topic");
    Files.writeString(source, "import x\n" + OLD);
    Files.writeString(folder.resolve("src/New.java"), "acquire four\n");
    Shell shell = gate("--since", "main");
    assertEquals(1, shell.code(), shell::toString);
    assertTrue(shell.out().contains("'three'") && shell.out().contains("'four'"), shell.out());
    assertFalse(shell.out().contains("'one'"), shell.out());
    assertEquals(2, gate("--since", "nonsense").code());
    assertEquals(2, gate("--since", "--output=/tmp/x").code());
  }

  private void git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
  }
}
