package io.github.relinquish.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lowering a class with 100 methods: from javac's trees, without what javac did before, and from its class file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoweringBenchmark {
  private final Map<String, String> program = Programs.methods(Growth.BENCHMARK_SIZE);
  private Path classes;
  private Subject analysed;

  /** Makes the class files. */
  @Setup public void compile() throws IOException {
    classes = Files.createTempDirectory("relinquish-bench");
    Subject.fromClasses(program, classes);
  }

  /** A program remembers its graphs, so each call needs a new one. */
  @Setup(Level.Invocation) public void analyse() throws IOException {
    analysed = Subject.fromSources(program);
  }

  /** From trees. */
  @Benchmark public int sources() {
    return analysed.lower();
  }

  /** From class files, reading them included. */
  @Benchmark public int classFiles() {
    return Subject.opened(classes).lower();
  }
}
