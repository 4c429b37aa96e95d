package io.github.relinquish.plugin.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTaskImpl;
import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.data.ShippedProtocols;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.judge.Judge;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Program;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The same sources judged twice: as javac's trees, and as the class files that javac then makes of them. */
final class BothWays {
  /** What was found, as {@code File.java:line Rule}; sorted. */
  record Found(TreeSet<String> fromSource, TreeSet<String> fromClasses) {}

  private final List<Path> classPath;

  BothWays(List<Path> classPath) {
    this.classPath = classPath;
  }

  /** @param output an empty folder for the class files */
  Found judge(List<Path> sources, Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> options =
        List.of("-proc:none", "-XDcompilePolicy=simple", "-g", "-encoding", "UTF-8", "-cp", path, "-d", output.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTaskImpl task = (JavacTaskImpl)
          compiler.getTask(null, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources));
      SourceProgram program = new SourceProgram(task.getContext());
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      mustHaveNoErrors(problems);
      // Making class files takes the trees apart, so they are judged first.
      Judge judge = judge(program);
      TreeSet<String> fromSource = new TreeSet<>();
      for (CompilationUnitTree unit : units) {
        for (ClassShape shape : program.classesIn(unit)) {
          judge.findingsIn(shape).forEach(f -> fromSource.add(line(f)));
        }
      }
      task.generate();
      mustHaveNoErrors(problems);
      return new Found(fromSource, judgeClasses(output));
    }
  }

  private TreeSet<String> judgeClasses(Path output) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (ClassFileProgram program = ClassFileProgram.open(List.of(output), classPath)) {
      Judge judge = judge(program);
      for (String name : program.runClasses()) {
        judge.findingsIn(program.shapeOf(name).orElseThrow()).forEach(f -> found.add(line(f)));
      }
    }
    return found;
  }

  private static Judge judge(Program program) {
    return new Judge(summaries(program));
  }

  /** With the rows that are shipped. */
  static Summaries summaries(Program program) {
    Hierarchy hierarchy = new Hierarchy(program);
    Protocols protocols = ShippedProtocols.load();
    RowTable rows = new RowTable(protocols, hierarchy, new AnnotationTable(protocols, hierarchy));
    return new Summaries(program, rows, hierarchy, false);
  }

  private static void mustHaveNoErrors(DiagnosticCollector<JavaFileObject> problems) {
    Map<String, String> errors = new TreeMap<>();
    for (Diagnostic<?> problem : problems.getDiagnostics()) {
      if (problem.getKind() == Diagnostic.Kind.ERROR) {
        errors.put(problem.toString(), "");
      }
    }
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", errors.keySet()));
    }
  }

  private static String line(Finding finding) {
    String file = finding.site().file();
    return file.substring(file.lastIndexOf('/') + 1) + ":" + finding.site().line() + " " + finding.rule().title();
  }
}
