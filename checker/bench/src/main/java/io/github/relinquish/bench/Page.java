package io.github.relinquish.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code docs/performance.md} from what was measured: the folder of the raw files. */
public final class Page {
  private static final Map<String, String> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("javac", "javac alone");
    WAYS.put("errorprone", "Error Prone with its default checks");
    WAYS.put("relinquish", "the same and Relinquish");
    WAYS.put("nullaway", "the same and NullAway");
    WAYS.put("leakchecker", "Resource Leak Checker of the Checker Framework");
  }

  private Page() {}

  /** Prints the page. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    System.out.println("# Performance\n\nWritten by `.ci/measure` on " + LocalDate.now() + "; JDK " + Runtime.version().feature() + ", "
        + Runtime.getRuntime().availableProcessors() + " processors, shared with other work: processor time is shown, not the clock on the wall.");
    if (Files.exists(folder.resolve("compile.tsv"))) {
      compile(Files.readAllLines(folder.resolve("compile.tsv")));
    } else {
      System.out.println("\nWhole compiles against other checkers were not measured in this run.");
    }
    System.out.println("\n## Growth\n\nPrograms of one shape in three sizes, judged from their class files in one process, the median of five runs. A *visit* is a state"
        + "\nrunning through a block: the measure of work that no clock disturbs. Growth is by what a number is multiplied from the size before; the"
        + "\nsizes double. *Kept* is what stays in memory after judging, graphs not counted. `chain` is a chain of classes that call each other.\n");
    System.out.print(Files.readString(folder.resolve("growth.md")));
    System.out.println("\n`ScalingTest` holds the visits in the normal test run.");
    if (Files.exists(folder.resolve("jmh.csv"))) {
      System.out.println("\n## Engine and lowering\n\nJMH, one fork, five iterations of a second; programs of size 100.\n");
      benchmarks(Files.readAllLines(folder.resolve("jmh.csv")));
    } else {
      System.out.println("The microbenchmarks were not measured in this run.");
    }
  }

  private static void compile(List<String> lines) {
    Map<String, Map<String, List<Double>>> times = new LinkedHashMap<>();
    for (String line : lines) {
      String[] cells = line.split("\t");
      times.computeIfAbsent(cells[0], l -> new LinkedHashMap<>()).computeIfAbsent(cells[1], w -> new ArrayList<>()).add(Double.parseDouble(cells[2]));
    }
    System.out.println("\n## A whole compile\n\nAll sources of a library in rounds, interleaved; medians of processor time. The ratio is the median of the ratios within a"
        + "\nround.");
    times.forEach((library, ways) -> {
      int rounds = ways.get("errorprone").size();
      System.out.println("\n**" + library + "**, " + rounds + (rounds == 1 ? " round" : " rounds") + "\n\n| | s | against Error Prone |\n|---|---|---|");
      WAYS.forEach((way, name) -> {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ways.get(way).size(); i++) {
          ratios.add(ways.get(way).get(i) / ways.get("errorprone").get(i));
        }
        System.out.println(String.format(Locale.ROOT, "| %s | %.1f | %.2f |", name, median(ways.get(way)), median(ratios)));
      });
    });
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Columns: benchmark, mode, threads, samples, score, error, unit, parameters. */
  private static void benchmarks(List<String> lines) {
    System.out.println("| benchmark | ms | ± |\n|---|---|---|");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.replace("\"", "").split(",");
      String name = cells[0].substring(cells[0].lastIndexOf('.', cells[0].lastIndexOf('.') - 1) + 1) + (cells.length > 7 ? " " + cells[7] : "");
      System.out.println(String.format(Locale.ROOT, "| %s | %.2f | %.2f |", name, Double.parseDouble(cells[4]), Double.parseDouble(cells[5])));
    }
  }
}
