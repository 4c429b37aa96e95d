package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.RulePages;
import io.github.relinquish.core.report.SarifWriter;
import io.github.relinquish.core.report.SourceText;
import io.github.relinquish.tools.run.SarifReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SarifRoundTripTest {
  private static final SarifWriter WRITER = new SarifWriter("0.1.0", "relinquish/", RulePages.SUMMARIES, SourceText.NONE);

  private static Report report() {
    Finding odd = ToyJudge.finding(new Site("src/\u00e4 [b]#%?.java", 3, 7, 40, -1), "x[\\](1). Path: [no](9)\"<\u001b");
    Finding plain = ToyJudge.finding(Site.ofLine("src/B.java", 9), "y");
    Fix fix = new Fix("Wrap", List.of(new Edit("src/B.java", 5, 9, 1, 6, 1, 10, "try {\n"), new Edit("src/C.java", 1, 1, 1, 2, 1, 2, "}")));
    return new Report(List.of(odd, plain), Map.of(plain, List.of(fix)),
        List.of(Note.remark("r"), new Note(Note.Kind.NOT_JUDGED, Site.ofLine("src/B.java", 1), "n")));
  }

  @Test void whatIsWrittenIsRead() {
    Report report = report();
    assertEquals(report, SarifReader.read(WRITER.print(report)));
    assertEquals(WRITER.print(report), WRITER.print(SarifReader.read(WRITER.print(report))));
  }

  @Test void everyLinkAndIndexHasItsTarget() {
    JsonObject run = JsonParser.parseString(WRITER.print(report())).getAsJsonObject().getAsJsonArray("runs").get(0).getAsJsonObject();
    var rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    for (JsonElement element : run.getAsJsonArray("results")) {
      JsonObject result = element.getAsJsonObject();
      JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
      assertEquals(rule.get("id"), result.get("ruleId"));
      List<Integer> ids = new ArrayList<>();
      result.getAsJsonArray("relatedLocations").forEach(it -> ids.add(it.getAsJsonObject().get("id").getAsInt()));
      String text = result.getAsJsonObject("message").get("text").getAsString();
      Matcher link = Pattern.compile("]\\((\\d+)\\)").matcher(text.replaceAll("\\\\[\\\\\\[\\]]", ""));
      List<Integer> linked = new ArrayList<>();
      while (link.find()) {
        linked.add(Integer.parseInt(link.group(1)));
      }
      assertEquals(ids, linked, text);
      assertTrue(text.endsWith("."));
    }
    assertFalse(run.getAsJsonArray("invocations").get(0).getAsJsonObject().get("executionSuccessful").getAsBoolean());
  }

  @Test void everythingIsWithinTheLimitsOfCodeScanning() {
    List<Finding> many = new ArrayList<>();
    for (int i = 1; i <= 10_000; i++) {
      many.add(ToyJudge.finding(Site.ofLine("src/main/java/com/acme/Peer.java", i), "ctx" + i));
    }
    String sarif = WRITER.print(Report.of(many, List.of()));
    assertEquals(10_000, Pattern.compile("primaryLocationLineHash\": \"[0-9a-f]{16}:1\"").matcher(sarif).results().count());
    assertEquals(10_000, SarifReader.read(sarif).findings().size());
  }

  @Test void nonsenseIsRefusedInOneSentence() {
    for (String bad : List.of("", "[]", "{}", "{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Other\"}}}]}", "{\"runs\":[1]}",
        "{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Relinquish\"}},\"results\":[{}]}]}", "[".repeat(100_000),
        WRITER.print(report()).replace("\"ruleId\": \"SecurityContextLeak\"", "\"ruleId\": \"Nope\""))) {
      assertThrows(IllegalArgumentException.class, () -> SarifReader.read(bad), bad.substring(0, Math.min(40, bad.length())));
    }
  }
}
