package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes SARIF 2.1.0 as code scanning services want it: relative paths, a primary region on one line, the witness as an inline
 * code flow, every related location linked from the message. No time, no machine, no random name is in it.
 */
public final class SarifWriter implements ReportWriter {
  /** The key of our own fingerprint. */
  public static final String FINGERPRINT = "relinquish/v1";
  /** What stands between the sentence of a finding and the links along its path. */
  public static final String PATH = ". Path: ";

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String HOME = "https://github.com/relinquish/relinquish";
  private static final String ROOT = "SRCROOT";
  /** Services show no more of one path; the middle goes first. */
  private static final int MOST_STEPS = 100;
  private static final int MOST_LINKS = 8;

  private final String version;
  private final String automationId;
  private final RulePages pages;
  private final SourceText source;

  /**
   * A writer for one run.
   *
   * @param version version of the tool
   * @param automationId category of the run, {@code relinquish/core/}; empty for none
   * @param pages texts of the rules
   * @param source where the ends of lines are read from
   */
  public SarifWriter(String version, String automationId, RulePages pages, SourceText source) {
    this.version = version;
    this.automationId = automationId;
    this.pages = pages;
    this.source = source;
  }

  @Override public void write(Report report, Appendable out) {
    Json json = Json.indented(out);
    json.beginObject().field("$schema", SCHEMA).field("version", "2.1.0").beginArray("runs").beginObject();
    tool(json);
    if (!automationId.isEmpty()) {
      json.beginObject("automationDetails").field("id", automationId).endObject();
    }
    json.field("columnKind", "utf16CodeUnits");
    json.beginObject("originalUriBaseIds").beginObject(ROOT).beginObject("description")
        .field("text", "The folder that the checked project lies in.").endObject().endObject().endObject();
    invocation(json, report);
    json.beginArray("results");
    Map<String, Integer> seen = new TreeMap<>();
    for (Finding finding : report.findings()) {
      int ordinal = seen.merge(finding.fingerprint(), 1, Integer::sum);
      result(json, finding, report.fixesOf(finding), ordinal);
    }
    json.endArray().endObject().endArray().endObject().endDocument();
  }

  private void tool(Json json) {
    json.beginObject("tool").beginObject("driver").field("name", "Relinquish").field("semanticVersion", version).field("informationUri", HOME);
    json.beginArray("rules");
    for (RuleId rule : RuleId.values()) {
      RulePages.Page page = pages.page(rule);
      json.beginObject().field("id", rule.title());
      text(json, "shortDescription", page.summary());
      text(json, "fullDescription", page.summary());
      if (!page.uri().isEmpty()) {
        json.field("helpUri", page.uri());
      }
      json.beginObject("help").field("text", page.markdown()).field("markdown", page.markdown()).endObject();
      json.beginObject("defaultConfiguration").field("level", level(rule.severity())).endObject();
      json.beginObject("properties").field("precision", "high").field("problem.severity", level(rule.severity()));
      json.beginArray("tags").value("security").value("resource").value("correctness").endArray();
      json.endObject().endObject();
    }
    json.endArray().endObject().endObject();
  }

  private void invocation(Json json, Report report) {
    json.beginArray("invocations").beginObject().field("executionSuccessful", report.isComplete());
    if (!report.notes().isEmpty()) {
      json.beginArray("toolExecutionNotifications");
      for (Note note : report.notes()) {
        boolean isGap = note.kind() == Note.Kind.NOT_JUDGED;
        json.beginObject().beginObject("descriptor").field("id", id(note.kind())).endObject();
        json.field("level", isGap ? "error" : "note");
        text(json, "message", note.text());
        if (!note.site().file().isEmpty()) {
          json.beginArray("locations").beginObject();
          physical(json, note.site());
          json.endObject().endArray();
        }
        json.endObject();
      }
      json.endArray();
    }
    json.endObject().endArray();
  }

  private static String id(Note.Kind kind) {
    return switch (kind) {
      case NOT_JUDGED -> "not-judged";
      case REMARK -> "remark";
      case STALE -> "stale";
    };
  }

  private void result(Json json, Finding finding, List<Fix> fixes, int ordinal) {
    List<WitnessStep> steps = shown(finding.witness());
    json.beginObject().field("ruleId", finding.rule().title()).field("ruleIndex", finding.rule().ordinal());
    json.field("level", level(finding.severity()));
    List<WitnessStep> linked = linked(steps);
    text(json, "message", message(finding, linked));
    json.beginArray("locations").beginObject();
    physical(json, finding.site());
    json.beginArray("logicalLocations").beginObject().field("fullyQualifiedName", finding.method().toString())
        .field("kind", "function").endObject().endArray();
    json.endObject().endArray();
    if (!linked.isEmpty()) {
      json.beginArray("relatedLocations");
      for (int i = 0; i < linked.size(); i++) {
        json.beginObject().field("id", i + 1);
        physical(json, linked.get(i).site());
        text(json, "message", linked.get(i).text());
        json.endObject();
      }
      json.endArray();
    }
    codeFlow(json, steps);
    json.beginObject("partialFingerprints");
    json.field("primaryLocationLineHash", LineHash.of(finding.fingerprint(), ordinal));
    json.field(FINGERPRINT, finding.fingerprint()).endObject();
    fixes(json, fixes);
    properties(json, finding);
    json.endObject();
  }

  private static void properties(Json json, Finding finding) {
    boolean isCertain = finding.confidence() == Confidence.CERTAIN;
    json.beginObject("properties").field("confidence", finding.confidence().word());
    json.field("precision", isCertain ? "very-high" : "medium").field("kind", finding.kind());
    if (!finding.beliefs().isEmpty()) {
      json.beginArray("beliefs");
      finding.beliefs().forEach(json::value);
      json.endArray();
    }
    json.endObject();
  }

  private void codeFlow(Json json, List<WitnessStep> steps) {
    if (steps.isEmpty()) {
      return;
    }
    json.beginArray("codeFlows").beginObject().beginArray("threadFlows").beginObject().beginArray("locations");
    for (int i = 0; i < steps.size(); i++) {
      WitnessStep step = steps.get(i);
      boolean isEnd = i == 0 || i == steps.size() - 1;
      json.beginObject().beginObject("location");
      if (!step.site().file().isEmpty()) {
        physical(json, step.site());
      }
      text(json, "message", step.text());
      json.endObject().field("nestingLevel", step.depth()).field("importance", isEnd ? "essential" : "important").endObject();
    }
    json.endArray().endObject().endArray().endObject().endArray();
  }

  private void fixes(Json json, List<Fix> fixes) {
    if (fixes.isEmpty()) {
      return;
    }
    json.beginArray("fixes");
    for (Fix fix : fixes) {
      Map<String, List<Edit>> byFile = new TreeMap<>();
      fix.edits().forEach(edit -> byFile.computeIfAbsent(edit.file(), file -> new ArrayList<>()).add(edit));
      json.beginObject();
      text(json, "description", fix.description());
      json.beginArray("artifactChanges");
      byFile.forEach((file, edits) -> {
        json.beginObject();
        artifact(json, file);
        json.beginArray("replacements");
        edits.forEach(edit -> replacement(json, edit));
        json.endArray().endObject();
      });
      json.endArray().endObject();
    }
    json.endArray();
  }

  private static void replacement(Json json, Edit edit) {
    json.beginObject().beginObject("deletedRegion");
    json.field("startLine", edit.startLine()).field("startColumn", edit.startColumn());
    json.field("endLine", edit.endLine()).field("endColumn", edit.endColumn());
    json.field("charOffset", edit.startOffset()).field("charLength", edit.endOffset() - edit.startOffset());
    json.endObject().beginObject("insertedContent").field("text", edit.text()).endObject().endObject();
  }

  private void physical(Json json, Site site) {
    Span span = Span.of(site, source);
    json.beginObject("physicalLocation");
    artifact(json, site.file());
    json.beginObject("region").field("startLine", span.line());
    if (span.hasColumn()) {
      json.field("startColumn", span.column());
    }
    if (span.hasEnd()) {
      json.field("endColumn", span.endColumn());
    }
    if (span.offset() >= 0) {
      json.field("charOffset", span.offset());
    }
    if (span.offset() >= 0 && span.hasEnd()) {
      json.field("charLength", span.length());
    }
    json.endObject().endObject();
  }

  private static void artifact(Json json, String file) {
    json.beginObject("artifactLocation").field("uri", Uri.of(file));
    if (!Uri.isAbsolute(file)) {
      json.field("uriBaseId", ROOT);
    }
    json.endObject();
  }

  private static void text(Json json, String name, String text) {
    json.beginObject(name).field("text", text).endObject();
  }

  private static String message(Finding finding, List<WitnessStep> linked) {
    StringBuilder message = new StringBuilder(escapedLinks(finding.message()));
    for (int i = 0; i < linked.size(); i++) {
      message.append(i == 0 ? PATH : ", ");
      message.append('[').append(escapedLinks(linked.get(i).text())).append("](").append(i + 1).append(')');
    }
    return message.append('.').toString();
  }

  /** A bracket in a message would begin a link (SARIF 3.11.6). */
  private static String escapedLinks(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private static List<WitnessStep> linked(List<WitnessStep> steps) {
    return steps.stream().filter(step -> !step.site().file().isEmpty()).limit(MOST_LINKS).toList();
  }

  private static List<WitnessStep> shown(List<WitnessStep> witness) {
    if (witness.size() <= MOST_STEPS) {
      return witness;
    }
    int head = MOST_STEPS / 2;
    int tail = MOST_STEPS - head - 1;
    List<WitnessStep> shown = new ArrayList<>(witness.subList(0, head));
    int left = witness.size() - head - tail;
    shown.add(new WitnessStep(witness.get(head).site(), left + " steps are left out here", witness.get(head).depth()));
    shown.addAll(witness.subList(witness.size() - tail, witness.size()));
    return shown;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case NONE -> "none";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }
}
