package io.github.relinquish.classfile.run;

import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.judge.Judge;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.summary.AnnotationRows;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Judges all classes of some folders and jars. The same input gives the same findings, whatever the number of threads.
 *
 * @param roots folders, jars and wars to judge
 * @param classPath where the other classes are
 * @param protocols what APIs demand
 * @param annotations reads annotations of a program as rows
 * @param isStrict whether every call may throw an unchecked exception
 * @param threads how many judge at once; they share the classes, and each keeps what it learns of them to itself
 */
public record ClassRun(
    List<Path> roots,
    List<Path> classPath,
    Protocols protocols,
    Function<Hierarchy, AnnotationRows> annotations,
    boolean isStrict,
    int threads) {
  /** Above what deep but honest code needs; hostile code ends in a crash of one class. */
  private static final long STACK = 64L << 20;

  public ClassRun {
    roots = List.copyOf(roots);
    classPath = List.copyOf(classPath);
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
  }

  /** One thread, with the annotations that people already have, not strict. */
  public static ClassRun of(List<Path> roots, List<Path> classPath, Protocols protocols) {
    return new ClassRun(roots, classPath, protocols, hierarchy -> new AnnotationTable(protocols, hierarchy), false, 1);
  }

  /** The same with so many threads. */
  public ClassRun inParallel(int count) {
    return new ClassRun(roots, classPath, protocols, annotations, isStrict, count);
  }

  /**
   * Judges.
   *
   * @throws IOException where an archive that was opened cannot be closed; what cannot be opened or read is noted
   */
  public ClassVerdicts judge() throws IOException {
    return judge((done, all) -> { });
  }

  /** Is told how many classes are judged; by several threads. */
  @FunctionalInterface
  public interface Watcher {
    void judged(int done, int all);
  }

  /**
   * Judges, and tells how far it is.
   *
   * @throws IOException where an archive that was opened cannot be closed
   */
  public ClassVerdicts judge(Watcher watcher) throws IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(threads, work -> new Thread(null, work, "relinquish", STACK));
    try (ClassFileProgram program = ClassFileProgram.open(roots, classPath)) {
      AtomicInteger done = new AtomicInteger();
      int all = program.runClasses().size();
      List<Future<ClassVerdicts>> running = new ArrayList<>();
      for (int shard = 0; shard < threads; shard++) {
        List<String> mine = shard(program.runClasses(), shard);
        running.add(workers.submit(() -> judge(program, mine, () -> watcher.judged(done.incrementAndGet(), all))));
      }
      List<ClassVerdicts> parts = new ArrayList<>();
      for (Future<ClassVerdicts> one : running) {
        parts.add(one.get());
      }
      return merged(parts, program);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker died", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      workers.shutdownNow();
    }
  }

  /** Neighbours by name stay together: they call each other, and a thread summarises a callee once. */
  private List<String> shard(List<String> names, int shard) {
    int from = (int) ((long) names.size() * shard / threads);
    int to = (int) ((long) names.size() * (shard + 1) / threads);
    return names.subList(from, to);
  }

  private ClassVerdicts judge(ClassFileProgram program, List<String> names, Runnable onEach) {
    Hierarchy hierarchy = new Hierarchy(program);
    RowTable rows = new RowTable(protocols, hierarchy, annotations.apply(hierarchy));
    Summaries summaries = new Summaries(program, rows, hierarchy, isStrict);
    Judge judge = new Judge(summaries);
    Loudness loudness = new Loudness(program, summaries);
    List<Finding> findings = new ArrayList<>();
    List<ClassVerdicts.Crash> crashes = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    for (String name : names) {
      onEach.run();
      ClassShape shape = program.shapeOf(name).orElse(null);
      if (shape == null) {
        continue;
      }
      try {
        if (!loudness.isLoud(name)) {
          continue;
        }
        missing.addAll(program.missingIn(name));
        findings.addAll(judge.findingsIn(shape));
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        crashes.add(new ClassVerdicts.Crash(name, e));
      }
    }
    List<ClassVerdicts.Unfollowed> unfollowed = summaries.widenedIn().stream().map(body -> new ClassVerdicts.Unfollowed(body, siteOf(body, program))).toList();
    return new ClassVerdicts(Judge.eachOnce(findings), List.of(), crashes, names.size(), unfollowed, List.copyOf(missing));
  }

  private static Site siteOf(MethodKey body, ClassFileProgram program) {
    return program.shapeOf(body.owner()).flatMap(shape -> shape.method(body)).map(MethodShape::site).orElse(Site.UNKNOWN);
  }

  private ClassVerdicts merged(List<ClassVerdicts> parts, ClassFileProgram program) {
    List<Finding> findings = new ArrayList<>();
    List<ClassVerdicts.Crash> crashes = new ArrayList<>();
    int classes = 0;
    Map<MethodKey, ClassVerdicts.Unfollowed> unfollowed = new TreeMap<>();
    Set<String> missing = new TreeSet<>();
    for (ClassVerdicts part : parts) {
      findings.addAll(part.findings());
      crashes.addAll(part.crashes());
      classes += part.classes();
      missing.addAll(part.missing());
      part.unfollowed().forEach(one -> unfollowed.put(one.body(), one));
    }
    Origins origins = new Origins(roots, program);
    return new ClassVerdicts(findings.stream().map(origins::told).sorted().toList(), List.copyOf(new TreeSet<>(program.notes())), crashes, classes,
        List.copyOf(unfollowed.values()), List.copyOf(missing));
  }
}
