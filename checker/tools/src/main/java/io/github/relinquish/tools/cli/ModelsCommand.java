package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.Terminal;
import io.github.relinquish.tools.run.Engine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relinquish models}: the rows that say what APIs demand. */
@Command(name = "models", mixinStandardHelpOptions = true, description = "Checks or lists the rows that say what APIs demand.")
final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override public void run() {
    throw new ParameterException(spec.commandLine(), "name lint or list");
  }

  /** {@code relinquish models lint FILE...}. */
  @Command(name = "lint", mixinStandardHelpOptions = true, description = "Checks files of rows; misspelt words come with the nearest right one.")
  static final class Lint implements Callable<Integer> {
    private final Engine engine;
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of rows.")
    private List<Path> files;
    @Spec private CommandSpec spec;

    Lint(Engine engine) {
      this.engine = engine;
    }

    @Override public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      int problems = 0;
      for (Path file : existing(files)) {
        for (String problem : engine.models().lint(file)) {
          out.println(Terminal.plain(problem));
          problems++;
        }
      }
      out.println(problems == 0 ? "no problems" : problems + (problems == 1 ? " problem" : " problems"));
      return (problems == 0 ? ExitCode.CLEAN : ExitCode.FINDINGS).code();
    }
  }

  /** {@code relinquish models list [FILE...]}. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists every row in force: the shipped ones and those of the files.")
  static final class Listing implements Callable<Integer> {
    private final Engine engine;
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files of rows.")
    private List<Path> files = new ArrayList<>();
    @Spec private CommandSpec spec;

    Listing(Engine engine) {
      this.engine = engine;
    }

    @Override public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      engine.models().list(existing(files)).forEach(row -> out.println(Terminal.plain(row)));
      return ExitCode.CLEAN.code();
    }
  }

  private static List<Path> existing(List<Path> files) {
    files.forEach(file -> Named.file("", file));
    return files;
  }
}
