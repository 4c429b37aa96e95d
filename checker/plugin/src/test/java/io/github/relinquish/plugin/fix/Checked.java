package io.github.relinquish.plugin.fix;

import com.google.errorprone.DescriptionListener;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.apply.DescriptionBasedDiff;
import com.google.errorprone.apply.ImportOrganizer;
import com.google.errorprone.apply.SourceFile;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.fixes.Fix;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.scanner.ErrorProneScanner;
import com.google.errorprone.scanner.ErrorProneScannerTransformer;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Files after one run of javac with Error Prone's scanner and our checks. */
final class Checked {
  /** One finding as Error Prone tells it, with the file's text after each of its fixes. */
  record Told(String check, String message, List<String> fixed) {
    /** What stays the same when lines move and other ways lead to the same end. */
    String identity() {
      return check + ": " + message.lines().findFirst().orElse("").replaceFirst(" (is|before|when) .*", "");
    }
  }

  private final Map<String, List<Told>> told = new TreeMap<>();
  private final Map<String, String> errors = new TreeMap<>();

  /** @param files name to text */
  static Checked of(Map<String, String> files) {
    return of(files, List.of("-classpath", System.getProperty("java.class.path")));
  }

  /** @param options more options of javac, the class path among them */
  static Checked of(Map<String, String> files, List<String> options) {
    Checked checked = new Checked();
    checked.run(files, options);
    return checked;
  }

  List<Told> in(String file) {
    return told.getOrDefault(file, List.of());
  }

  /** The first error of javac in each file that has one. */
  Map<String, String> errors() {
    return errors;
  }

  private void run(Map<String, String> files, List<String> more) {
    List<JavaFileObject> units = new ArrayList<>();
    files.forEach((name, text) -> units.add(new Text(name, text)));
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(List.of("-proc:none", "-XDcompilePolicy=simple"));
    options.addAll(more);
    JavacTaskImpl task = (JavacTaskImpl) ToolProvider.getSystemJavaCompiler().getTask(null, null, problems, options, null, units);
    List<CompilationUnitTree> trees = new ArrayList<>();
    task.parse().forEach(trees::add);
    task.analyze();
    problems.getDiagnostics().stream().filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .forEach(d -> errors.putIfAbsent(d.getSource() == null ? "" : d.getSource().getName().substring(1), d.toString()));
    if (errors.isEmpty()) {
      Context context = task.getContext();
      context.put(ErrorProneOptions.class, ErrorProneOptions.processArgs(List.of()));
      trees.forEach(unit -> scan((JCTree.JCCompilationUnit) unit, context));
    }
  }

  private void scan(JCTree.JCCompilationUnit unit, Context context) {
    List<BugChecker> checks = new ArrayList<>();
    ServiceLoader.load(BugChecker.class).stream().filter(p -> p.type().getName().startsWith("io.github.relinquish."))
        .forEach(p -> checks.add(p.get()));
    List<Told> found = told.computeIfAbsent(unit.getSourceFile().getName().substring(1), n -> new ArrayList<>());
    DescriptionListener listener = description -> found.add(told(description, unit));
    ErrorProneScannerTransformer.create(new ErrorProneScanner(checks)).apply(new TreePath(unit), context, listener);
  }

  private static Told told(Description description, JCTree.JCCompilationUnit unit) {
    List<String> fixed = new ArrayList<>();
    for (Fix fix : description.fixes) {
      if (!fix.isEmpty()) {
        fixed.add(applied(fix, unit));
      }
    }
    return new Told(description.checkName, description.getRawMessage(), fixed);
  }

  private static String applied(Fix fix, JCTree.JCCompilationUnit unit) {
    try {
      SourceFile file = SourceFile.create(unit.getSourceFile());
      DescriptionBasedDiff diff = DescriptionBasedDiff.create(unit, ImportOrganizer.STATIC_FIRST_ORGANIZER);
      diff.handleFix(fix);
      diff.applyDifferences(file);
      return file.getSourceText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

    @Override public java.io.InputStream openInputStream() {
      return new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override public java.io.Reader openReader(boolean ignoreEncodingErrors) {
      return new java.io.StringReader(text);
    }
  }
}
