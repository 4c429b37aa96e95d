package io.github.relinquish.plugin.oracle;

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
import io.github.relinquish.plugin.source.SourceProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the checker says of one program.
 *
 * @param fromSource as {@code Rule line}
 * @param fromClasses the same, from the class files
 */
record Judged(TreeSet<String> fromSource, TreeSet<String> fromClasses) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final Protocols PROTOCOLS = ShippedProtocols.load();

  /**
   * Compiles a program and judges it both ways.
   *
   * @param api a folder with the classes it is written against
   * @param output an empty folder for its class files
   * @return empty where it does not compile
   */
  static Optional<Judged> of(String text, Path api, Path output, StandardJavaFileManager files) throws IOException {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        List.of("-proc:none", "-XDcompilePolicy=simple", "-g", "-cp", api.toString(), "-d", output.toString());
    JavacTaskImpl task = (JavacTaskImpl) COMPILER.getTask(null, files, problems, options, null, List.of(new Text(text)));
    SourceProgram program = new SourceProgram(task.getContext());
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    // What cannot be parsed may be more than the compiler can look at.
    if (hasErrors(problems)) {
      return Optional.empty();
    }
    task.analyze();
    if (hasErrors(problems)) {
      return Optional.empty();
    }
    // Making class files takes the trees apart, so they are judged first.
    Judge judge = judge(program);
    TreeSet<String> fromSource = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      for (ClassShape shape : program.classesIn(unit)) {
        judge.findingsIn(shape).forEach(f -> fromSource.add(name(f)));
      }
    }
    task.generate();
    return hasErrors(problems) ? Optional.empty() : Optional.of(new Judged(fromSource, judgeClasses(output, api)));
  }

  private static TreeSet<String> judgeClasses(Path output, Path api) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (ClassFileProgram program = ClassFileProgram.open(List.of(output), List.of(api))) {
      Judge judge = judge(program);
      for (String name : program.runClasses()) {
        judge.findingsIn(program.shapeOf(name).orElseThrow()).forEach(f -> found.add(name(f)));
      }
    }
    return found;
  }

  private static Judge judge(Program program) {
    Hierarchy hierarchy = new Hierarchy(program);
    RowTable rows = new RowTable(PROTOCOLS, hierarchy, new AnnotationTable(PROTOCOLS, hierarchy));
    return new Judge(new Summaries(program, rows, hierarchy, false));
  }

  private static boolean hasErrors(DiagnosticCollector<JavaFileObject> problems) {
    return problems.getDiagnostics().stream().anyMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
  }

  private static String name(Finding finding) {
    return finding.rule().title() + " " + finding.site().line();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("memory:///" + Runs.CLASS + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
