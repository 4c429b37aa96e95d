package io.github.relinquish.tools.run;

import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.plugin.session.RowsInForce;
import io.github.relinquish.plugin.session.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges sources with javac and class files with their own front end, and answers in one report. */
final class WholeJudge implements Judge {
  @Override public Judgement judge(Request request) {
    Settings settings = request.settings();
    RowsInForce rows = RowsInForce.of(settings);
    List<String> problems = new ArrayList<>(settings.problems());
    problems.addAll(rows.problems());
    if (!problems.isEmpty()) {
      throw new NotAvailable(String.join("; ", problems));
    }
    Inputs inputs = Inputs.of(request.paths());
    List<Path> classPath = new ArrayList<>(request.classPath());
    classPath.addAll(inputs.classRoots());
    JavacRun javac = new JavacRun(classPath, settings);
    Report report = javac.judge(inputs.sources())
        .and(new ClassFileRun(request.classPath(), settings, rows.protocols()).judge(inputs.classRoots(), javac.judgedClasses()))
        .and(Report.of(List.of(), inputs.notes()));
    if (inputs.sources().isEmpty() && inputs.classRoots().isEmpty()) {
      report = report.and(Report.of(List.of(), List.of(Note.notJudged("there is nothing to judge"))));
    }
    return new Judgement(report, new NearbySources(request, inputs));
  }
}
