package io.github.relinquish.plugin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptResultsTest {
  private static UnitResult unit() {
    Site site = new Site("src/A\u00e4.java", 3, 5, 40, 52);
    Finding finding = new Finding(RuleId.DOUBLE_RELEASE, Severity.WARNING, Confidence.LIKELY, site, new MethodKey("a.A", "m", "(I)V"), "k", "m",
        List.of(new WitnessStep(site, "acquired", 0)), List.of("a belief"), "f", List.of(new Repair(Repair.Shape.REMOVE_CALL, "c", "c.x()", site)));
    Fix fix = new Fix("remove it", List.of(new Edit("src/A.java", 1, 2, 1, 2, 1, 3, "")));
    return new UnitResult("src/A.java", List.of(finding), Map.of(finding, List.of(fix)), List.of(new Note(Note.Kind.REMARK, site, "n")));
  }

  @Test void whatIsWrittenIsRead() throws IOException {
    assertEquals(List.of(unit()), KeptResults.parse(KeptResults.print(List.of(unit()))));
  }

  @Test void brokenBytesAreRefused() throws IOException {
    byte[] whole = KeptResults.print(List.of(unit()));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(IOException.class, () -> KeptResults.parse(part));
    }
  }
}
