package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.Terminal;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.NotAvailable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code relinquish}. */
@Command(
    name = "relinquish",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Finds credentials handles and security contexts that a Java program acquires and does not give back.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing found", "1:findings", "2:misuse of the command line", "3:incomplete: something was not judged"})
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command and leaves the JVM with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine(Engine.real(ProgressLine.on(err)), out, err).execute(args);
    out.flush();
    System.exit(code);
  }

  /** The command over an engine; tests run it in process. */
  public static CommandLine commandLine(Engine engine, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new CheckCommand(engine));
    line.addSubcommand(new GateCommand(engine));
    line.addSubcommand(new MergeCommand(engine));
    line.addSubcommand(new ExplainCommand(engine));
    line.addSubcommand(new CommandLine(new ModelsCommand()).addSubcommand(new ModelsCommand.Lint(engine))
        .addSubcommand(new ModelsCommand.Listing(engine)));
    line.addSubcommand(new DoctorCommand());
    line.addSubcommand(new LspCommand());
    line.addSubcommand("completion", new GenerateCompletion());
    line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true).setAbbreviatedOptionsAllowed(false);
    line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, command, err));
    return line;
  }

  private static int failed(Exception exception, CommandLine command, PrintWriter err) {
    if (exception instanceof Misuse) {
      err.println("relinquish " + command.getCommandName() + ": " + Terminal.plain(exception.getMessage()));
      return ExitCode.MISUSE.code();
    }
    String text = exception instanceof NotAvailable ? exception.getMessage() : exception.toString();
    err.println("relinquish " + command.getCommandName() + ": incomplete: " + Terminal.plain(String.valueOf(text)));
    if (!(exception instanceof NotAvailable) && System.getenv("RELINQUISH_TRACE") != null) {
      new ExecutionException(command, "trace", exception).printStackTrace(err);
    }
    return ExitCode.INCOMPLETE.code();
  }

  @Override public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
