package io.github.relinquish.tools.cli;

import io.github.relinquish.core.data.Advice;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.Terminal;
import io.github.relinquish.core.report.TextWriter;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.FileSources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relinquish explain}: the page of a rule, the path of a finding, or what is believed of a method. */
@Command(name = "explain", mixinStandardHelpOptions = true,
    description = "Explains a rule (its page), a finding (its path; needs --report) or a method (its summary, as rows to paste).")
final class ExplainCommand implements Callable<Integer> {
  private final Engine engine;

  @Parameters(index = "0", paramLabel = "RULE|FINDING|METHOD", description = "Name of a rule, fingerprint or place (Peer.java:46) of a finding, or com.acme.Peer#open.")
  private String subject;

  @Option(names = "--report", paramLabel = "REPORT", description = "SARIF files or folders that hold the finding.")
  private List<Path> reports = new ArrayList<>();

  @Parameters(index = "1..*", paramLabel = "PATH", arity = "0..*", description = "Where the method is looked for.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = {"-cp", "--classpath"}, paramLabel = "PATH", description = "Class path of the sources.")
  private String classPath = "";

  @Spec private CommandSpec spec;

  ExplainCommand(Engine engine) {
    this.engine = engine;
  }

  @Override public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<RuleId> rule = Arrays.stream(RuleId.values()).filter(id -> id.title().equalsIgnoreCase(subject)).findFirst();
    if (rule.isPresent()) {
      String page = engine.pages().page(rule.get()).markdown();
      out.println(page.startsWith("# ") ? page.stripTrailing() : "# " + rule.get().title() + "\n\n" + page);
      return ExitCode.CLEAN.code();
    }
    if (!reports.isEmpty()) {
      return finding(out);
    }
    List<String> rows = engine.beliefs().of(InputOptions.plain(paths, classPath), subject);
    if (rows.isEmpty()) {
      List<String> rules = Arrays.stream(RuleId.values()).map(RuleId::title).toList();
      throw new Misuse("there is no rule and no method '" + subject + "'" + Advice.nearest(subject, rules) + "; for a finding give --report");
    }
    rows.forEach(row -> out.println(Terminal.plain(row)));
    return ExitCode.CLEAN.code();
  }

  private int finding(PrintWriter out) {
    reports.forEach(report -> Named.input("--report", report));
    Report report = Reports.read(reports);
    List<Finding> named = FindingNames.of(report).called(subject);
    if (named.isEmpty()) {
      report.notes().stream().filter(note -> note.kind() == Note.Kind.NOT_JUDGED).findFirst().ifPresent(note -> {
        throw new Misuse(note.text());
      });
      throw new Misuse("no finding in the report has a fingerprint that begins with '" + subject + "', or a place like Peer.java:46 that is called so");
    }
    Report shown = new Report(named, report.fixes(), List.of());
    new TextWriter(new FileSources(Path.of("")), false, true).write(shown, out);
    return ExitCode.CLEAN.code();
  }
}
