package io.github.relinquish.tools.cli;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.report.Baseline;
import io.github.relinquish.core.report.BaselineEntry;
import io.github.relinquish.core.report.BaselineText;
import io.github.relinquish.core.report.FileTrouble;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.tools.gate.BeforeTree;
import io.github.relinquish.tools.gate.Change;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.FileSources;
import io.github.relinquish.tools.run.Judgement;
import io.github.relinquish.tools.run.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relinquish gate}: fails on new findings only. */
@Command(name = "gate", mixinStandardHelpOptions = true,
    description = "Fails on findings that neither the baseline covers nor the program had before the change.")
final class GateCommand implements Callable<Integer> {
  private final Engine engine;

  @Option(names = "--baseline", paramLabel = "FILE", description = "Findings that were agreed to; one JSON object a line.")
  private Path baselineFile;

  @ArgGroup(exclusive = true) private Mode mode = new Mode();
  @ArgGroup(exclusive = true) private Since since = new Since();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why --accept agrees to the new findings.")
  private String reason = "";

  @Option(names = "--expires", paramLabel = "DATE", description = "Until when --accept agrees, like 2026-12-31.")
  private LocalDate expires;

  @Option(names = "--fail-on-gone", description = "Fail also where an entry covers nothing any more.")
  private boolean failsOnGone;

  @Option(names = "--report", paramLabel = "REPORT", description = "Take the findings from these SARIF files or folders instead of judging.")
  private List<Path> reports = new ArrayList<>();

  @Option(names = "--today", paramLabel = "DATE", description = "The day on which entries expire. Default: today.")
  private LocalDate today = LocalDate.now();

  @Mixin private InputOptions input;
  @Mixin private OutputOptions output;
  @Spec private CommandSpec spec;

  GateCommand(Engine engine) {
    this.engine = engine;
  }

  /** What happens to the baseline; without any of these it is only compared with. */
  static final class Mode {
    @Option(names = "--create", description = "Write a first baseline of all findings.")
    private boolean creates;

    @Option(names = "--prune", description = "Drop the entries that cover nothing any more; never adds.")
    private boolean prunes;

    @Option(names = "--accept", description = "Add the new findings; needs --reason.")
    private boolean accepts;
  }

  /** Which change is judged. */
  static final class Since {
    @Option(names = "--since", paramLabel = "REV", description = "Only what came since the branch left REV; asks git.")
    private String revision;

    @Option(names = "--diff", paramLabel = "PATCH", description = "Only what came with this unified patch, which is applied already.")
    private Path patch;
  }

  @Override public Integer call() throws IOException {
    validate();
    PrintWriter out = spec.commandLine().getOut();
    Judgement judged = reports.isEmpty() ? input.judge(engine) : new Judgement(Reports.read(reports), new FileSources(Path.of("")));
    Report all = judged.report();
    boolean writes = mode.creates || mode.prunes || mode.accepts;
    if (writes && !all.isComplete()) {
      output.write(all.only(List.of()), judged.source(), engine.pages(), out);
      spec.commandLine().getErr().println("relinquish gate: the baseline is left alone: not everything was judged");
      return ExitCode.INCOMPLETE.code();
    }
    Baseline baseline = mode.creates ? Baseline.create(all.findings()) : baselineFile == null ? Baseline.EMPTY : readBaseline();
    Baseline.Comparison now = baseline.compare(all.findings(), today);
    Report before = isChange() ? before() : Report.EMPTY;
    List<Finding> fresh = isChange() ? sinceThen(now.fresh(), baseline, before) : now.fresh();
    if (mode.accepts) {
      baseline = baseline.accept(fresh, reason, Optional.ofNullable(expires));
      fresh = List.of();
    } else if (mode.prunes) {
      baseline = baseline.prune(all.findings(), today);
    }
    if (writes) {
      write(baseline, all.findings().size(), now.fresh().size() - fresh.size());
    }
    Report shown = all.only(fresh).and(Report.of(List.of(), before.notes()));
    output.writeNew(shown, judged.source(), engine.pages(), out);
    summarize(now, fresh, now.fresh().size() - fresh.size(), baseline.entries().size());
    ExitCode code = ExitCode.of(shown);
    boolean isStale = failsOnGone && !mode.prunes && !now.gone().isEmpty();
    return (code == ExitCode.CLEAN && isStale ? ExitCode.FINDINGS : code).code();
  }

  private void validate() {
    output.validate();
    if (mode.creates || mode.prunes || mode.accepts) {
      require(baselineFile != null, "--create, --prune and --accept need --baseline FILE");
    }
    require(baselineFile != null || isChange(), "a gate needs --baseline FILE, --since REV or --diff PATCH");
    require(!mode.creates || !Files.exists(baselineFile), baselineFile + " exists; a baseline only shrinks (--prune), or grows with --accept --reason");
    require(!mode.accepts || !reason.isBlank(), "--accept needs --reason TEXT");
    require(mode.accepts || reason.isEmpty() && expires == null, "--reason and --expires go with --accept");
    require(expires == null || !expires.isBefore(today), "--expires " + expires + " is past: the entry would cover nothing");
    require(reports.isEmpty() || input.isEmpty(), "--report goes without PATH; for several reports repeat it: --report A --report B");
    require(reports.isEmpty() || !isChange(), "--report goes with neither --since nor --diff");
    if (since.patch != null) {
      Named.file("--diff", since.patch);
    }
    require(!isChange() || !mode.creates && !mode.prunes, "--since and --diff go with neither --create nor --prune");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Misuse(otherwise);
    }
  }

  private boolean isChange() {
    return since.revision != null || since.patch != null;
  }

  private Baseline readBaseline() throws IOException {
    require(Files.isRegularFile(baselineFile), "there is no baseline " + baselineFile + "; make one with --create");
    try {
      return BaselineText.parse(Files.readString(baselineFile));
    } catch (BaselineText.MalformedBaseline e) {
      throw new Misuse(baselineFile + " is not a baseline: " + e.getMessage());
    }
  }

  /** What the program had before the change. Where that is not known, a finding counts as new: the safe side. */
  private Report before() throws IOException {
    Request request = input.request(new ArrayList<>());
    try {
      Change change = since.revision != null ? Change.since(request.root(), since.revision) : Change.of(request.root(), since.patch);
      try (BeforeTree tree = BeforeTree.of(request, change)) {
        Request old = tree.request(request);
        return old.paths().isEmpty() ? Report.EMPTY : Report.of(engine.judge().judge(old).report().findings(), List.of());
      }
    } catch (IllegalArgumentException e) {
      throw new Misuse(e.getMessage());
    }
  }

  private List<Finding> sinceThen(List<Finding> fresh, Baseline baseline, Report before) {
    List<Finding> olderAndOpen = baseline.compare(before.findings(), today).fresh();
    return Baseline.create(olderAndOpen).compare(fresh, today).fresh();
  }

  private void write(Baseline baseline, int all, int accepted) {
    try {
      Files.writeString(baselineFile, BaselineText.print(baseline));
    } catch (IOException e) {
      throw new Misuse("cannot write " + baselineFile + ": " + FileTrouble.reason(e));
    }
    if (!mode.prunes) {
      int count = mode.creates ? all : accepted;
      spec.commandLine().getErr().println("gate: recorded " + count + (count == 1 ? " finding in " : " findings in ") + baselineFile);
    }
  }

  /** A finding whose class or method has another name now is gone and new. */
  private static String sameElsewhere(BaselineEntry gone, List<Finding> unpaired) {
    Optional<Finding> same = unpaired.stream().filter(it -> says(BaselineEntry.of(it), gone)).findFirst();
    same.ifPresent(unpaired::remove);
    return same.map(it -> "; the new one in " + BaselineEntry.of(it).method() + " says the same: perhaps it was moved or renamed").orElse("");
  }

  private static boolean says(BaselineEntry one, BaselineEntry other) {
    return one.rule().equals(other.rule()) && one.message().equals(other.message());
  }

  private void summarize(Baseline.Comparison now, List<Finding> shown, int older, int entries) {
    PrintWriter err = spec.commandLine().getErr();
    int fresh = shown.size();
    List<Finding> unpaired = new ArrayList<>(shown);
    for (BaselineEntry entry : now.gone()) {
      err.println("gone: " + entry.rule() + " in " + entry.method() + " (" + entry.fingerprint() + ")" + sameElsewhere(entry, unpaired));
    }
    now.expired().forEach(entry -> err.println("expired " + entry.expires() + ": " + entry.rule() + " in " + entry.method()));
    err.println("gate: " + fresh + " new, " + now.unchanged().size() + " unchanged, " + now.gone().size() + " gone, "
        + now.expired().size() + " expired" + (isChange() ? ", " + older + " older than the change" : "")
        + "; the baseline holds " + entries + (!mode.prunes && !now.gone().isEmpty() ? "; drop the gone ones with --prune" : ""));
  }
}
