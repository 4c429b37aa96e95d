package io.github.relinquish.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private final Finding leak = Examples.leak();
  private final Finding other = Examples.withFingerprint(leak, "other");

  @Test void holdsNeitherLinesNorPaths() {
    String text = BaselineText.print(Baseline.create(List.of(leak, Examples.hostile())));
    assertFalse(text.contains("line 5") || text.contains("src/") || text.contains(".java"), text);
    assertEquals(3, text.lines().count());
  }

  @Test void readsWhatItWrites() {
    Baseline baseline = Baseline.create(List.of(leak, Examples.hostile()))
        .accept(List.of(other), "vendor \"bug\"", Optional.of(LocalDate.of(2027, 1, 31)));
    assertEquals(baseline.entries().size(), BaselineText.parse(BaselineText.print(baseline)).entries().size());
    assertEquals(BaselineText.print(baseline), BaselineText.print(BaselineText.parse(BaselineText.print(baseline))));
  }

  @Test void movedCodeIsUnchanged() {
    Baseline.Comparison now = Baseline.create(List.of(leak)).compare(List.of(Examples.moved(leak, 30)), TODAY);
    assertTrue(now.fresh().isEmpty() && now.gone().isEmpty());
    assertEquals(1, now.unchanged().size());
  }

  @Test void equalFingerprintsAreCounted() {
    Finding twin = Examples.moved(leak, 10);
    Baseline one = Baseline.create(List.of(leak));
    assertEquals(List.of(twin), one.compare(List.of(twin, leak), TODAY).fresh());
    Baseline two = Baseline.create(List.of(leak, twin));
    assertEquals(1, two.compare(List.of(leak), TODAY).gone().size());
    assertEquals(1, two.prune(List.of(leak), TODAY).entries().size());
  }

  @Test void pruningNeverAdds() {
    Baseline pruned = Baseline.create(List.of(leak)).prune(List.of(other), TODAY);
    assertEquals(Baseline.EMPTY, pruned);
  }

  @Test void anExpiredEntryCoversNothing() {
    Baseline baseline = Baseline.EMPTY.accept(List.of(leak), "until the next release", Optional.of(TODAY));
    assertTrue(baseline.compare(List.of(leak), TODAY).fresh().isEmpty(), "the last day counts");
    Baseline.Comparison later = baseline.compare(List.of(leak), TODAY.plusDays(1));
    assertEquals(List.of(leak), later.fresh());
    assertEquals(1, later.expired().size());
  }

  @Test void anAdditionNeedsAReason() {
    assertThrows(IllegalArgumentException.class, () -> Baseline.EMPTY.accept(List.of(leak), " ", Optional.empty()));
  }

  @Test void aBrokenFileSaysWhere() {
    String good = BaselineText.print(Baseline.create(List.of(leak)));
    for (String bad : List.of("", "{}", good + "{\"rule\":1}", good + "{\"rule\":\"x\",\"fingerprint\":\"y\",\"lin\":\"3\"}",
        good + "{\"rule\":\"x\",\"fingerprint\":\"y\",\"expires\":\"soon\"}", good + "<<<<<<< HEAD", good + "{\"rule\":\"x\"}",
        good + "{\"rule\":\"\\u00zz\"}", good + "{\"rule\":\"x\",\"rule\":\"x\"}")) {
      String message = assertThrows(BaselineText.MalformedBaseline.class, () -> BaselineText.parse(bad), bad).getMessage();
      assertTrue(message.startsWith("line "), message);
    }
  }
}
