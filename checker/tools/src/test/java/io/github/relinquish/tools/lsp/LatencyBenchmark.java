package io.github.relinquish.tools.lsp;

import io.github.relinquish.tools.javac.Rules;
import io.github.relinquish.tools.lsp.compile.Answer;
import io.github.relinquish.tools.lsp.compile.Canceled;
import io.github.relinquish.tools.lsp.compile.Sources;
import io.github.relinquish.tools.run.BuildToolClassPath;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * How long an edit of a 500-line file among 200 files takes until its diagnostics are there, typing pause included; CPU time besides, and memory on
 * the way. {@link LatencyTest} runs it, or its {@code main} with the number of edits, with n, every nth file using a tracked API, and with the
 * number of modules that the files are spread over.
 */
public final class LatencyBenchmark {
  private static final int FILES = 200;
  private static final String EDITED = "Peer" + FILES + ".java";
  private static final AtomicLong ANALYSIS = new AtomicLong();

  private LatencyBenchmark() {}

  /**
   * What came out. Milliseconds of CPU time are those of the analysing thread until the edited file is answered.
   *
   * @param first CPU time of the first answer
   * @param median CPU time of a warm edit
   * @param before megabytes that are alive when the server is warm and rests
   * @param after the same behind the last edit
   */
  record Result(long first, long median, double before, double after) {}

  /** Prints milliseconds and megabytes. */
  public static void main(String[] args) throws Exception {
    run(args.length > 0 ? Integer.parseInt(args[0]) : 200, args.length > 1 ? Integer.parseInt(args[1]) : 10, args.length > 2 ? Integer.parseInt(args[2]) : 1);
    System.exit(0);
  }

  static Result run(int edits, int every, int modules) throws Exception {
    Path folder = Files.createTempDirectory("relinquish-latency");
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    int lines = 0;
    for (int i = 1; i < FILES; i++) {
      String text = source("Peer" + i, 12, "Peer" + (i + 1));
      if (i % every != 0) {
        text = text.replace("manager.createContext(name, null, null, step)", "null").replace("ctx.dispose()", "step++");
      }
      lines += text.lines().count();
      Files.writeString(folderOf(i, folder, modules).resolve("Peer" + i + ".java"), text);
    }
    String big = source("Peer" + FILES, 61, "Peer1");
    Path file = Files.writeString(folderOf(FILES, folder, modules).resolve(EDITED), big);
    System.out.printf("%d files in %d modules, %d lines, edited file %d lines%n", FILES, modules, lines + big.lines().count(), big.lines().count());
    try (Client client = new Client(new Server(new Timed(), project -> new BuildToolClassPath.Found(List.of(), List.of()))).start()) {
      long start = System.nanoTime();
      String uri = client.open(file, big);
      int found = client.pull(uri).size();
      long first = ANALYSIS.getAndSet(0);
      System.out.printf("first: %d ms, CPU of the analysis %d ms, of the JVM since its start %d ms, %d findings%n",
          (System.nanoTime() - start) / 1_000_000, first, cpu(), found);
      return edit(client, uri, big, edits, first);
    }
  }

  /** Where a file goes, by its number: file 1 into the first module, the last, which is edited, into the last. */
  private static Path folderOf(int number, Path folder, int modules) throws IOException {
    Path root = modules == 1 ? folder : Files.createDirectories(folder.resolve("m" + (number - 1) * modules / FILES));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    return Files.createDirectories(root.resolve("src/main/java/com/acme"));
  }

  private static Result edit(Client client, String uri, String big, int edits, long first) throws InterruptedException {
    int cold = Math.min(20, edits / 2);
    long cpuBefore = 0;
    double usedBefore = 0;
    Random random = new Random(1);
    List<Long> times = new ArrayList<>();
    List<Long> threads = new ArrayList<>();
    for (int i = 0; i < edits; i++) {
      if (i == cold) {
        usedBefore = alive();
        cpuBefore = cpu();
      }
      long start = System.nanoTime();
      int at = big.indexOf("int step = 0;", random.nextInt(big.length() * 9 / 10));
      client.change(uri, big.substring(0, at) + "int step = " + random.nextInt(100) + ";" + big.substring(at + "int step = 0;".length()));
      client.pull(uri);
      times.add((System.nanoTime() - start) / 1_000_000);
      threads.add(ANALYSIS.getAndSet(0));
      if (i % Math.max(1, edits / 10) == 0) {
        System.out.printf("edit %d: %d ms, CPU of the analysis %d ms; %.1f MB alive%n", i, times.get(i), threads.get(i), alive());
      }
    }
    System.out.printf("warm median: %s, CPU of the analysis: %s%n", quantiles(times, cold), quantiles(threads, cold));
    System.out.printf("CPU of the JVM for a warm edit: %d ms%n", (cpu() - cpuBefore) / (edits - cold));
    double usedAfter = alive();
    System.out.printf("after %d edits: %.1f MB alive, %.1f when it was warm%n", edits, usedAfter, usedBefore);
    return new Result(first, median(threads, cold), usedBefore, usedAfter);
  }

  private static long median(List<Long> all, int cold) {
    return all.subList(cold, all.size()).stream().sorted().skip((all.size() - cold) / 2).findFirst().orElseThrow();
  }

  private static String quantiles(List<Long> all, int cold) {
    List<Long> warm = new ArrayList<>(all.subList(cold, all.size()));
    Collections.sort(warm);
    return warm.get(warm.size() / 2) + " ms (90 %: " + warm.get(warm.size() * 9 / 10) + " ms)";
  }

  /** What full collections leave while no analysis runs: one that judges dependants holds trees that the next moment gives up. */
  private static double alive() throws InterruptedException {
    for (Optional<Thread> works = analysis(); works.isPresent(); works = analysis()) {
      works.get().join();                         // it judges what depends on the edited file, module by module
    }
    double least = Double.MAX_VALUE;
    for (int still = 0; still < 5; still++) {   // only each fourth collection of the serial collector leaves nothing behind
      ManagementFactory.getMemoryMXBean().gc();
      double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
      still = used < least - 0.1 ? 0 : still;
      least = Math.min(least, used);
    }
    return least;
  }

  /** The thread that is at work; the next run's is there before that of the last is gone. */
  private static Optional<Thread> analysis() {
    return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals(Worker.THREAD)).findFirst();
  }

  /** The analysis, and the CPU time of its thread, which begins with the run, until the edited file is answered: what the clock shows where nothing else runs. */
  private static final class Timed implements Judging {
    private final Judging real = Judging.inProcess();

    @Override public void judge(Sources sources, Rules rules, Iterable<Path> files, Canceled canceled, BiConsumer<Path, Answer> sink)
        throws IOException {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      real.judge(sources, rules, files, canceled, (file, answer) -> {
        if (file.endsWith(EDITED)) {
          ANALYSIS.set(threads.getCurrentThreadCpuTime() / 1_000_000);
        }
        sink.accept(file, answer);
      });
    }
  }

  /** On a machine that others use too, CPU time says more than the clock. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime() / 1_000_000;
  }

  private static String source(String name, int methods, String other) {
    StringBuilder text = new StringBuilder("package com.acme;\n\nimport org.ietf.jgss.*;\n\nclass ").append(name).append(" {\n");
    for (int m = 0; m < methods; m++) {
      text.append("  byte[] greet").append(m).append("(GSSManager manager, GSSName name, byte[] in) throws GSSException {\n")
          .append("    int step = 0;\n    GSSContext ctx = manager.createContext(name, null, null, step);\n    try {\n")
          .append(m % 12 == 0 ? "      if (in == null) {\n        return new " + other + "().greet1(manager, name, in);\n      }\n" : "")
          .append("      return ctx.initSecContext(in, 0, in.length);\n    } finally {\n      ctx.dispose();\n    }\n  }\n");
    }
    return text.append("}\n").toString();
  }
}
