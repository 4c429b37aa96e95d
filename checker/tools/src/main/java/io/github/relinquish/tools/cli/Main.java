package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.FileTrouble;
import io.github.relinquish.core.report.Terminal;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.NotAvailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

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
    line.registerConverter(LocalDate.class, Main::date);
    line.setParameterExceptionHandler((wrong, args) -> misused(wrong, err));
    line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, command, err));
    return line;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no date like 2026-12-31");
    }
  }

  /** One sentence, and the whole usage only where a command is missing: two screens of it would hide the sentence. */
  private static int misused(ParameterException wrong, PrintWriter err) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String text = wrong.getMessage().replace("option option ", "option ");   // picocli's own slip
    err.println(name + ": " + Terminal.plain(text));
    boolean isAdvised = UnmatchedArgumentException.printSuggestions(wrong, err);
    if (!command.getSubcommands().isEmpty() && !isAdvised) {
      command.usage(err);
    } else {
      err.println("'" + name + " --help' lists the options");
    }
    return ExitCode.MISUSE.code();
  }

  private static int failed(Exception exception, CommandLine command, PrintWriter err) {
    if (exception instanceof Misuse) {
      err.println(command.getCommandSpec().qualifiedName() + ": " + Terminal.plain(exception.getMessage()));
      return ExitCode.MISUSE.code();
    }
    String text = exception instanceof NotAvailable ? exception.getMessage()
        : exception instanceof IOException io ? FileTrouble.reason(io) : exception.toString();
    err.println(command.getCommandSpec().qualifiedName() + ": incomplete: " + Terminal.plain(String.valueOf(text)));
    if (!(exception instanceof NotAvailable) && System.getenv("RELINQUISH_TRACE") != null) {
      new ExecutionException(command, "trace", exception).printStackTrace(err);
    }
    return ExitCode.INCOMPLETE.code();
  }

  @Override public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
