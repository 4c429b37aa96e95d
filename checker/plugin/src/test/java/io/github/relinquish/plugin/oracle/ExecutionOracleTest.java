package io.github.relinquish.plugin.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random programs, run on all their inputs, and the checker's answers about them. {@code -Doracle.count=N -Doracle.seed=S} for more. */
final class ExecutionOracleTest {
  @TempDir Path folder;

  @Test void findsWhatHappens() throws IOException {
    Tally tally = new Tally(Known.read(Path.of("src", "test", "resources", "oracle", "oracle-known.txt")));
    try (Trial trial = new Trial(folder)) {
      long first = Long.getLong("oracle.seed", 1);
      int count = Integer.getInteger("oracle.count", 500);
      for (long seed = first; tally.compared() < count; seed++) {
        tally.add(seed, Generator.program(seed), trial);
      }
    }
    System.out.println(tally.table());
    assertEquals(List.of(), tally.unknown());
  }
}
