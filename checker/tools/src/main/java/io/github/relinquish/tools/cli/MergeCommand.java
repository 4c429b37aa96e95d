package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.Report;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.FileSources;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relinquish merge}: the reports of many javac runs as one. */
@Command(name = "merge", mixinStandardHelpOptions = true,
    description = "Merges the SARIF reports that the plugin wrote; a finding that several runs saw is reported once.")
final class MergeCommand implements Callable<Integer> {
  private final Engine engine;

  @Parameters(paramLabel = "REPORT", arity = "1..*", description = "SARIF files, or folders that hold some.")
  private List<Path> reports;

  @Option(names = "--root", paramLabel = "DIR", defaultValue = ".", description = "Folder that paths are relative to. Default: this folder.")
  private Path root;

  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  MergeCommand(Engine engine) {
    this.engine = engine;
  }

  @Override public Integer call() {
    output.validate();
    Named.folder("--root", root);
    Report merged = Reports.read(reports).relativeTo(root.toAbsolutePath().normalize().toString().replace('\\', '/'));
    output.write(merged, new FileSources(root), engine.pages(), spec.commandLine().getOut());
    return ExitCode.of(merged).code();
  }
}
