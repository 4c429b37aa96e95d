package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.run.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked wrongly gets exit code 2 and one sentence that says what is wrong; nothing that is not there counts as empty. */
class MisuseTest {
  @TempDir Path folder;
  private String source;
  private String nowhere;

  @BeforeEach void write() throws IOException {
    source = Files.writeString(folder.resolve("Clean.java"), "class Clean {}\n").toString();
    nowhere = folder.resolve("nowhere").toString();
  }

  private static void assertMisuse(String sentence, String... arguments) {
    Shell shell = Shell.run(arguments);
    assertEquals(2, shell.code(), () -> String.join(" ", arguments) + "\n" + shell);
    assertTrue(shell.err().startsWith("relinquish ") && shell.err().contains(sentence), () -> String.join(" ", arguments) + "\n" + shell);
    assertTrue(shell.err().lines().count() <= 3, shell::toString);
    assertFalse(shell.err().contains("Exception"), shell::toString);
  }

  private void assertWrongCheck(String sentence, String... more) {
    List<String> arguments = new ArrayList<>(List.of("check", "--no-build-tool", source));
    arguments.addAll(List.of(more));
    assertMisuse(sentence, arguments.toArray(String[]::new));
  }

  @Test void optionsOfTheChecks() {
    assertWrongCheck("check: unknown option Foo; there are Confidence, Explain", "--option", "Foo=1");
    assertWrongCheck("check: option Strict takes true or false, not 'maybe'", "--option", "Strict=maybe");
    assertWrongCheck("Value for option '--option' (NAME=VALUE) should be in KEY=VALUE format but was Foo", "--option", "Foo");
    assertWrongCheck("there is no pack 'windows-lokal'; did you mean 'windows-local'?", "--option", "Packs=windows-lokal");
    assertWrongCheck("option Models has no value", "--option", "Models=");
  }

  @Test void filesAndFoldersThatAreNotThere() throws IOException {
    assertWrongCheck("--models: there is no file " + nowhere, "--models", nowhere);
    assertWrongCheck("--models: " + folder + " is a folder, not a file", "--models", folder.toString());
    assertWrongCheck("--classpath: there is no " + nowhere, "--classpath", nowhere);
    assertWrongCheck("--classpath: there is no folder " + nowhere, "--classpath", nowhere + "/*");
    assertWrongCheck("--root: there is no folder " + nowhere, "--root", nowhere);
    assertWrongCheck("--root: " + source + " is no folder", "--root", source);
    assertMisuse("merge: --root: there is no folder " + nowhere, "merge", "--root", nowhere, source);
    assertMisuse("gate: --diff: there is no file " + nowhere, "gate", "--diff", nowhere, source);
    assertMisuse("relinquish models lint: there is no file " + nowhere, "models", "lint", nowhere);
    assertMisuse("explain: --report: there is no " + nowhere, "explain", "fp", "--report", nowhere);
    assertWrongCheck("Clean.java is a file, not a folder", "--format", "sarif", "--report-dir", source);
    if (Files.exists(Path.of("/dev/null"))) {
      assertMisuse("/dev/null is neither a file nor a folder", "check", "/dev/null");
    }
  }

  @Test void jarsOfAFolderAreAClassPath() {
    assertEquals(0, Shell.run("check", "--classpath", folder + "/*", source).code());
  }

  @Test void dates() {
    assertMisuse("'tomorrow' is no date like 2026-12-31", "gate", "--baseline", nowhere, "--expires", "tomorrow", source);
    assertMisuse("--expires 2026-05-31 is past", "gate", "--baseline", nowhere, "--today", "2026-06-01", "--accept", "--reason", "r",
        "--expires", "2026-05-31", source);
  }

  @Test void reportsAreRepeated() {
    assertMisuse("for several reports repeat it: --report A --report B", "gate", "--baseline", nowhere, "--report", source, source);
  }

  @Test void namesOfRulesAreGuessed() {
    assertMisuse("there is no rule and no method 'SecurityContextLeek'; did you mean 'SecurityContextLeak'?", "explain", "SecurityContextLeek");
  }

  @Test void wherePeopleLookForACommandAllAreListed() {
    Shell shell = Shell.run();
    assertEquals(2, shell.code());
    assertTrue(shell.err().contains("name a command") && shell.err().contains("doctor"), shell::toString);
  }

  @Test void nothingToJudgeIsNotClean() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Shell shell = Shell.run(Engine.real(), "check", "--no-build-tool", empty.toString());
    assertEquals(3, shell.code(), shell::toString);
    assertTrue(shell.out().contains("not judged: there is nothing to judge: neither a source nor a class file in " + empty), shell::toString);
    assertEquals(0, Shell.run(Engine.real(), "check", "--no-build-tool", empty.toString(), source).code());
  }

  @Test void aBrokenArchiveIsToldOfOnce() throws IOException {
    Path jar = Files.writeString(folder.resolve("broken.jar"), "PK");
    Shell shell = Shell.run(Engine.real(), "check", jar.toString());
    assertEquals(3, shell.code(), shell::toString);
    assertEquals(1, shell.out().lines().filter(line -> line.contains("broken.jar")).count(), shell::toString);
  }
}
