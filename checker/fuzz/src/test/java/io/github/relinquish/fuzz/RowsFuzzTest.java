package io.github.relinquish.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.relinquish.core.data.ProtocolFile;
import io.github.relinquish.core.data.ProtocolReader;
import io.github.relinquish.core.protocol.Protocols;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of rows. */
class RowsFuzzTest {
  private static final String FOLDER = "/io/github/relinquish/core/protocols/";
  private static final byte[][] FILES = new String(Edited.resource(FOLDER + "index.txt"), StandardCharsets.UTF_8).lines()
      .filter(l -> !l.isBlank() && !l.startsWith("#"))
      .map(l -> Edited.resource(FOLDER + l.strip().split("\\s+")[0]))
      .filter(f -> f.length < 12_000)
      .toArray(byte[][]::new);

  @FuzzTest(maxDuration = Edited.DURATION)
  void readerNamesProblems(FuzzedDataProvider data) {
    String text = new String(Edited.one(data, FILES), StandardCharsets.UTF_8);
    ProtocolFile file = new ProtocolReader(List.of()).read("fuzz.yaml", text);
    if (file.isSound()) {
      new Protocols(file.kinds(), file.rows()).rowsNamed("dispose");
    } else if (file.problems().isEmpty()) {
      throw new AssertionError("neither sound nor a problem");
    }
  }
}
