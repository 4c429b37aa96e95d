package io.github.relinquish.tools.lsp.compile;

import com.sun.source.tree.CompilationUnitTree;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.plugin.session.AnalysisSession;
import io.github.relinquish.plugin.report.UnitResult;
import io.github.relinquish.tools.javac.BrokenSource;
import io.github.relinquish.tools.javac.Rules;
import io.github.relinquish.tools.javac.SourceRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * One javac run over a module. A fresh one is made after each change, so that an answer never depends on the edits before it;
 * what is kept between runs are the opened jars in the file manager.
 *
 * <p>A crash in the analysis of one class, or of javac over one file, becomes a note of its file.
 */
public final class Compilation {
  /** Sources that break javac itself are left out one after the other, at most so many. */
  private static final int MOST_BROKEN = 20;
  private static final String TOO_DEEP = "the compiler gave up on this file: code in it, or near it, is nested too deeply";

  private final Map<Path, CompilationUnitTree> units = new TreeMap<>();
  private final SourceRun run;
  private final Map<Path, String> broken;

  private Compilation(SourceRun run, Map<Path, String> broken) {
    run.units().forEach(unit -> units.put(Path.of(unit.getSourceFile().getName()), unit));  // javac has wrapped our own objects
    run.session().plan();
    this.run = run;
    this.broken = broken;
  }

  /**
   * Parses and enters everything; what is looked at is attributed then.
   *
   * @param canceled asked between the phases; {@link CancellationException} where it says so
   */
  public static Compilation of(Sources sources, Rules rules, StandardJavaFileManager files, Canceled canceled) throws IOException {
    files.setLocationFromPaths(StandardLocation.SOURCE_PATH, sources.sourcePath());
    files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
    Map<Path, String> left = new TreeMap<>(sources.texts());
    Map<Path, String> broken = new TreeMap<>();
    left.forEach((path, text) -> {
      if (Nesting.isTooDeep(text)) {
        broken.put(path, TOO_DEEP);
      }
    });
    left.keySet().removeAll(broken.keySet());
    int foreseen = broken.size();
    while (true) {
      List<Unit> units = new ArrayList<>();
      left.forEach((path, text) -> units.add(new Unit(path, text)));
      if (units.isEmpty()) {
        units.add(new Unit(Path.of("Nothing.java").toAbsolutePath(), ""));   // javac refuses to run without a source
      }
      try {
        return new Compilation(SourceRun.of(units, sources.classPath(), new Overlay(files, sources.overlays(), sources.older()), rules, diagnostic -> { },
            canceled::check), broken);
      } catch (BrokenSource e) {
        Path culprit = Path.of(e.file());
        if (left.remove(culprit) == null || broken.size() - foreseen >= MOST_BROKEN) {
          throw new IllegalStateException("the compiler gave up: " + e.getMessage(), e);
        }
        broken.put(culprit, "the compiler gave up on this file: " + e.getMessage());
      }
    }
  }

  /** What the analysis says of a file of the run; nothing where the file is not one. */
  public Answer answerFor(Path file, Canceled canceled) {
    if (broken.containsKey(file)) {
      return Answer.notJudged(broken.get(file));
    }
    CompilationUnitTree unit = units.get(file);
    if (unit == null) {
      return Answer.EMPTY;
    }
    canceled.check();
    try {
      return answerFor(file, unit, canceled);
    } catch (StackOverflowError e) {              // what javac could still parse may be too deep for others; the other files go on
      return Answer.notJudged(TOO_DEEP);
    }
  }

  private Answer answerFor(Path file, CompilationUnitTree unit, Canceled canceled) {
    UnitResult result = run.session().resultOf(unit);
    List<Note> notes = new ArrayList<>(result.notes());
    notes.removeIf(note -> note.text().startsWith(AnalysisSession.UNREAD));
    Unread.of(run.session().unread(), run.session().classesIn(unit), file).ifPresent(notes::add);
    run.crashes().stream().filter(crash -> Path.of(crash.file()).equals(file)).forEach(crash ->
        notes.add(Note.notJudged("the compiler gave up on a class of this file: " + crash.error())));
    Insight insight = new Insight(run.session(), unit);
    try {
      insight.look(canceled);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      notes.add(new Note(Note.Kind.NOT_JUDGED, Site.ofLine(file.toString(), 1), "what is known of resources could not be told: " + e));
    }
    Map<String, List<Fix>> fixes = new TreeMap<>();
    List<Finding> findings = result.findings().stream().sorted().distinct().toList();
    findings.forEach(finding -> fixes.put(finding.fingerprint(), result.fixesOf(finding)));
    return new Answer(findings, fixes, insight.resources(), insight.ownerships(), notes);
  }
}
