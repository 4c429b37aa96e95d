package io.github.relinquish.tools.lsp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How long an edit of a 500-line file in a module of 200 files takes until its diagnostics are there, typing pause included; memory
 * at the beginning and at the end. Run its {@code main} with the number of edits and with n, every nth file using a tracked API.
 */
public final class LatencyBenchmark {
  private LatencyBenchmark() {}

  /** Prints milliseconds and megabytes. */
  public static void main(String[] args) throws Exception {
    int edits = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int every = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    Path folder = Files.createTempDirectory("relinquish-latency");
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Path sources = Files.createDirectories(folder.resolve("src/main/java/com/acme"));
    int lines = 0;
    for (int i = 1; i < 200; i++) {
      String text = source("Peer" + i, 12, "Peer" + (i + 1));
      if (i % every != 0) {
        text = text.replace("manager.createContext(name, null, null, step)", "null").replace("ctx.dispose()", "step++");
      }
      lines += text.lines().count();
      Files.writeString(sources.resolve("Peer" + i + ".java"), text);
    }
    String big = source("Peer200", 61, "Peer1");
    Path file = Files.writeString(sources.resolve("Peer200.java"), big);
    System.out.printf("200 files, %d lines, edited file %d lines%n", lines + big.lines().count(), big.lines().count());
    try (Client client = new Client().start()) {
      long start = System.nanoTime();
      String uri = client.open(file, big);
      int found = client.pull(uri).size();
      System.out.printf("first: %d ms, JVM's CPU so far %d ms, %d findings%n", (System.nanoTime() - start) / 1_000_000, cpu(), found);
      long cpuBefore = 0;
      Random random = new Random(1);
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < edits; i++) {
        String changed = big.replace("int step = 0;", "int step = " + random.nextInt(100) + ";");
        if (i == Math.min(20, edits / 2)) {
          cpuBefore = cpu();
        }
        start = System.nanoTime();
        client.change(uri, changed);
        client.pull(uri);
        times.add((System.nanoTime() - start) / 1_000_000);
        if (i % Math.max(1, edits / 5) == 0) {
          System.gc();
          Runtime jvm = Runtime.getRuntime();
          System.out.printf("edit %d: %d ms, %d MB used%n", i, times.get(i), (jvm.totalMemory() - jvm.freeMemory()) >> 20);
        }
      }
      List<Long> warm = new ArrayList<>(times.subList(Math.min(20, times.size() / 2), times.size()));
      Collections.sort(warm);
      System.out.printf("warm median: %d ms, 90%%: %d ms%n", warm.get(warm.size() / 2), warm.get(warm.size() * 9 / 10));
      System.out.printf("CPU per warm edit: %d ms%n", (cpu() - cpuBefore) / warm.size());
      System.gc();
      System.out.printf("at the end: %d MB used%n", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
    System.exit(0);
  }

  /** On a machine that others use too, CPU time says more than the clock. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean())
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
