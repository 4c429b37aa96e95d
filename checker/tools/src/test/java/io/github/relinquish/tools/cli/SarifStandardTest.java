package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.RulePages;
import io.github.relinquish.core.report.SarifWriter;
import io.github.relinquish.core.report.SourceText;
import io.github.relinquish.tools.run.Engine;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports against the schema of the standard, and against the public validator's rules for code scanning where it is at hand. */
class SarifStandardTest {
  private static final Path SAMPLES = Path.of("../plugin/src/test/resources/fixes/GssVariety.java");
  private static JsonSchema schema;
  @TempDir Path folder;

  @BeforeAll static void readTheSchema() throws IOException {
    try (InputStream in = SarifStandardTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      // The schema names draft 7; its identifier would be fetched otherwise.
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @BeforeEach void realPath() throws IOException {
    folder = folder.toRealPath();
  }

  private static List<String> complaints(String sarif) {
    return schema.validate(sarif, InputFormat.JSON).stream().map(ValidationMessage::toString).toList();
  }

  /** A real report with fixes, notes and paths over several files. */
  private String real() throws IOException {
    Files.copy(SAMPLES, folder.resolve("GssVariety.java"));
    Files.writeString(folder.resolve("Broken #1.java"), "class Broken { void m( }");
    Shell shell = Shell.run(Engine.real(), "check", "--no-build-tool", "--root", folder.toString(), "--format", "sarif", folder.toString());
    assertTrue(shell.out().contains("\"artifactChanges\"") && shell.out().contains("not-judged"), shell::toString);
    return shell.out();
  }

  private static String odd() {
    Finding odd = ToyJudge.finding(new Site("src/\u00e4 [b]#%?.java", 3, 7, 40, -1), "x[\\](1)\"<\u001b\ud800");
    return new SarifWriter("0.1.0", "", RulePages.SHIPPED, SourceText.NONE)
        .print(Report.of(List.of(odd, ToyJudge.finding(Site.UNKNOWN, "nowhere")), List.of()));
  }

  @Test void theSchemaAcceptsWhatWeWrite() throws IOException {
    assertEquals(List.of(), complaints(real()));
    assertEquals(List.of(), complaints(odd()));
    assertEquals(List.of(), complaints(new SarifWriter("0.1.0", "a/", RulePages.SUMMARIES, SourceText.NONE).print(Report.EMPTY)));
  }

  @Test void theSchemaIsAtWork() {
    assertFalse(complaints(odd().replace("\"startLine\": 3", "\"startLine\": 0")).isEmpty());
    assertFalse(complaints(odd().replace("\"ruleId\"", "\"rule\"")).isEmpty());
  }

  @Test void theHelpOfARuleIsItsPage() throws IOException {
    JsonObject rule = JsonParser.parseString(real()).getAsJsonObject().getAsJsonArray("runs").get(0).getAsJsonObject().getAsJsonObject("tool")
        .getAsJsonObject("driver").getAsJsonArray("rules").get(1).getAsJsonObject();
    String help = rule.getAsJsonObject("help").get("markdown").getAsString();
    assertTrue(help.startsWith("# SecurityContextLeak") && help.contains("## How to fix") && !help.contains("](../"), help);
  }

  @Test void theValidatorHasNothingAgainstIt() throws Exception {
    Optional<Path> validator = validator();
    Assumptions.assumeTrue(validator.isPresent(), "no SARIF validator: npm install @microsoft/sarif-multitool-linux, and name its "
        + "Sarif.Multitool in SARIF_MULTITOOL");
    Path report = Files.writeString(folder.resolve("report.sarif"), real());
    Path said = folder.resolve("said.sarif");
    Process process = new ProcessBuilder(validator.get().toString(), "validate", report.toString(), "--rule-kind", "Sarif;Ghas", "-o", said.toString(),
        "--level", "Error;Warning;Note", "--log", "ForceOverwrite").redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile()).start();
    assertEquals(0, process.waitFor(), () -> "see the log");
    List<String> wrong = new ArrayList<>();
    for (JsonElement it : JsonParser.parseString(Files.readString(said).replace("\ufeff", "")).getAsJsonObject().getAsJsonArray("runs").get(0)
        .getAsJsonObject().getAsJsonArray("results")) {
      JsonObject result = it.getAsJsonObject();
      String level = result.has("level") ? result.get("level").getAsString() : "warning";
      String rule = result.get("ruleId").getAsString();
      // Its notes want a second name for each rule, and the code around each place, which would carry the source along.
      if (!level.equals("note")) {
        wrong.add(level + " " + rule + " " + result.getAsJsonObject("message") + result.getAsJsonArray("locations"));
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static Optional<Path> validator() {
    String named = System.getenv().getOrDefault("SARIF_MULTITOOL", "");
    Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(p -> Path.of(p, "Sarif.Multitool"));
    return Stream.concat(named.isEmpty() ? Stream.empty() : Stream.of(Path.of(named)), onPath).filter(Files::isExecutable).findFirst();
  }
}
