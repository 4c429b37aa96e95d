package io.github.relinquish.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.relinquish.tools.run.SarifReader;
import java.nio.charset.StandardCharsets;

/** SARIF logs. */
class SarifFuzzTest {
  private static final byte[][] LOGS = {Edited.resource("/io/github/relinquish/core/report/report.sarif")};

  @FuzzTest(maxDuration = Edited.DURATION)
  void readerReadsOrRefuses(FuzzedDataProvider data) {
    try {
      SarifReader.read(new String(Edited.one(data, LOGS), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("refused without a reason", e);
      }
    }
  }
}
