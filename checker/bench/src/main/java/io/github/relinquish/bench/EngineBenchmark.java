package io.github.relinquish.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The engine alone: every body is lowered before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark {
  /** The shape of the program. */
  @Param({"branches", "nesting", "acquisitions", "methods", "classes", "chain"})
  public String shape;

  private Subject subject;

  /** Compiles, reads and lowers. */
  @Setup public void prepare() throws IOException {
    Map<String, String> program = Growth.program(shape, Growth.BENCHMARK_SIZE);
    subject = Subject.fromClasses(program, Files.createTempDirectory("relinquish-bench"));
    subject.lower();
  }

  /** Judges every class. */
  @Benchmark public int judge() {
    return subject.judge().visits();
  }
}
