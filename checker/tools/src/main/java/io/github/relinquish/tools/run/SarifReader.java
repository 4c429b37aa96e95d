package io.github.relinquish.tools.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.SarifWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads back what {@link SarifWriter} wrote. Ranges are those of the file: cut at the end of their first line. */
public final class SarifReader {
  private final Map<Finding, List<Fix>> fixes = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  private SarifReader() {}

  /**
   * The report in a SARIF log of ours.
   *
   * @throws IllegalArgumentException where the text is not such a log
   */
  public static Report read(String sarif) {
    SarifReader reader = new SarifReader();
    try {
      JsonObject log = JsonParser.parseString(sarif).getAsJsonObject();
      if (!log.has("runs")) {
        throw new IllegalArgumentException("not a SARIF log: it has no \"runs\"");
      }
      list(log, "runs").forEach(run -> reader.run(run.getAsJsonObject()));
    } catch (JsonParseException | IllegalStateException | ClassCastException | NullPointerException | IndexOutOfBoundsException
        | UnsupportedOperationException | StackOverflowError e) {
      throw new IllegalArgumentException("not a SARIF log of Relinquish: " + e.getMessage(), e);
    }
    return new Report(reader.findings, reader.fixes, reader.notes);
  }

  private void run(JsonObject run) {
    String tool = text(run.getAsJsonObject("tool").getAsJsonObject("driver"), "name");
    if (!tool.equals("Relinquish")) {
      throw new IllegalArgumentException("this log was written by " + tool);
    }
    list(run, "results").forEach(result -> result(result.getAsJsonObject()));
    for (JsonElement invocation : list(run, "invocations")) {
      JsonObject it = invocation.getAsJsonObject();
      list(it, "toolExecutionNotifications").forEach(note -> note(note.getAsJsonObject()));
    }
  }

  private void note(JsonObject it) {
    Note.Kind kind = switch (text(it.getAsJsonObject("descriptor"), "id")) {
      case "not-judged" -> Note.Kind.NOT_JUDGED;
      case "stale" -> Note.Kind.STALE;
      default -> Note.Kind.REMARK;
    };
    JsonArray locations = list(it, "locations");
    Site site = locations.isEmpty() ? Site.UNKNOWN : site(locations.get(0).getAsJsonObject());
    notes.add(new Note(kind, site, message(it)));
  }

  private void result(JsonObject it) {
    RuleId rule = RuleId.ofTitle(text(it, "ruleId"))
        .orElseThrow(() -> new IllegalArgumentException("unknown rule " + text(it, "ruleId")));
    JsonObject location = list(it, "locations").get(0).getAsJsonObject();
    String method = text(list(location, "logicalLocations").get(0).getAsJsonObject(), "fullyQualifiedName");
    JsonObject properties = it.getAsJsonObject("properties");
    List<String> beliefs = new ArrayList<>();
    list(properties, "beliefs").forEach(belief -> beliefs.add(belief.getAsString()));
    Finding finding = new Finding(rule, severity(text(it, "level")),
        text(properties, "confidence").equals("certain") ? Confidence.CERTAIN : Confidence.LIKELY, site(location), method(method),
        text(properties, "kind"), sentence(message(it)), witness(it), beliefs,
        text(it.getAsJsonObject("partialFingerprints"), SarifWriter.FINGERPRINT), List.of());
    findings.add(finding);
    List<Fix> own = new ArrayList<>();
    list(it, "fixes").forEach(fix -> own.add(fix(fix.getAsJsonObject())));
    fixes.put(finding, own);
  }

  private static List<WitnessStep> witness(JsonObject result) {
    List<WitnessStep> steps = new ArrayList<>();
    for (JsonElement flow : list(result, "codeFlows")) {
      JsonObject thread = list(flow.getAsJsonObject(), "threadFlows").get(0).getAsJsonObject();
      for (JsonElement step : list(thread, "locations")) {
        JsonObject location = step.getAsJsonObject().getAsJsonObject("location");
        steps.add(new WitnessStep(site(location), message(location), number(step.getAsJsonObject(), "nestingLevel", 0)));
      }
    }
    return steps;
  }

  private static Fix fix(JsonObject it) {
    List<Edit> edits = new ArrayList<>();
    for (JsonElement change : list(it, "artifactChanges")) {
      String file = file(change.getAsJsonObject());
      for (JsonElement replacement : list(change.getAsJsonObject(), "replacements")) {
        JsonObject region = replacement.getAsJsonObject().getAsJsonObject("deletedRegion");
        int start = number(region, "charOffset", 0);
        edits.add(new Edit(file, start, start + number(region, "charLength", 0), number(region, "startLine", 1),
            number(region, "startColumn", 1), number(region, "endLine", 1), number(region, "endColumn", 1),
            text(replacement.getAsJsonObject().getAsJsonObject("insertedContent"), "text")));
      }
    }
    return new Fix(text(it.getAsJsonObject("description"), "text"), edits);
  }

  private static Site site(JsonObject location) {
    if (!location.has("physicalLocation")) {
      return Site.UNKNOWN;
    }
    JsonObject physical = location.getAsJsonObject("physicalLocation");
    JsonObject region = physical.getAsJsonObject("region");
    int start = number(region, "charOffset", -1);
    int length = number(region, "charLength", -1);
    return new Site(file(physical), number(region, "startLine", 0), number(region, "startColumn", 0), start,
        length < 0 ? -1 : start + length);
  }

  private static String file(JsonObject holder) {
    URI uri = URI.create(text(holder.getAsJsonObject("artifactLocation"), "uri"));
    return uri.getPath();
  }

  private static MethodKey method(String text) {
    int name = text.indexOf('#');
    int descriptor = text.indexOf('(', name);
    if (name < 0 || descriptor < 0) {
      throw new IllegalArgumentException("not a method: " + text);
    }
    return new MethodKey(text.substring(0, name), text.substring(name + 1, descriptor), text.substring(descriptor));
  }

  /** The sentence of a finding without the links that the writer put behind it. */
  private static String sentence(String message) {
    int path = message.lastIndexOf(SarifWriter.PATH + "[");
    String sentence = path >= 0 ? message.substring(0, path) : message.substring(0, Math.max(0, message.length() - 1));
    return sentence.replaceAll("\\\\([\\\\\\[\\]])", "$1");
  }

  private static Severity severity(String level) {
    return switch (level) {
      case "error" -> Severity.ERROR;
      case "warning" -> Severity.WARNING;
      default -> Severity.NONE;
    };
  }

  private static String message(JsonObject holder) {
    return text(holder.getAsJsonObject("message"), "text");
  }

  private static JsonArray list(JsonObject holder, String name) {
    return holder.has(name) ? holder.getAsJsonArray(name) : new JsonArray();
  }

  private static String text(JsonObject holder, String name) {
    JsonElement value = holder == null ? null : holder.get(name);
    if (value == null) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return value.getAsString();
  }

  private static int number(JsonObject holder, String name, int otherwise) {
    return holder.has(name) ? holder.get(name).getAsInt() : otherwise;
  }
}
