package io.github.relinquish.tools.lsp;

import io.github.relinquish.core.data.Problem;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Findings as an editor shows them: one sentence at one place, the path as related information. */
final class Diagnostics {
  static final String SOURCE = "relinquish";
  private static final String PAGES = "https://github.com/relinquish/relinquish/blob/main/docs/checks/";

  private final Buffers buffers;

  Diagnostics(Buffers buffers) {
    this.buffers = buffers;
  }

  /** Everything that is to be shown in one file. */
  List<Diagnostic> of(Judged judged, ClientSettings settings) {
    Lines lines = new Lines(judged.text());
    List<Diagnostic> shown = new ArrayList<>();
    for (Finding finding : judged.answer().findings()) {
      of(finding, judged, lines, settings).ifPresent(shown::add);
    }
    for (Note note : judged.answer().notes()) {
      boolean isStale = note.kind() == Note.Kind.STALE;
      shown.add(new Diagnostic(range(note.site(), lines), note.text(), isStale ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information,
          SOURCE, isStale ? "StaleSuppression" : "NotJudged"));
    }
    return shown;
  }

  /** One finding; empty where the settings hide its rule. */
  Optional<Diagnostic> of(Finding finding, Judged judged, Lines lines, ClientSettings settings) {
    return settings.shown(finding.rule().title(), severity(finding.severity())).map(severity -> {
      Diagnostic diagnostic =
          new Diagnostic(range(finding.site(), lines), finding.message(), severity, SOURCE, finding.rule().title());
      diagnostic.setCodeDescription(new DiagnosticCodeDescription(page(finding.rule())));
      diagnostic.setRelatedInformation(path(finding, judged, lines));
      diagnostic.setData(finding.fingerprint());
      return diagnostic;
    });
  }

  static String page(RuleId rule) {
    return PAGES + rule.title() + ".md";
  }

  /** What is wrong with a file of rows. */
  static List<Diagnostic> of(List<Problem> problems, Lines lines) {
    List<Diagnostic> shown = new ArrayList<>();
    for (Problem problem : problems) {
      int line = Math.max(0, problem.line() - 1);
      Range range = lines.line(line);
      if (problem.column() > 0) {
        int from = lines.offset(new Position(line, problem.column() - 1));
        int end = lines.offset(range.getEnd());
        range = lines.range(from, Math.max(end, from));
      }
      shown.add(new Diagnostic(range, problem.message(), DiagnosticSeverity.Error, SOURCE, "ModelFile"));
    }
    return shown;
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return severity == Severity.ERROR ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
  }

  private static Range range(Site site, Lines lines) {
    return site.start() >= 0 ? lines.range(site.start(), site.end()) : lines.line(Math.max(0, site.line() - 1));
  }

  private List<DiagnosticRelatedInformation> path(Finding finding, Judged judged, Lines lines) {
    List<DiagnosticRelatedInformation> steps = new ArrayList<>();
    for (WitnessStep step : finding.witness()) {
      location(step.site(), judged, lines)
          .ifPresent(place -> steps.add(new DiagnosticRelatedInformation(place, step.text())));
    }
    return steps;
  }

  private Optional<Location> location(Site site, Judged judged, Lines lines) {
    if (site.line() <= 0) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(site.file());
      if (file.equals(judged.file())) {
        return Optional.of(new Location(uriOf(file), range(site, lines)));
      }
      return textOf(file).map(text -> new Location(uriOf(file), range(site, new Lines(text))));
    } catch (InvalidPathException e) {
      return Optional.empty();                    // a step in a class file has no place to go to
    }
  }

  private Optional<String> textOf(Path file) {
    Optional<String> open = buffers.at(file).map(Buffers.Buffer::text);
    if (open.isPresent()) {
      return open;
    }
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String uriOf(Path file) {
    return buffers.at(file).map(Buffers.Buffer::uri).orElseGet(() -> file.toUri().toString());
  }
}
