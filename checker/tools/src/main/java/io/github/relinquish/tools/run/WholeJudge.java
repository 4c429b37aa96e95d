package io.github.relinquish.tools.run;

import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.plugin.session.RowsInForce;
import io.github.relinquish.plugin.session.Settings;
import io.github.relinquish.tools.javac.Rules;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges sources with javac and class files with their own front end, and answers in one report. */
final class WholeJudge implements Judge {
  private final Progress progress;

  WholeJudge(Progress progress) {
    this.progress = progress;
  }

  @Override public Judgement judge(Request request) {
    try {
      return judged(request);
    } finally {
      progress.end();
    }
  }

  private Judgement judged(Request request) {
    Settings settings = request.settings();
    Inputs inputs = Inputs.of(request.paths());
    List<Path> all = new ArrayList<>(request.classPath());
    all.addAll(inputs.classRoots());
    RowsInForce rows = RowsInForce.of(settings, all);
    List<String> problems = new ArrayList<>(settings.problems());
    problems.addAll(rows.problems());
    if (!problems.isEmpty()) {
      throw new NotAvailable(String.join("; ", problems));
    }
    ClassFileRun run = new ClassFileRun(request.classPath(), settings, rows.protocols(), progress);
    Report ofClasses = run.judge(inputs.classRoots());
    List<Path> classPath = new ArrayList<>(request.classPath());
    inputs.classRoots().stream().filter(root -> isSound(root, ofClasses)).forEach(classPath::add);
    JavacRun javac = new JavacRun(classPath, new Rules(settings, rows), progress);
    Report report = javac.judge(inputs.sources())
        .and(ofClasses.only(ofClasses.findings().stream().filter(f -> !javac.judgedClasses().contains(f.method().owner())).toList()))
        .and(Report.of(List.of(), inputs.notes()))
        .and(Report.of(List.of(), rows.warnings().stream().filter(text -> isNews(text, inputs, ofClasses)).map(Note::remark).toList()));
    report = report.and(Report.of(List.of(), RowModels.neverAsked(settings.models()).stream().map(Note::remark).toList()));
    if (inputs.sources().isEmpty() && run.classes() == 0 && report.isComplete()) {
      report = report.and(Report.of(List.of(), List.of(Note.notJudged("there is nothing to judge: neither a source nor a class file in "
          + request.paths().stream().map(Path::toString).collect(Collectors.joining(", "))))));
    }
    return new Judgement(withoutMachinePaths(report, request), new NearbySources(request, inputs));
  }

  /** Javac gives up altogether on some archives that we can read in part. */
  private static boolean isSound(Path root, Report judged) {
    return judged.notes().stream().noneMatch(note -> note.text().startsWith(root.toString()));
  }

  /** What cannot be opened was said to be so, and then it is no news that no rows were found in it. */
  private static boolean isNews(String warning, Inputs inputs, Report judged) {
    return inputs.classRoots().stream().noneMatch(root -> warning.contains(root.toString()) && !isSound(root, judged));
  }

  /** Sites are made relative elsewhere; this is about paths in sentences. */
  private static Report withoutMachinePaths(Report report, Request request) {
    String root = request.root().toString();
    String prefix = root.endsWith(File.separator) ? root : root + File.separator;
    List<Note> notes = report.notes().stream().map(note -> new Note(note.kind(), note.site(), note.text().replace(prefix, ""))).toList();
    return new Report(report.findings(), report.fixes(), notes);
  }
}
