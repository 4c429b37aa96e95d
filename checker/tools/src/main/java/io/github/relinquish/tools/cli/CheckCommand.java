package io.github.relinquish.tools.cli;

import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.Judgement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code relinquish check}: every finding in what is named. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Checks sources, class folders and jars and reports every finding.")
final class CheckCommand implements Callable<Integer> {
  private final Engine engine;
  @Mixin private InputOptions input;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  CheckCommand(Engine engine) {
    this.engine = engine;
  }

  @Override public Integer call() {
    output.validate();
    Judgement judged = input.judge(engine);
    output.write(judged.report(), judged.source(), engine.pages(), spec.commandLine().getOut());
    return ExitCode.of(judged.report()).code();
  }
}
