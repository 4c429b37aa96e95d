package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.relinquish.tools.run.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
  @TempDir Path folder;
  private Path leaky;
  private Path clean;

  @BeforeEach void write() throws IOException {
    leaky = Files.writeString(Files.createDirectories(folder.resolve("src")).resolve("Leaky.java"), "class Leaky\nacquire ctx\n");
    clean = Files.writeString(folder.resolve("Clean.java"), "class Clean\n");
  }

  private Shell check(String... more) {
    List<String> arguments = new ArrayList<>(List.of("check", "--root", folder.toString()));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  @Test void theExitCodeTells() throws IOException {
    Path crashing = Files.writeString(folder.resolve("Crashing.java"), "crash\n");
    assertEquals(0, check(clean.toString()).code());
    assertEquals(1, check(leaky.toString()).code());
    assertEquals(3, check(crashing.toString()).code());
    assertEquals(3, check(crashing.toString(), leaky.toString()).code(), "incomplete is never a verdict");
    assertEquals(2, check(folder.resolve("nowhere").toString()).code());
    assertEquals(2, Shell.run("check", "--fromat", "text").code());
    assertEquals(2, Shell.run().code());
    assertEquals(0, Shell.run("--help").code());
  }

  @Test void withoutAnAnalysisNothingIsGreen() {
    Shell shell = Shell.run(Engine.absent(), "check", "--root", folder.toString(), clean.toString());
    assertEquals(3, shell.code());
    assertTrue(shell.out().contains("not judged: this build holds no analysis yet"), shell.out());
    assertEquals(3, Shell.run(Engine.absent(), "models", "list").code());
    assertEquals(3, Shell.run(Engine.absent(), "explain", "com.acme.Peer#open").code());
  }

  @Test void aCrashOfOursIsNotGreen() {
    Engine toy = ToyJudge.engine();
    Engine broken = new Engine(request -> {
      throw new IllegalStateException("\u001b[31mbroken");
    }, toy.models(), toy.beliefs(), toy.pages());
    Shell shell = Shell.run(broken, "check", clean.toString());
    assertEquals(3, shell.code());
    assertFalse(shell.err().contains("\u001b"));
  }

  @Test void pathsInReportsAreRelative() {
    Shell shell = check("--format", "sarif", leaky.toString());
    assertFalse(shell.out().contains(folder.toString()));
    assertTrue(shell.out().contains("\"uri\": \"src/Leaky.java\""), shell.out());
    assertTrue(check(leaky.toString()).out().startsWith("src/Leaky.java:2: error: [SecurityContextLeak]"));
  }

  @Test void everyFormIsWrittenAndWellFormed() throws Exception {
    Path reports = folder.resolve("reports");
    Shell shell = check("--format", "text,sarif,html,gitlab,rdjson,junit", "--report-dir", reports.toString(), leaky.toString());
    assertEquals(1, shell.code(), shell::toString);
    for (String name : List.of("relinquish.sarif", "gl-code-quality-report.json", "relinquish.rdjson")) {
      JsonElement json = JsonParser.parseString(Files.readString(reports.resolve(name)));
      assertTrue(json.isJsonObject() || json.isJsonArray(), name);
    }
    byte[] xml = Files.readAllBytes(reports.resolve("TEST-relinquish.xml"));
    assertEquals("testsuites", DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml))
        .getDocumentElement().getTagName());
    assertTrue(Files.readString(reports.resolve("relinquish.html")).startsWith("<!DOCTYPE html>"));
    assertTrue(shell.out().contains("1 finding (1 error, 0 warnings)"));
    assertEquals(2, check("--format", "text,sarif", leaky.toString()).code());
  }

  @Test void mergingSaysEachFindingOnce() throws IOException {
    Path one = folder.resolve("one.sarif");
    Path two = folder.resolve("two.sarif");
    check("--format", "sarif", "-o", one.toString(), leaky.toString());
    check("--format", "sarif", "-o", two.toString(), leaky.toString(), clean.toString());
    Shell merged = Shell.run("merge", "--root", folder.toString(), "--format", "sarif", one.toString(), two.toString());
    assertEquals(1, merged.code(), merged::toString);
    assertEquals(Files.readString(one), merged.out(), "what is read is written again byte for byte");
    assertEquals(3, Shell.run("merge", one.toString(), folder.resolve("missing.sarif").toString()).code());
    Path broken = Files.writeString(folder.resolve("broken.sarif"), "{\"runs\":[{}]}");
    assertEquals(3, Shell.run("merge", one.toString(), broken.toString()).code());
  }

  @Test void explainsRulesFindingsAndMethods() {
    Path report = folder.resolve("one.sarif");
    check("--format", "sarif", "-o", report.toString(), leaky.toString());
    assertTrue(Shell.run("explain", "securitycontextleak").out().contains("A security context is not deleted"));
    assertTrue(Shell.run("explain", "fp-ctx", "--report", report.toString()).out().contains("2. src/Leaky.java:2 the method exits"));
    assertTrue(Shell.run("explain", "open").out().contains("ends: open"));
    assertEquals(2, Shell.run("explain", "nothing").code());
  }

  /** Code scanning and GitLab show one, baselines another, and javac's messages only the place. */
  @Test void explainsAFindingByEachOfItsNames() throws IOException {
    Path report = folder.resolve("one.sarif");
    check("--format", "sarif", "-o", report.toString(), leaky.toString());
    String sarif = Files.readString(report);
    String hash = sarif.replaceAll("(?s).*\"primaryLocationLineHash\": \"([^\"]+)\".*", "$1");
    assertTrue(check("--format", "gitlab", leaky.toString()).out().contains(hash), hash);
    for (String name : List.of(hash, hash.substring(0, 8), "Leaky.java:2", "src/Leaky.java:2")) {
      Shell shell = Shell.run("explain", name, "--report", report.toString());
      assertTrue(shell.out().contains("2. src/Leaky.java:2 the method exits"), name + shell);
    }
    assertEquals(2, Shell.run("explain", "aky.java:2", "--report", report.toString()).code());
  }

  @Test void modelsAreLinted() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "beginz:");
    Path good = Files.writeString(folder.resolve("good.yaml"), "");
    assertEquals(1, Shell.run("models", "lint", bad.toString()).code());
    assertEquals(0, Shell.run("models", "lint", good.toString()).code());
    assertEquals(2, Shell.run("models", "lint", folder.resolve("none.yaml").toString()).code());
    assertEquals(0, Shell.run("models", "list").code());
  }

  @Test void completionIsPrinted() {
    assertTrue(Shell.run("completion").out().contains("relinquish"));
  }
}
