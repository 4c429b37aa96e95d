package io.github.relinquish.plugin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report that a build leaves, whatever javac prints. */
class BuildReportTest {
  private static final int UNITS = 10;
  private static final int LEAKS = 50;
  @TempDir Path folder;
  private Path reports;
  private final List<Path> sources = new ArrayList<>();

  @BeforeEach void write() throws IOException {
    folder = folder.toRealPath();
    Files.createDirectories(folder.resolve(".git"));
    reports = folder.resolve("target/reports");
    for (int unit = 0; unit < UNITS; unit++) {
      sources.add(source("P" + unit, LEAKS));
    }
  }

  private Path source(String name, int leaks) throws IOException {
    StringBuilder text = new StringBuilder("package app;\nimport org.ietf.jgss.*;\nclass " + name + " {\n");
    for (int i = 0; i < leaks; i++) {
      text.append("  byte[] open").append(i).append("(GSSManager m, GSSName n) throws GSSException {\n")
          .append("    GSSContext ctx = m.createContext(n, null, null, 0);\n    return ctx.initSecContext(new byte[0], 0, 0);\n  }\n");
    }
    return Files.writeString(Files.createDirectories(folder.resolve("src/app")).resolve(name + ".java"), text.append("}\n"));
  }

  private String compile(List<Path> units, String... more) throws IOException {
    return compile("-g", units, more);
  }

  private String compile(String debugging, List<Path> units, String... more) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("target/classes"));
    List<String> options = new ArrayList<>(List.of("-nowarn", debugging, "-cp", classes.toString(), "-d", classes.toString(), "-XDcompilePolicy=simple",
        "--should-stop=ifError=FLOW", "-processorpath", System.getProperty("java.class.path"),
        "-Xplugin:ErrorProne -XepDisableAllChecks " + String.join(" ", more) + " -XepOpt:Relinquish:Report=" + reports));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(units)).call();
    }
    return said.toString();
  }

  private String report() throws IOException {
    try (Stream<Path> all = Files.list(reports)) {
      List<Path> reportFiles = all.filter(file -> file.toString().endsWith(".sarif")).toList();
      assertEquals(1, reportFiles.size(), "one a run, under the same name each time");
      assertTrue(reportFiles.get(0).getFileName().toString().startsWith("classes-"), reportFiles::toString);
      return Files.readString(reportFiles.get(0));
    }
  }

  private static int results(String sarif) {
    return sarif.split("\"ruleIndex\"", -1).length - 1;
  }

  @Test void fiveHundredLeaksStayFiveHundred() throws IOException {
    assertEquals("", compile(sources, "-Xep:SecurityContextLeak:WARN"), "javac is told to be quiet");
    String first = report();
    assertEquals(UNITS * LEAKS, results(first));
    assertTrue(first.contains("\"uri\": \"src/app/P0.java\"") && !first.contains(folder.toString()), "paths are relative");
    assertTrue(first.split("\"artifactChanges\"", -1).length > UNITS * LEAKS, "each finding comes with what mends it");
    assertTrue(first.contains("\"level\": \"warning\",\n          \"message\""), "as the user set it");
    compile(sources.subList(3, 4), "-Xep:SecurityContextLeak:WARN");
    assertEquals(first, report(), "an incremental build");
    compile(sources.subList(3, 4), "-Xep:SecurityContextLeak:WARN");
    assertEquals(first, report(), "another one");
  }

  @Test void whatChangesAndWhatGoesIsSeen() throws IOException {
    compile(sources, "-Xep:SecurityContextLeak:WARN");
    source("P2", 1);
    Files.delete(sources.get(4));
    compile(sources.subList(2, 3), "-Xep:SecurityContextLeak:WARN");
    assertEquals((UNITS - 2) * LEAKS + 1, results(report()));
  }

  /** Ant's way to call javac, which then keeps no lines. */
  @Test void withoutDebugInformationTheSameIsFound() throws IOException {
    compile("-g", sources, "-Xep:SecurityContextLeak:WARN");
    String usual = report();
    compile("-g:none", sources, "-Xep:SecurityContextLeak:WARN");
    assertEquals(usual, report());
  }

  /** Build tools that call javac inside their JVM tell a file manager where class files go, and give no option. */
  @Test void theNameComesFromTheFolderOfTheClassFiles() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("src/other")).resolve("Other.java");
    Files.writeString(elsewhere, Files.readString(source("Other", 1)).replace("package app", "package other"));
    inProcess(List.of(sources.get(0), elsewhere));
    assertEquals(LEAKS + 1, results(report()));
    inProcess(List.of(elsewhere));
    assertEquals(LEAKS + 1, results(report()), "of another package first");
    Files.writeString(elsewhere, "package other; class Other {}");
    inProcess(List.of(elsewhere));
    assertEquals(LEAKS, results(report()), "what was mended is gone");
  }

  private void inProcess(List<Path> units) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("target/classes"));
    List<String> options = List.of("-nowarn", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-processorpath",
        System.getProperty("java.class.path"), "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:SecurityContextLeak:WARN -XepOpt:Relinquish:Report=" + reports);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      compiler.getTask(new StringWriter(), files, null, options, null, files.getJavaFileObjectsFromPaths(units)).call();
    }
  }

  @Test void whoMayReadOtherFilesMayReadReports() throws IOException {
    compile(sources.subList(0, 1), "-Xep:SecurityContextLeak:WARN");
    Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "permissions are those of POSIX");
    try (Stream<Path> all = Files.list(reports)) {
      for (Path file : all.toList()) {
        assertEquals(Files.getPosixFilePermissions(sources.get(0)), Files.getPosixFilePermissions(file), file.toString());
      }
    }
  }

  @Test void aCleanRunReportsToo() throws IOException {
    compile(List.of(source("Clean", 0)), "-Xep:SecurityContextLeak:WARN");
    assertTrue(report().contains("\"executionSuccessful\": true"));
    assertEquals(0, results(report()));
  }

  @Test void checksThatAreOffAreNotReported() throws IOException {
    compile(sources, "-Xep:DoubleRelease:ERROR");
    assertEquals(0, results(report()));
  }

  @Test void lostResultsAreToldOf() throws IOException {
    compile(sources, "-Xep:SecurityContextLeak:WARN");
    try (Stream<Path> all = Files.list(reports)) {
      for (Path file : all.filter(file -> file.toString().endsWith(".units")).toList()) {
        Files.write(file, new byte[] {1, 2, 3, 4, 5});
      }
    }
    compile(sources.subList(0, 1), "-Xep:SecurityContextLeak:WARN");
    assertTrue(report().contains("\"executionSuccessful\": false"));
    assertFalse(report().contains(folder.toString()));
  }
}
