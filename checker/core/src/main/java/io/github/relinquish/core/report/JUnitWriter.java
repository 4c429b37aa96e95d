package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.protocol.RuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes JUnit's XML: a suite for each rule, a failed case for each finding; what was not judged is an error. */
public final class JUnitWriter implements ReportWriter {
  @Override public void write(Report report, Appendable out) {
    List<Note> gaps = report.notes().stream().filter(note -> note.kind() == Note.Kind.NOT_JUDGED).toList();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    int cases = RuleId.values().length;
    for (RuleId rule : RuleId.values()) {
      cases += Math.max(0, of(report, rule).size() - 1);
    }
    xml.append("<testsuites name=\"relinquish\" tests=\"").append(cases + gaps.size()).append("\" failures=\"")
        .append(report.findings().size()).append("\" errors=\"").append(gaps.size()).append("\">\n");
    for (RuleId rule : RuleId.values()) {
      suite(xml, rule, of(report, rule));
    }
    gaps(xml, gaps);
    xml.append("</testsuites>\n");
    try {
      out.append(xml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> of(Report report, RuleId rule) {
    return report.findings().stream().filter(finding -> finding.rule() == rule).toList();
  }

  private static void suite(StringBuilder xml, RuleId rule, List<Finding> findings) {
    xml.append("  <testsuite name=\"").append(rule.title()).append("\" tests=\"").append(Math.max(1, findings.size()))
        .append("\" failures=\"").append(findings.size()).append("\" errors=\"0\">\n");
    if (findings.isEmpty()) {
      xml.append("    <testcase classname=\"").append(rule.title()).append("\" name=\"no finding\"/>\n");
    }
    for (Finding finding : findings) {
      xml.append("    <testcase classname=\"").append(rule.title()).append("\" name=\"")
          .append(Markup.escaped(finding.site().toString())).append("\">\n      <failure type=\"").append(rule.title())
          .append("\" message=\"").append(Markup.escaped(finding.message())).append("\">");
      int number = 1;
      for (WitnessStep step : finding.witness()) {
        xml.append(number == 1 ? "" : "\n").append(number++).append(". ")
            .append(Markup.escaped(step.site() + " " + step.text()));
      }
      xml.append("</failure>\n    </testcase>\n");
    }
    xml.append("  </testsuite>\n");
  }

  private static void gaps(StringBuilder xml, List<Note> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    xml.append("  <testsuite name=\"not judged\" tests=\"").append(gaps.size()).append("\" failures=\"0\" errors=\"")
        .append(gaps.size()).append("\">\n");
    for (Note gap : gaps) {
      String place = gap.site().file().isEmpty() ? "run" : gap.site().toString();
      xml.append("    <testcase classname=\"not judged\" name=\"").append(Markup.escaped(place))
          .append("\"><error message=\"").append(Markup.escaped(gap.text())).append("\"/></testcase>\n");
    }
    xml.append("  </testsuite>\n");
  }
}
