package io.github.relinquish.tools.cli;

import io.github.relinquish.core.finding.Note;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.Judgement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relinquish check}: every finding in what is named. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Checks sources, class folders and jars and reports every finding.")
final class CheckCommand implements Callable<Integer> {
  private final Engine engine;
  @Mixin private InputOptions input;

  @Option(names = "--unused-suppressions", description = "Fail also where a suppression suppresses nothing, or lacks a reason that it must have.")
  private boolean failsOnStale;

  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  CheckCommand(Engine engine) {
    this.engine = engine;
  }

  @Override public Integer call() {
    output.validate();
    Judgement judged = input.judge(engine);
    output.write(judged.report(), judged.source(), engine.pages(), spec.commandLine().getOut());
    ExitCode code = ExitCode.of(judged.report());
    boolean isStale = failsOnStale && judged.report().notes().stream().anyMatch(note -> note.kind() == Note.Kind.STALE);
    return (code == ExitCode.CLEAN && isStale ? ExitCode.FINDINGS : code).code();
  }
}
