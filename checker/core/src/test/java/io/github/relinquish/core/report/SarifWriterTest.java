package io.github.relinquish.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SarifWriterTest {
  private static final SarifWriter WRITER = new SarifWriter("0.1.0", "", RulePages.SUMMARIES, Examples.SOURCE);

  private static String print(Finding... findings) {
    return WRITER.print(Report.of(List.of(findings), List.of()));
  }

  private static List<String> hashes(String sarif) {
    return Pattern.compile("primaryLocationLineHash\": \"([^\"]+)").matcher(sarif).results().map(hit -> hit.group(1)).toList();
  }

  @Test void theHashOutlivesMovedCode() {
    assertEquals(hashes(print(Examples.leak())), hashes(print(Examples.moved(Examples.leak(), 7))));
  }

  @Test void equalFingerprintsGetDifferentHashes() {
    List<String> hashes = hashes(print(Examples.leak(), Examples.moved(Examples.leak(), 7)));
    assertEquals(2, hashes.stream().distinct().count());
  }

  @Test void aRegionEndsOnItsLine() {
    Site wide = new Site(Examples.FILE, 5, 22, 119, 1_000);
    assertEquals(58, Span.of(wide, Examples.SOURCE).endColumn());
    assertFalse(Span.of(wide, SourceText.NONE).hasEnd());
    assertEquals(1, Span.of(Site.ofLine("A.java", 0), file -> Optional.empty()).line());
  }

  @Test void aLongPathIsCutInTheMiddle() {
    Finding leak = Examples.leak();
    List<WitnessStep> steps = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      steps.add(new WitnessStep(leak.site(), "step <" + i + ">", 0));
    }
    String sarif = print(new Finding(leak.rule(), leak.severity(), leak.confidence(), leak.site(), leak.method(), leak.kind(),
        leak.message(), steps, leak.beliefs(), leak.fingerprint(), leak.repairs()));
    assertEquals(100, Pattern.compile("nestingLevel").matcher(sarif).results().count());
    assertTrue(sarif.contains("\"step <0>\"") && sarif.contains("\"step <4999>\"") && sarif.contains("4901 steps are left out here"));
  }

  @Test void pathsBecomeRelative() {
    Finding leak = Examples.leak();
    Site far = new Site("/x/proj/src/\u00c4 b.java", 1, 0, -1, -1);
    Report report = Report.of(List.of(new Finding(leak.rule(), leak.severity(), leak.confidence(), far, leak.method(), leak.kind(),
        leak.message(), List.of(), List.of(), "f", List.of())), List.of());
    assertTrue(WRITER.print(report).contains("\"file:///x/proj/src/%C3%84%20b.java\""));
    assertTrue(WRITER.print(report.relativeTo("/x/proj")).contains("\"uri\": \"src/%C3%84%20b.java\""));
  }
}
