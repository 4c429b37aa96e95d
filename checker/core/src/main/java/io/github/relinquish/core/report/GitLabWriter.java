package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.protocol.Severity;
import java.util.Map;
import java.util.TreeMap;

/** Writes GitLab's code quality report: it shows no path, so the steps stand in the description. */
public final class GitLabWriter implements ReportWriter {
  @Override public void write(Report report, Appendable out) {
    Json json = Json.indented(out).beginArray();
    Map<String, Integer> seen = new TreeMap<>();
    for (Finding finding : report.findings()) {
      int ordinal = seen.merge(finding.fingerprint(), 1, Integer::sum);
      json.beginObject().field("description", description(finding)).field("check_name", finding.rule().title());
      json.field("fingerprint", LineHash.of(finding.fingerprint(), ordinal));
      json.field("severity", finding.severity() == Severity.ERROR ? "critical" : "minor");
      json.beginObject("location").field("path", finding.site().file()).beginObject("lines")
          .field("begin", Math.max(1, finding.site().line())).endObject().endObject().endObject();
    }
    json.endArray().endDocument();
  }

  private static String description(Finding finding) {
    StringBuilder text = new StringBuilder(finding.message());
    int number = 1;
    for (WitnessStep step : finding.witness()) {
      text.append(number == 1 ? ". Path: " : "; ").append(number++).append(") ").append(step.site()).append(' ')
          .append(step.text());
    }
    return text.toString();
  }
}
