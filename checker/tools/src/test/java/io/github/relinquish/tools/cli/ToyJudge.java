package io.github.relinquish.tools.cli;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.RulePages;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.FileSources;
import io.github.relinquish.tools.run.Judge;
import io.github.relinquish.tools.run.Judgement;
import io.github.relinquish.tools.run.Models;
import io.github.relinquish.tools.run.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Takes every line with {@code acquire NAME} for a leak unless {@code release NAME} stands anywhere; {@code crash} is not judged. */
final class ToyJudge implements Judge {
  static Engine engine() {
    Models models = new Models() {
      @Override public List<String> lint(Path file) {
        return file.toString().contains("bad") ? List.of(file.getFileName() + ":1:1: unknown key 'beginz', did you mean 'begins'?") : List.of();
      }

      @Override public List<String> list(List<Path> files) {
        return List.of("a row");
      }
    };
    return new Engine(new ToyJudge(), models, (request, method) -> method.equals("open") ? List.of("ends: open") : List.of(), RulePages.SUMMARIES);
  }

  @Override public Judgement judge(Request request) {
    List<Finding> findings = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    List<Path> files = request.paths().stream().flatMap(ToyJudge::files).sorted().toList();
    files.forEach(file -> all.append(read(file)));
    for (Path file : files) {
      String name = file.toAbsolutePath().normalize().toString();
      List<String> lines = read(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (line.startsWith("acquire ") && !all.toString().contains("release " + line.substring(8))) {
          findings.add(finding(Site.ofLine(name, i + 1), line.substring(8)));
        }
        if (line.equals("crash")) {
          notes.add(new Note(Note.Kind.NOT_JUDGED, Site.ofLine(name, i + 1), "the file does not compile"));
        }
      }
    }
    return new Judgement(Report.of(findings, notes), new FileSources(request.root()));
  }

  static Finding finding(Site site, String name) {
    return new Finding(RuleId.SECURITY_CONTEXT_LEAK, Severity.ERROR, Confidence.CERTAIN, site, new MethodKey("com.acme.Peer", "open", "()V"),
        "context", "security context '" + name + "' (acquired line " + site.line() + ") is not deleted; call " + name + ".dispose()",
        List.of(new WitnessStep(site, "acquired [here] \\", 0), new WitnessStep(site, "the method exits", 0)), List.of("a belief"), "fp-" + name,
        List.of());
  }

  private static Stream<Path> files(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
