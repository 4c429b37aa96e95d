package io.github.relinquish.plugin.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.GraphPrinter;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources in memory, compiled as far as checks see them. */
final class Sources {
  private final Context context;
  private final SourceProgram program;
  private final List<CompilationUnitTree> units = new ArrayList<>();

  private Sources(Context context) {
    this.context = context;
    this.program = new SourceProgram(context);
  }

  /** @param namesAndTexts name of a file, its text, name of the next file, and so on */
  static Sources of(String... namesAndTexts) {
    return of(List.of(), namesAndTexts);
  }

  static Sources of(List<String> options, String... namesAndTexts) {
    return of(null, options, namesAndTexts);
  }

  /** @param manager finds class files; null for javac's own */
  static Sources of(JavaFileManager manager, List<String> options, String... namesAndTexts) {
    List<JavaFileObject> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(new Text(namesAndTexts[i], namesAndTexts[i + 1]));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(List.of("-proc:none", "-XDcompilePolicy=simple"));
    all.addAll(options);
    JavacTaskImpl task = (JavacTaskImpl) compiler.getTask(null, manager, problems, all, null, files);
    Sources sources = new Sources(task.getContext());
    task.parse().forEach(sources.units::add);
    task.analyze();
    problems.getDiagnostics().stream()
        .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .findFirst()
        .ifPresent(d -> {
          throw new IllegalArgumentException(d.toString());
        });
    return sources;
  }

  /** javac makes trees with one maker, which stays where it made the last one. */
  TreeMaker maker() {
    return TreeMaker.instance(context);
  }

  SourceProgram program() {
    return program;
  }

  CompilationUnitTree unit(int index) {
    return units.get(index);
  }

  /** Every body of the first unit and of its lambdas, class by class. */
  String print() {
    StringBuilder out = new StringBuilder();
    for (ClassShape shape : program.classesIn(units.get(0))) {
      Set<MethodKey> printed = new TreeSet<>();
      for (MethodShape method : shape.methods()) {
        print(method.key(), printed, out);
      }
    }
    program.troubles().forEach(t -> out.append("trouble ").append(t).append('\n'));
    return out.toString();
  }

  private void print(MethodKey key, Set<MethodKey> printed, StringBuilder out) {
    Optional<FlowGraph> graph = program.bodyOf(key);
    if (graph.isEmpty() || !printed.add(key)) {
      return;
    }
    out.append(GraphPrinter.print(graph.get())).append('\n');
    for (var block : graph.get().blocks()) {
      for (var step : block.steps()) {
        if (step instanceof io.github.relinquish.core.graph.Step.Closure closure && closure.body().name().startsWith("lambda$")) {
          print(closure.body(), printed, out);
        }
      }
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("memory:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
