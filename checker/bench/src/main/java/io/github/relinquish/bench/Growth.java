package io.github.relinquish.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How the work grows with programs of five shapes: prints a table of visits (the measure of work that no clock disturbs), of processor time, of
 * allocation, and of what stays in memory.
 */
public final class Growth {
  static final int BENCHMARK_SIZE = 100;
  private static final int ROUNDS = 5;
  private static final Map<String, int[]> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("branches", new int[] {500, 1000, 2000});
    SIZES.put("nesting", new int[] {25, 50, 100});
    SIZES.put("acquisitions", new int[] {250, 500, 1000});
    SIZES.put("methods", new int[] {500, 1000, 2000});
    SIZES.put("classes", new int[] {500, 1000, 2000});
    SIZES.put("chain", new int[] {500, 1000, 2000});
  }

  private Growth() {}

  /** What one size costs: times in milliseconds, memory in KiB. */
  private record Cost(int visits, long lowering, long judging, long allocated, long kept) {}

  static Map<String, String> program(String shape, int size) {
    return switch (shape) {
      case "branches" -> Programs.branches(size);
      case "nesting" -> Programs.nesting(size);
      case "acquisitions" -> Programs.acquisitions(size);
      case "methods" -> Programs.methods(size);
      case "classes" -> Programs.classes(size);
      case "chain" -> Programs.chain(size);
      default -> throw new IllegalArgumentException(shape);
    };
  }

  /** Prints the table, in Markdown. */
  public static void main(String[] args) throws IOException {
    System.out.println("| shape | size | visits | lowering, ms | judging, ms | allocated, MiB | kept, KiB | growth of visits | growth of time |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (Map.Entry<String, int[]> entry : SIZES.entrySet()) {
      measure(entry.getKey(), BENCHMARK_SIZE);
      Cost before = null;
      for (int size : entry.getValue()) {
        Cost cost = measure(entry.getKey(), size);
        System.out.println(row(entry.getKey(), size, cost, before));
        before = cost;
      }
    }
  }

  /** Growth is by what a number is multiplied when the size doubles. */
  private static String row(String shape, int size, Cost cost, Cost before) {
    String visits = before == null ? "" : String.format(Locale.ROOT, "%.2f", (double) cost.visits() / before.visits());
    String time = before == null ? "" : String.format(Locale.ROOT, "%.2f", (double) cost.judging() / Math.max(1, before.judging()));
    return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %d | %d | %s | %s |", shape, size, cost.visits(), cost.lowering(),
        cost.judging(), cost.allocated() / 1024, cost.kept(), visits, time);
  }

  private static Cost measure(String shape, int size) throws IOException {
    Path output = Files.createTempDirectory("relinquish-growth");
    Subject.fromClasses(program(shape, size), output);
    List<Cost> costs = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      costs.add(once(output));
    }
    delete(output);
    return costs.stream().sorted((a, b) -> Long.compare(a.judging(), b.judging())).toList().get(ROUNDS / 2);
  }

  private static Cost once(Path output) {
    Subject subject = Subject.opened(output);
    Timed<Integer> lowered = timed(subject::lower);
    long before = used();
    Timed<Subject.Judged> judged = timed(subject::judge);
    long kept = used() - before;
    return new Cost(judged.value().visits(), lowered.millis(), judged.millis(), judged.allocated(), Math.max(0, kept));
  }

  private record Timed<T>(T value, long millis, long allocated) {}

  private static <T> Timed<T> timed(Supplier<T> work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long allocated = threads.getThreadAllocatedBytes(thread);
    long time = threads.getCurrentThreadCpuTime();
    T value = work.get();
    return new Timed<>(value, (threads.getCurrentThreadCpuTime() - time) / 1_000_000,
        (threads.getThreadAllocatedBytes(thread) - allocated) / 1024);
  }

  /** KiB in use after a collection. */
  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
