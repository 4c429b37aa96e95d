package io.github.relinquish.plugin.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs, run on all their inputs, and the checker's answers about them. {@code -Doracle.count=N -Doracle.seed=S} for more;
 * {@code -Doracle.update=true} writes the table into {@code docs/trust.md}.
 */
final class ExecutionOracleTest {
  private static final String BEGIN = "<!-- written by ExecutionOracleTest -->";
  private static final String END = "<!-- end -->";

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
    if (Boolean.getBoolean("oracle.update")) {
      update(tally.page(Long.getLong("oracle.seed", 1), names()));
    }
  }

  private static Map<String, String> names() throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("src", "test", "resources", "oracle", "constructs.txt"))) {
      names.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
    }
    return names;
  }

  private static void update(String table) throws IOException {
    Path page = Path.of("..", "..", "docs", "trust.md");
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(page, text.substring(0, from) + "\n" + table + text.substring(text.indexOf(END)));
  }
}
