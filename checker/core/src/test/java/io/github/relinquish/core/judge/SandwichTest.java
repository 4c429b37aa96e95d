package io.github.relinquish.core.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.summary.Summaries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random graphs: what full enumeration of paths finds, we find (no miss); what we find, an analysis that merges all states finds (no
 * false alarm that even the crudest analysis would not raise). {@code -Dsandwich.count} runs more, {@code -Dsandwich.seed} others.
 */
class SandwichTest {
  private static final int COUNT = Integer.getInteger("sandwich.count", 2_000);
  private static final long SEED = Long.getLong("sandwich.seed", 1);
  /** How many graphs one failure shows. */
  private static final int SHOWN = 5;

  @Test void oursLiesBetweenAllPathsAndOneState() throws IOException {
    Protocols protocols = GraphCasesTest.protocols();
    List<String> differences = new ArrayList<>();
    int findings = 0;
    int exact = 0;
    int crude = 0;
    int widened = 0;
    for (long seed = SEED; seed < SEED + COUNT; seed++) {
      String text = RandomProgram.text(seed);
      FlowGraph graph = RandomProgram.parse(text);
      TextProgram program = new TextProgram(List.of(graph), Map.of(), List.of());
      Summaries summaries = program.summaries(protocols, false);
      TreeSet<String> ours = new TreeSet<>();
      program.findings(summaries).forEach(f -> ours.add(f.rule().title() + "@" + f.site().line()));
      TreeSet<String> paths = PathEnumeration.findings(graph);
      TreeSet<String> merged = MergeAll.findings(graph);
      findings += ours.size();
      exact += ours.equals(paths) ? 1 : 0;
      crude += merged.size();
      widened += summaries.widened();
      if (!ours.containsAll(paths) || !merged.containsAll(ours)) {
        paths.removeAll(ours);
        ours.removeAll(merged);
        differences.add("seed " + seed + ": missed " + paths + ", invented " + ours + " (budget met " + summaries.widened()
            + " times)\n" + text);
      }
    }
    System.out.println("sandwich: " + COUNT + " graphs, " + findings + " findings, merge-all " + crude + "; on " + exact
        + " graphs exactly what all paths find; budget met " + widened + " times");
    differences.sort(java.util.Comparator.comparingInt(String::length));
    assertEquals(List.of(), differences.subList(0, Math.min(SHOWN, differences.size())), differences.size() + " graphs");
    assertTrue(exact * 10 > COUNT * 8, "only " + exact + " graphs are exact");
  }
}
