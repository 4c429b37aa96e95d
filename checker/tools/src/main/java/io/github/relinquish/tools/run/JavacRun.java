package io.github.relinquish.tools.run;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.BasicJavacTask;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.plugin.report.UnitResult;
import io.github.relinquish.plugin.session.AnalysisSession;
import io.github.relinquish.plugin.session.Settings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Judges sources: javac reads and attributes them in this JVM, and our session judges every unit. Nothing is generated, no annotation
 * processor runs. What does not compile is judged as far as it goes, and a note says that it does not.
 */
final class JavacRun {
  /** Sources that break javac itself are left out one after the other, at most so many. */
  private static final int MOST_BROKEN = 20;
  private static final int NOTES_A_RUN = 200;
  /** A deeper one costs minutes in the collector before it overflows. */
  private static final long STACK = 64L << 20;

  private final List<Path> classPath;
  private final Settings settings;
  private final Progress progress;
  private final Set<String> judgedClasses = new TreeSet<>();

  JavacRun(List<Path> classPath, Settings settings, Progress progress) {
    this.progress = progress;
    this.classPath = classPath;
    this.settings = settings;
  }

  /** What is found in these sources, with the paths as they were given. */
  Report judge(List<Path> sources) {
    if (sources.isEmpty()) {
      return Report.EMPTY;
    }
    Set<Path> left = new LinkedHashSet<>(sources);
    List<Note> broken = new ArrayList<>();
    while (true) {
      Attempt attempt = new Attempt(List.copyOf(left), this::judge);
      Report report = attempt.run();
      if (attempt.crash == null) {
        return report.and(Report.of(List.of(), broken));
      }
      Path culprit = attempt.culprit();
      String what = "the compiler gave up on " + (culprit == null ? "the sources" : culprit) + ": " + attempt.crash;
      broken.add(Note.notJudged(what));
      if (culprit == null || !left.remove(culprit) || broken.size() > MOST_BROKEN || left.isEmpty()) {
        return Report.of(List.of(), broken);
      }
    }
  }

  /** What to do with the program instead of judging it. */
  @FunctionalInterface
  interface Visit {
    /** @param classes binary names of the classes that the sources declare */
    void see(Summaries summaries, List<String> classes);
  }

  /**
   * Reads these sources and shows them.
   *
   * @throws NotAvailable where javac breaks over them
   */
  void look(List<Path> sources, Visit visit) {
    if (sources.isEmpty()) {
      return;
    }
    Attempt attempt = new Attempt(sources, (session, units) -> visit.see(session.summaries(),
        units.stream().flatMap(unit -> session.classesIn(unit).stream()).toList()));
    attempt.run();
    if (attempt.crash != null) {
      throw new NotAvailable("the compiler gave up: " + attempt.crash);
    }
  }

  /** Binary names of the classes that were judged so far. */
  Set<String> judgedClasses() {
    return Collections.unmodifiableSet(judgedClasses);
  }

  private void judge(AnalysisSession session, List<CompilationUnitTree> units) {
    session.plan();
    int done = 0;
    for (CompilationUnitTree unit : units) {
      session.resultOf(unit);
      progress.at("sources judged", ++done, units.size());
    }
    units.forEach(unit -> judgedClasses.addAll(session.classesIn(unit)));
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none", "-implicit:none", "-encoding", "UTF-8",
        "-Xmaxerrs", "100000", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-XDaddTypeAnnotationsToSymbol=true"));
    options.add("-classpath");
    options.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    return options;
  }

  /** One run of javac. Deeply nested code needs a deep stack, so it has a thread of its own. */
  private final class Attempt implements TaskListener {
    private final List<Path> sources;
    private final DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    private String begun = "";
    private Report report = Report.EMPTY;
    private Throwable crash;

    private final BiConsumer<AnalysisSession, List<CompilationUnitTree>> work;

    Attempt(List<Path> sources, BiConsumer<AnalysisSession, List<CompilationUnitTree>> work) {
      this.sources = sources;
      this.work = work;
    }

    Report run() {
      Thread thread = new Thread(null, this::guarded, "relinquish-javac", STACK);
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Report.of(List.of(), List.of(Note.notJudged("the run was interrupted")));
      }
      return report;
    }

    private void guarded() {
      try {
        compile();
      } catch (RuntimeException | Error e) {
        crash = e;                                // javac's own crash: told to the user, and tried again without its cause
      } catch (IOException e) {
        crash = new UncheckedIOException(e);
      }
    }

    private void compile() throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      if (compiler == null) {
        throw new NotAvailable("this Java has no compiler; run with a JDK");
      }
      try (StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
        JavacTask task = (JavacTask) compiler.getTask(Writer.nullWriter(), files, said, options(), null,
            files.getJavaFileObjectsFromPaths(sources));
        task.addTaskListener(this);
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        task.analyze();
        AnalysisSession session = AnalysisSession.of(((BasicJavacTask) task).getContext(), settings);
        work.accept(session, units);
        report = together(session.results());
      }
    }

    @Override public void started(TaskEvent event) {
      progress.at(sources.size() + " sources compiled", 0, 0);
      if (event.getSourceFile() != null) {
        begun = event.getSourceFile().getName();
      }
    }

    private Path culprit() {
      return sources.stream().filter(s -> s.toString().equals(begun)).findFirst().orElse(null);
    }

    private Report together(List<UnitResult> results) {
      List<Finding> findings = new ArrayList<>();
      Map<Finding, List<Fix>> fixes = new LinkedHashMap<>();
      List<Note> notes = new ArrayList<>(errors());
      for (UnitResult result : results) {
        findings.addAll(result.findings());
        fixes.putAll(result.fixes());
        notes.addAll(result.notes());
      }
      return new Report(findings, fixes, notes);
    }

    /** One note a file that does not compile: where its first error is, and how many there are. */
    private List<Note> errors() {
      Map<String, List<Diagnostic<? extends JavaFileObject>>> byFile = new TreeMap<>();
      for (Diagnostic<? extends JavaFileObject> it : said.getDiagnostics()) {
        if (it.getKind() == Diagnostic.Kind.ERROR) {
          String file = it.getSource() == null ? "" : it.getSource().getName().replace('\\', '/');
          byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(it);
        }
      }
      List<Note> notes = new ArrayList<>();
      byFile.forEach((file, all) -> notes.add(CompileErrors.note(file, all)));
      if (notes.size() <= NOTES_A_RUN) {
        return notes;
      }
      List<Note> few = new ArrayList<>(notes.subList(0, NOTES_A_RUN));
      few.add(Note.notJudged(notes.size() - NOTES_A_RUN + " more files do not compile"));
      return few;
    }
  }
}
