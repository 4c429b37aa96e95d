package io.github.relinquish.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenReportsTest {
  private static final Map<String, ReportWriter> WRITERS = writers();

  private static Map<String, ReportWriter> writers() {
    Map<String, ReportWriter> writers = new LinkedHashMap<>();
    writers.put("report.sarif", new SarifWriter("0.1.0", "relinquish/", RulePages.SUMMARIES, Examples.SOURCE));
    writers.put("report.txt", new TextWriter(Examples.SOURCE, false, true));
    writers.put("report.html", new HtmlWriter("acme <peer>", Examples.SOURCE));
    writers.put("gitlab.json", new GitLabWriter());
    writers.put("rdjson.json", new RdjsonWriter(Examples.SOURCE));
    writers.put("junit.xml", new JUnitWriter());
    return writers;
  }

  @Test void everyFormIsAsReviewed() throws IOException {
    for (Map.Entry<String, ReportWriter> writer : WRITERS.entrySet()) {
      Golden.check(writer.getKey(), writer.getValue().print(Examples.report()));
    }
  }

  @Test void theOrderOfFindingDoesNotMatter() {
    Report report = Examples.report();
    List<io.github.relinquish.core.finding.Finding> turned = new ArrayList<>(report.findings());
    Collections.reverse(turned);
    turned.add(Examples.leak());
    Report other = new Report(turned, report.fixes(), report.notes());
    WRITERS.forEach((name, writer) -> assertEquals(writer.print(report), writer.print(other), name));
  }

  @Test void nothingFoundIsAReportToo() throws IOException {
    for (Map.Entry<String, ReportWriter> writer : WRITERS.entrySet()) {
      Golden.check("empty-" + writer.getKey(), writer.getValue().print(Report.EMPTY));
    }
  }
}
