package io.github.relinquish.tools.run;

import io.github.relinquish.classfile.run.ClassRun;
import io.github.relinquish.classfile.run.ClassVerdicts;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.plugin.session.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges class folders and archives from their class files alone. */
final class ClassFileRun {
  /**
   * Classes are read on all processors; one judges. Each thread that judges has to learn for itself which methods matter, which is most of the
   * work, and keeps what it learns of callees to itself: on jars of 100 MB a second one cost a third more processor time and saved none.
   */
  private static final int THREADS = 1;
  private static final int MOST_PACKAGES = 5;

  private final List<Path> classPath;
  private final Settings settings;
  private final Protocols protocols;
  private final Progress progress;
  private int classes;

  ClassFileRun(List<Path> classPath, Settings settings, Protocols protocols, Progress progress) {
    this.progress = progress;
    this.classPath = classPath;
    this.settings = settings;
    this.protocols = protocols;
  }

  /** How many classes were judged so far. */
  int classes() {
    return classes;
  }

  /** What is found in the classes of these folders and archives. */
  Report judge(List<Path> roots) {
    if (roots.isEmpty()) {
      return Report.EMPTY;
    }
    try {
      progress.at("class files read", 0, 0);
      ClassVerdicts verdicts = new ClassRun(roots, classPath, protocols, hierarchy -> new AnnotationTable(protocols, hierarchy),
          settings.isStrict(), THREADS).judge((done, all) -> progress.at("classes judged", done, all));
      classes += verdicts.classes();
      List<Finding> findings = verdicts.findings().stream().filter(f -> f.confidence().compareTo(settings.confidence()) >= 0).toList();
      return Report.of(findings, notes(verdicts, roots));
    } catch (IOException e) {
      return Report.of(List.of(), List.of(Note.notJudged("the class files cannot be read: " + e)));
    }
  }

  private static List<Note> notes(ClassVerdicts verdicts, List<Path> roots) {
    List<Note> notes = new ArrayList<>();
    for (io.github.relinquish.classfile.Note note : verdicts.notes()) {
      // What is wrong with the class path alone makes answers weaker, not incomplete: as in a build.
      boolean isRoot = roots.stream().anyMatch(root -> note.place().startsWith(root.toString()));
      notes.add(isRoot ? Note.notJudged(note.toString()) : Note.remark(note.toString()));
    }
    for (ClassVerdicts.Crash crash : verdicts.crashes()) {
      StackTraceElement[] trace = crash.error().getStackTrace();
      notes.add(Note.notJudged("could not judge " + crash.className() + ": " + crash.error() + (trace.length == 0 ? "" : " at " + trace[0])));
    }
    for (ClassVerdicts.Unfollowed one : verdicts.unfollowed()) {
      notes.add(new Note(Note.Kind.NOT_JUDGED, one.site(), "too many paths lead through " + one.body().shortName() + "(): some were not followed"));
    }
    if (!verdicts.missing().isEmpty()) {
      notes.add(Note.remark(missing(verdicts.missing())));
    }
    return notes;
  }

  /** How many classes were missing, and of which packages most. */
  private static String missing(List<String> names) {
    Map<String, Integer> packages = new TreeMap<>();
    names.forEach(name -> packages.merge(name.substring(0, Math.max(0, name.lastIndexOf('.'))), 1, Integer::sum));
    List<String> most = packages.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(MOST_PACKAGES)
        .map(it -> (it.getKey().isEmpty() ? "the package without a name" : it.getKey()) + " (" + it.getValue() + ")").toList();
    int others = packages.size() - most.size();
    return names.size() + (names.size() == 1 ? " class is" : " classes are") + " missing that the judged code names, so what it does was guessed by name: "
        + String.join(", ", most) + (others == 0 ? "" : " and " + others + " more packages") + "; give the libraries with --classpath";
  }
}
