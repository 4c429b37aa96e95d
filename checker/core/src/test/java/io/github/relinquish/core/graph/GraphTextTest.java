package io.github.relinquish.core.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class GraphTextTest {
  private static final int GRAPHS = 2_000;

  @Test void readsWhatItPrints() {
    for (int seed = 0; seed < GRAPHS; seed++) {
      String printed = GraphPrinter.print(new RandomSteps(new Random(seed)).graph());
      assertEquals(printed, GraphPrinter.print(GraphText.parse(printed)), "seed " + seed);
    }
  }

  @Test void readsEveryGraphThatFrontEndsPrinted() throws IOException {
    int count = 0;
    for (String module : List.of("classfile", "plugin")) {
      Path folder = Path.of("..", module, "src", "test", "resources", "lowering");
      Assumptions.assumeTrue(Files.isDirectory(folder));
      for (Path golden : goldens(folder)) {
        for (String graph : graphsIn(Files.readString(golden))) {
          // Two catch parameters may share a name; the text form then has one type for both.
          String reprinted = GraphPrinter.print(GraphText.parse(graph));
          assertEquals(withoutCaughtTypes(graph), withoutCaughtTypes(reprinted), golden.toString());
          count++;
        }
      }
    }
    assertTrue(count > 20, "only " + count);
  }

  private static String withoutCaughtTypes(String graph) {
    return graph.replaceAll("= caught \\S+", "= caught");
  }

  @Test void shortFormMakesTemporariesOfLiterals() {
    FlowGraph graph = GraphText.parse("""
        graph Main#run(a)
          rc = invoke Api#open:int(a, 0)
          if rc == 0 then b1 else b2
        b1:
          invoke virtual Api#close(a)
        b2:
          return null
        """);
    assertEquals("""
        graph Main#run(Ljava/lang/Object;)Ljava/lang/Object; (a: java.lang.Object)
        b0:
          t9000 = 0
          rc = invoke static Api#open(Ljava/lang/Object;Ljava/lang/Object;)I(a, t9000)
          t9001 = 0
          if rc == t9001 then b1 else b2
        b1:
          invoke virtual Api#close()Ljava/lang/Object;(a)
          goto b2
        b2:
          t9002 = null
          return t9002
        """, GraphPrinter.print(graph));
  }

  @Test void refusesWhatIsNoGraph() {
    assertThrows(IllegalArgumentException.class, () -> GraphText.parse("graph\n  return\n"));
    assertThrows(IllegalArgumentException.class, () -> GraphText.parse("graph A#b()\n  nonsense\n"));
    assertThrows(IllegalArgumentException.class, () -> GraphText.parse("graph A#b()\n  goto b7\n"));
  }

  private static List<Path> goldens(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static List<String> graphsIn(String text) {
    List<String> graphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("graph ") && open.length() > 0) {
        graphs.add(open.toString());
        open.setLength(0);
      }
      boolean isGraph = line.startsWith("graph ") || line.startsWith("  ") || line.matches("b\\d+:.*");
      if (isGraph && (open.length() > 0 || line.startsWith("graph "))) {
        open.append(line).append('\n');
      }
    }
    graphs.add(open.toString());
    graphs.removeIf(String::isEmpty);
    return graphs;
  }
}
