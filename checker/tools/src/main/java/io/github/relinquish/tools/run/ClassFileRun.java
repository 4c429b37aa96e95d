package io.github.relinquish.tools.run;

import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.judge.Judge;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.plugin.session.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges class folders and archives from their class files alone. */
final class ClassFileRun {
  private final List<Path> classPath;
  private final Settings settings;
  private final Protocols protocols;

  ClassFileRun(List<Path> classPath, Settings settings, Protocols protocols) {
    this.classPath = classPath;
    this.settings = settings;
    this.protocols = protocols;
  }

  /** @param fromSource names of classes that were judged from their source */
  Report judge(List<Path> roots, Set<String> fromSource) {
    if (roots.isEmpty()) {
      return Report.EMPTY;
    }
    List<Finding> findings = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    try (ClassFileProgram program = ClassFileProgram.open(roots, classPath)) {
      Hierarchy hierarchy = new Hierarchy(program);
      Summaries summaries =
          new Summaries(program, new RowTable(protocols, hierarchy, new AnnotationTable(protocols, hierarchy)), hierarchy, settings.isStrict());
      Judge judge = new Judge(summaries);
      for (String name : program.runClasses()) {
        if (!fromSource.contains(name)) {
          int widened = summaries.widened();
          judge(name, program, judge, findings, notes);
          if (summaries.widened() > widened) {
            notes.add(Note.notJudged("too many paths lead through " + name + " and what it calls: some were not followed"));
          }
        }
      }
      for (io.github.relinquish.classfile.Note note : program.notes()) {
        // What is wrong with the class path alone makes answers weaker, not incomplete: as in a build.
        boolean isRoot = roots.stream().anyMatch(root -> note.place().startsWith(root.toString()));
        notes.add(isRoot ? Note.notJudged(note.toString()) : Note.remark(note.toString()));
      }
    } catch (IOException e) {
      notes.add(Note.notJudged("the class files cannot be read: " + e));
    }
    return Report.of(findings.stream().filter(f -> f.confidence().compareTo(settings.confidence()) >= 0).toList(), notes);
  }

  private static void judge(String name, ClassFileProgram program, Judge judge, List<Finding> findings, List<Note> notes) {
    try {
      program.shapeOf(name).ifPresent(shape -> findings.addAll(judge.findingsIn(shape)));
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      notes.add(Note.notJudged("could not judge " + name + ": " + e + (trace.length == 0 ? "" : " at " + trace[0])));
    }
  }
}
