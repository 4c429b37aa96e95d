package io.github.relinquish.bench;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTaskImpl;
import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.data.ShippedProtocols;
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
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One program that is judged: analysed by javac, or read from class files. */
final class Subject {
  private static final Protocols PROTOCOLS = ShippedProtocols.load();

  private final Program program;
  private final List<ClassShape> classes;

  private Subject(Program program, List<ClassShape> classes) {
    this.program = program;
    this.classes = classes;
  }

  /** Parsed and attributed; nothing is lowered yet. */
  static Subject fromSources(Map<String, String> files) throws IOException {
    JavacTaskImpl task = task(files, List.of("-proc:none", "-XDcompilePolicy=simple"));
    SourceProgram program = new SourceProgram(task.getContext());
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    List<ClassShape> classes = new ArrayList<>();
    units.forEach(u -> classes.addAll(program.classesIn(u)));
    return new Subject(program, classes);
  }

  /** Compiles to class files, and opens those; nothing is lowered yet. */
  static Subject fromClasses(Map<String, String> files, Path output) throws IOException {
    task(files, List.of("-proc:none", "-g", "-d", output.toString())).call();
    return opened(output);
  }

  static Subject opened(Path output) {
    ClassFileProgram program = ClassFileProgram.open(List.of(output), List.of());
    return new Subject(program, program.runClasses().stream().map(c -> program.shapeOf(c).orElseThrow()).toList());
  }

  private static JavacTaskImpl task(Map<String, String> files, List<String> options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    return (JavacTaskImpl) compiler.getTask(null, null, d -> { }, options, null,
        files.entrySet().stream().map(f -> new Text(f.getKey(), f.getValue())).toList());
  }

  /** Lowers every body. Answers how many blocks there are. */
  int lower() {
    return classes.stream().flatMap(c -> c.methods().stream())
        .mapToInt(m -> program.bodyOf(m.key()).map(g -> g.blocks().size()).orElse(0)).sum();
  }

  /**
   * What judging did.
   *
   * @param findings how many
   * @param visits how often a state ran through a block
   * @param widened how often a budget was met
   * @param kept what has to be kept until the end of the run
   */
  record Judged(int findings, int visits, int widened, Object kept) {}

  /** Judges every class with nothing remembered but graphs. */
  Judged judge() {
    Hierarchy hierarchy = new Hierarchy(program);
    Summaries summaries =
        new Summaries(program, new RowTable(PROTOCOLS, hierarchy, new AnnotationTable(PROTOCOLS, hierarchy)), hierarchy, false);
    Judge judge = new Judge(summaries);
    int findings = classes.stream().mapToInt(c -> judge.findingsIn(c).size()).sum();
    return new Judged(findings, summaries.visits(), summaries.widened(), summaries);
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
