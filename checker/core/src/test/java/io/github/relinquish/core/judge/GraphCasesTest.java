package io.github.relinquish.core.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.protocol.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine on programs of text graphs: no front end, milliseconds each. */
class GraphCasesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "graphs");
  private static final int FEWEST = 40;

  static List<GraphCase> cases() throws IOException {
    List<GraphCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".graph")).sorted().toList()) {
        cases.addAll(GraphCase.parse(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return cases;
  }

  static Protocols protocols() throws IOException {
    return TextProgram.rows(Files.readString(FOLDER.resolve("rows.yaml")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatItShould(GraphCase graphCase) throws IOException {
    assertEquals(List.of(), graphCase.differences(protocols()));
  }

  @Test void thereAreEnoughAndNoTwoShareAName() throws IOException {
    List<String> names = cases().stream().map(GraphCase::name).toList();
    assertTrue(names.size() >= FEWEST, "only " + names.size());
    assertEquals(names.size(), names.stream().distinct().count());
  }

  @Test void answersTheSameTwice() throws IOException {
    for (GraphCase graphCase : cases()) {
      assertEquals(graphCase.program().findings(protocols(), graphCase.isStrict()),
          graphCase.program().findings(protocols(), graphCase.isStrict()), graphCase.name());
    }
  }

  @Test void messagesAreOneSentenceInLowerCaseWithoutAStop() throws IOException {
    for (GraphCase graphCase : cases()) {
      for (Finding finding : graphCase.program().findings(protocols(), graphCase.isStrict())) {
        isPlain(finding.message());
        assertFalse(finding.witness().isEmpty(), finding.message());
        finding.witness().stream().map(WitnessStep::text).forEach(GraphCasesTest::isPlain);
      }
    }
  }

  private static void isPlain(String text) {
    // A first word with a dot or a parenthesis is a name of the program's, not ours.
    boolean isName = text.split(" ")[0].matches(".*[.(].*");
    assertTrue(isName || Character.isLowerCase(text.charAt(0)) || text.charAt(0) == '\'', text);
    assertFalse(text.endsWith("."), text);
    assertFalse(text.contains("\n"), text);
  }
}
