package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes reviewdog's diagnostic format (rdjson); its columns count UTF-8 bytes. */
public final class RdjsonWriter implements ReportWriter {
  private final SourceText source;

  public RdjsonWriter(SourceText source) {
    this.source = source;
  }

  @Override public void write(Report report, Appendable out) {
    Json json = Json.indented(out).beginObject();
    json.beginObject("source").field("name", "relinquish").endObject();
    json.beginArray("diagnostics");
    for (Finding finding : report.findings()) {
      json.beginObject().field("message", finding.message());
      location(json, finding.site());
      json.field("severity", finding.severity() == Severity.ERROR ? "ERROR" : "WARNING");
      json.beginObject("code").field("value", finding.rule().title()).endObject();
      related(json, finding.witness());
      suggestions(json, finding.site().file(), report.fixesOf(finding));
      json.endObject();
    }
    json.endArray().endObject().endDocument();
  }

  private void related(Json json, List<WitnessStep> witness) {
    if (witness.isEmpty()) {
      return;
    }
    json.beginArray("related_locations");
    for (WitnessStep step : witness) {
      json.beginObject().field("message", step.text());
      location(json, step.site());
      json.endObject();
    }
    json.endArray();
  }

  /** Suggestions belong to the file of the diagnostic: an edit of another file cannot be said. */
  private void suggestions(Json json, String file, List<Fix> fixes) {
    List<Fix> local = fixes.stream()
        .filter(fix -> fix.edits().size() == 1 && fix.edits().get(0).file().equals(file)).toList();
    if (local.isEmpty()) {
      return;
    }
    json.beginArray("suggestions");
    for (Fix fix : local) {
      Edit edit = fix.edits().get(0);
      json.beginObject().beginObject("range");
      position(json, "start", file, edit.startLine(), edit.startColumn());
      position(json, "end", file, edit.endLine(), edit.endColumn());
      json.endObject().field("text", edit.text()).endObject();
    }
    json.endArray();
  }

  private void location(Json json, Site site) {
    Span span = Span.of(site, source);
    json.beginObject("location").field("path", site.file()).beginObject("range");
    position(json, "start", site.file(), span.line(), span.column());
    if (span.hasEnd()) {
      position(json, "end", site.file(), span.line(), span.endColumn());
    }
    json.endObject().endObject();
  }

  private void position(Json json, String name, String file, int line, int column) {
    json.beginObject(name).field("line", line);
    if (column > 0) {
      json.field("column", bytes(file, line, column));
    }
    json.endObject();
  }

  private int bytes(String file, int line, int column) {
    String before = source.line(file, line).filter(text -> column <= text.length() + 1)
        .map(text -> text.substring(0, column - 1)).orElse(" ".repeat(column - 1));
    return before.getBytes(StandardCharsets.UTF_8).length + 1;
  }
}
