package io.github.relinquish.tools.run;

import com.sun.source.tree.CompilationUnitTree;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.plugin.report.UnitResult;
import io.github.relinquish.plugin.session.AnalysisSession;
import io.github.relinquish.tools.javac.BrokenSource;
import io.github.relinquish.tools.javac.Rules;
import io.github.relinquish.tools.javac.SourceRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Judges sources: javac reads and attributes them in this JVM, and our session judges every unit. What does not compile is judged as far as it
 * goes, and a note says that it does not.
 */
final class JavacRun {
  /** Sources that break javac itself are left out one after the other, at most so many. */
  private static final int MOST_BROKEN = 20;
  private static final int NOTES_A_RUN = 200;

  private final List<Path> classPath;
  private final Rules rules;
  private final Progress progress;
  private final Set<String> judgedClasses = new TreeSet<>();

  JavacRun(List<Path> classPath, Rules rules, Progress progress) {
    this.classPath = classPath;
    this.rules = rules;
    this.progress = progress;
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

  /** One run of javac, on a thread of its own. */
  private final class Attempt {
    private final List<Path> sources;
    private final BiConsumer<AnalysisSession, List<CompilationUnitTree>> work;
    private final DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    private String broken = "";
    private Report report = Report.EMPTY;
    private Throwable crash;

    Attempt(List<Path> sources, BiConsumer<AnalysisSession, List<CompilationUnitTree>> work) {
      this.sources = sources;
      this.work = work;
    }

    Report run() {
      Thread thread = new Thread(null, this::guarded, "relinquish-javac", SourceRun.STACK);
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
      } catch (BrokenSource e) {
        broken = e.file();
        crash = e.getCause();                     // javac's own crash: told to the user, and tried again without its cause
      } catch (RuntimeException | Error e) {
        crash = e;
      } catch (IOException e) {
        crash = new UncheckedIOException(e);
      }
    }

    private void compile() throws IOException, BrokenSource {
      if (ToolProvider.getSystemJavaCompiler() == null) {
        throw new NotAvailable("this Java has no compiler; run with a JDK");
      }
      try (StandardJavaFileManager files = SourceRun.newFileManager()) {
        progress.at(sources.size() + " sources compiled", 0, 0);
        SourceRun run = SourceRun.of(files.getJavaFileObjectsFromPaths(sources), classPath, files, rules, said,
            () -> progress.at(sources.size() + " sources compiled", 0, 0));
        run.attributeAll();
        if (!run.crashes().isEmpty()) {
          broken = run.crashes().get(0).file();
          crash = run.crashes().get(0).error();
          return;
        }
        work.accept(run.session(), run.units());
        report = together(run.session().results());
      }
    }

    private Path culprit() {
      return sources.stream().filter(s -> s.toString().equals(broken)).findFirst().orElse(null);
    }

    private Report together(List<UnitResult> results) {
      List<Finding> findings = new ArrayList<>();
      Map<Finding, List<Fix>> fixes = new LinkedHashMap<>();
      List<Note> notes = new ArrayList<>(errors());
      Set<String> broken = notes.stream().map(note -> note.site().file()).collect(Collectors.toSet());
      for (UnitResult result : results) {
        findings.addAll(result.findings());
        fixes.putAll(result.fixes());
        result.notes().stream().filter(note -> !note.text().startsWith(AnalysisSession.UNREAD) || !broken.contains(note.site().file())).forEach(notes::add);
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
