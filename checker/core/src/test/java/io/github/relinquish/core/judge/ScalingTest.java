package io.github.relinquish.core.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.GraphText;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.summary.Summaries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts work, not time: how often a state runs through a block. */
class ScalingTest {
  private static final int LONG = 2_000;
  /** What a build tool's thread has by default. */
  private static final int STACK = 1 << 20;

  private static Protocols protocols;

  @BeforeAll static void readRows() throws IOException {
    protocols = GraphCasesTest.protocols();
  }

  private record Run(int visits, int widened, List<Finding> findings) {}

  private static Run judge(String... graphs) {
    List<FlowGraph> parsed = new ArrayList<>();
    for (String graph : graphs) {
      parsed.add(GraphText.parse("Main.java", 1, graph.lines().toList()));
    }
    TextProgram program = new TextProgram(parsed, Map.of(), List.of());
    Summaries summaries = program.summaries(protocols, false);
    List<Finding> findings = program.findings(summaries);
    return new Run(summaries.visits(), summaries.widened(), findings);
  }

  /** {@code k} acquisitions, then {@code n} independent branches, then all are closed. */
  private static String branches(int k, int n) {
    StringBuilder text = new StringBuilder("graph Main#run()\nb0:\n");
    for (int i = 0; i < k; i++) {
      text.append("  h").append(i).append(" = invoke Api#open()\n");
    }
    for (int i = 0; i < n; i++) {
      int block = 1 + 2 * i;
      text.append("  c").append(i).append(" = invoke Api#flip:int()\n  if c").append(i).append(" == 0 then b").append(block)
          .append(" else b").append(block + 1).append('\n');
      text.append('b').append(block).append(":\n  x = ").append(i).append("\n  goto b").append(block + 1).append('\n');
      text.append('b').append(block + 1).append(":\n");
    }
    for (int i = 0; i < k; i++) {
      text.append("  invoke Api#close(h").append(i).append(")\n");
    }
    return text.append("  return\n").toString();
  }

  @Test void workIsLinearInBranches() {
    int once = judge(branches(4, 100)).visits();
    int twice = judge(branches(4, 200)).visits();
    assertTrue(twice <= 2.2 * once, once + " visits, then " + twice);
  }

  @Test void workIsLinearInAcquisitions() {
    int once = judge(branches(4, 100)).visits();
    int twice = judge(branches(8, 100)).visits();
    assertTrue(twice <= 2.2 * once, once + " visits, then " + twice);
  }

  @Test void branchesThatReleaseStayWithinTheGroups() {
    StringBuilder text = new StringBuilder("graph Main#run()\nb0:\n  h = invoke Api#open()\n  goto b1\n");
    int n = 100;
    for (int i = 0; i < n; i++) {
      int block = 1 + 2 * i;
      text.append('b').append(block).append(":\n  c = invoke Api#flip:int()\n  if c == 0 then b").append(block + 1).append(" else b")
          .append(block + 2).append('\n');
      text.append('b').append(block + 1).append(":\n  invoke Api#close(h)\n  h = invoke Api#open()\n  goto b").append(block + 2)
          .append('\n');
    }
    text.append('b').append(1 + 2 * n).append(":\n  invoke Api#close(h)\n  return\n");
    Run run = judge(text.toString());
    assertEquals(List.of(), run.findings());
    assertEquals(0, run.widened());
    assertTrue(run.visits() <= 8 * (n + 1) * (2 * n + 2), "each of " + (n + 1) + " acquisitions crosses each block a few times: "
        + run.visits());
  }

  @Test void methodWithManyBranches() throws InterruptedException {
    List<Run> runs = new ArrayList<>();
    onSmallStack(() -> runs.add(judge(branches(1, LONG))));
    assertEquals(List.of(), runs.get(0).findings());
    assertTrue(runs.get(0).visits() <= 20 * LONG, "visits: " + runs.get(0).visits());
  }

  /** {@code m0(h)} calls {@code m1(h)} and so on; the last one releases. */
  private static String[] releasingChain(int length) {
    String[] graphs = new String[length + 2];
    graphs[0] = "graph Main#run()\n  h = invoke Api#open()\n  invoke Main#m0:void(h)\n  return\n";
    for (int i = 0; i < length; i++) {
      graphs[i + 1] = "graph Main#m" + i + ":void(x)\n  invoke Main#m" + (i + 1) + ":void(x)\n  return\n";
    }
    graphs[length + 1] = "graph Main#m" + length + ":void(x)\n  invoke Api#close(x)\n  return\n";
    return graphs;
  }

  /** {@code m0} returns what {@code m1} returns and so on; the last one acquires. */
  private static String[] makingChain(int length) {
    String[] graphs = new String[length + 2];
    graphs[0] = "graph Main#run()\n  h = invoke Main#m0()\n  invoke Api#close(h)\n  return\n";
    for (int i = 0; i < length; i++) {
      graphs[i + 1] = "graph Main#m" + i + "()\n  h = invoke Main#m" + (i + 1) + "()\n  return h\n";
    }
    graphs[length + 1] = "graph Main#m" + length + "()\n  h = invoke Api#open()\n  return h\n";
    return graphs;
  }

  @Test void shortChainsAreFollowedToTheirEnd() {
    assertEquals(List.of(), judge(releasingChain(10)).findings());
    assertEquals(List.of(), judge(makingChain(10)).findings());
    String[] graphs = makingChain(10);
    graphs[0] = "graph Main#run()\n  h = invoke Main#m0()\n  return\n";
    assertEquals(1, judge(graphs).findings().size());
  }

  @Test void longChainOfReleasingMethods() throws InterruptedException {
    onSmallStack(() -> judge(releasingChain(LONG)));
  }

  @Test void longChainOfMakingMethods() throws InterruptedException {
    onSmallStack(() -> judge(makingChain(LONG)));
  }

  @Test void workIsLinearInTheLengthOfChains() {
    for (boolean isMaking : new boolean[] {false, true}) {
      int once = judge(isMaking ? makingChain(100) : releasingChain(100)).visits();
      int twice = judge(isMaking ? makingChain(200) : releasingChain(200)).visits();
      assertTrue(twice <= 2.5 * once, isMaking + ": " + once + " visits, then " + twice);
    }
  }

  @Test void callsOfEachOtherDoNotExplode() {
    int n = 40;
    String[] graphs = new String[n + 1];
    graphs[0] = "graph Main#run()\n  h = invoke Api#open()\n  invoke Main#m0:void(h)\n  return\n";
    for (int i = 0; i < n; i++) {
      graphs[i + 1] = "graph Main#m" + i + ":void(x)\n  invoke Main#m" + (i + 1) % n + ":void(x)\n  invoke Main#m" + (i + 7) % n
          + ":void(x)\n  return\n";
    }
    Run run = judge(graphs);
    assertTrue(run.visits() < 200_000, "visits: " + run.visits());
  }

  private static void onSmallStack(Runnable work) throws InterruptedException {
    List<String> thrown = new ArrayList<>();
    Thread thread = new Thread(null, work, "small", STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e.toString()));
    thread.start();
    thread.join();
    assertEquals(List.of(), thrown);
  }
}
