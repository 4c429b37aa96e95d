package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTaskImpl;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.plugin.session.AnalysisSession;
import io.github.relinquish.plugin.session.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the analysis finds in source files that lie on a disk: the findings themselves, not what javac prints of them. */
final class Judged {
  private static final Path SAMPLES = Path.of("src", "test", "samples");
  private static final Path ROWS = Path.of("src", "test", "rows");
  private static final Path PROGRAMS = Path.of("..", "..", "samples", "src", "main", "java");
  private static final Path FIXES = Path.of("src", "test", "resources", "fixes");

  private Judged() {}

  /** Findings of one javac run over {@code sources}, by file; files without any are left out. */
  static Map<Path, List<Finding>> in(List<Path> sources, String classPath, Settings settings) throws IOException {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    Map<Path, List<Finding>> found = new TreeMap<>();
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTaskImpl task = (JavacTaskImpl) ToolProvider.getSystemJavaCompiler().getTask(null, files, problems,
          List.of("-proc:none", "-XDcompilePolicy=simple", "-classpath", classPath), null, files.getJavaFileObjectsFromPaths(sources));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      assertEquals(List.of(), problems.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList());
      for (CompilationUnitTree unit : units) {
        List<Finding> findings = AnalysisSession.of(task.getContext(), settings).findingsIn(unit);
        if (!findings.isEmpty()) {
          found.put(Path.of(unit.getSourceFile().getName()), findings);
        }
      }
    }
    return found;
  }

  /** Findings of every sample there is: ours of rules, rows and fixes, and the programs under {@code samples/}. */
  static Map<Path, List<Finding>> samples(Path scratch, Settings settings) throws IOException {
    Map<Path, List<Finding>> found = new TreeMap<>();
    for (Path folder : list(SAMPLES)) {
      if (Files.isDirectory(folder)) {
        List<Path> files = new ArrayList<>(javaFiles(folder));
        files.add(SAMPLES.resolve("Prelude.java"));
        found.putAll(in(files, classPath(), settings));
      }
    }
    found.putAll(fixSamples());
    found.putAll(in(flat(ROWS), stubs(scratch) + File.pathSeparator + classPath(), settings));
    found.putAll(in(javaFiles(PROGRAMS), classPath(), settings));
    return found;
  }

  /** Findings of the samples for fixes. */
  static Map<Path, List<Finding>> fixSamples() throws IOException {
    return in(flat(FIXES), classPath(), Settings.none());
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }

  static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).filter(f -> !f.endsWith("package-info.java")).sorted().toList();
    }
  }

  private static List<Path> flat(Path folder) throws IOException {
    return list(folder).stream().filter(f -> f.toString().endsWith(".java")).toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Classes that stand in for libraries, as class files: rows are about code that is not compiled here. */
  private static Path stubs(Path scratch) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp", classPath(), "-d", scratch.toString()));
    javaFiles(ROWS.resolve("stubs")).forEach(f -> arguments.add(f.toString()));
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)),
        Arrays.toString(arguments.toArray()));
    return scratch;
  }
}
