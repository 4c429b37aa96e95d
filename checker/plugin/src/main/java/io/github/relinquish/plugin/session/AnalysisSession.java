package io.github.relinquish.plugin.session;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.processing.JavacProcessingEnvironment;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.judge.Judge;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.plugin.fix.FixPlanner;
import io.github.relinquish.plugin.report.UnitResult;
import io.github.relinquish.plugin.source.SourceProgram;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.tools.Diagnostic;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * The analysis of one javac run. It lives in javac's context, so that all checks share one, and ends with the run.
 *
 * <p>A crash of ours never leaves this class: it becomes one note, and the unit has no findings.
 */
public final class AnalysisSession {
  /** How the notes begin that say of a body, this unit's or another's, that it could not be read while the unit was judged. */
  public static final String UNREAD = "a body could not be read: ";

  private static final Context.Key<AnalysisSession> KEY = new Context.Key<>();
  private static final List<String> SUPPRESSING = List.of("SuppressWarnings");

  private final Context context;
  private final Settings settings;
  private final SourceProgram program;
  private final Summaries summaries;
  private final Judge judge;
  private final Set<String> promises;
  private final Map<String, UnitResult> results = new LinkedHashMap<>();
  private final Map<RuleId, Severity> reported = new EnumMap<>(RuleId.class);
  private final FixPlanner fixes;
  private FixSource edits = FixSource.none();

  private AnalysisSession(Context context, Settings settings, RowsInForce rows, SourceProgram program) {
    this.context = context;
    this.settings = settings;
    this.program = program;
    Hierarchy hierarchy = new Hierarchy(program);
    Protocols protocols = rows.protocols();
    summaries = new Summaries(program, new RowTable(protocols, hierarchy, new AnnotationTable(protocols, hierarchy)), hierarchy, settings.isStrict());
    judge = new Judge(summaries);
    promises = summaries.rows().promises();
    fixes = new FixPlanner(protocols);
    settings.problems().forEach(p -> note(Diagnostic.Kind.ERROR, "Relinquish: " + p));
    rows.problems().forEach(p -> note(Diagnostic.Kind.ERROR, "Relinquish: " + p));
    rows.warnings().forEach(p -> note(Diagnostic.Kind.WARNING, "Relinquish: " + p));
  }

  /** The session of the run that {@code context} belongs to. */
  public static AnalysisSession of(Context context, Settings settings) {
    AnalysisSession session = context.get(KEY);
    if (session == null) {
      RowsInForce rows = RowsInForce.of(settings, context.get(JavaFileManager.class));
      session = new AnalysisSession(context, settings, rows, new SourceProgram(context));
      context.put(KEY, session);
      ReportAtEnd.listen(session, context);
    }
    return session;
  }

  /**
   * A session for a run in which javac has entered all units, but need not have attributed them.
   *
   * @param rows in place of those that the settings name
   * @param ready attributes a unit, unless that is done; called before the unit's trees are looked at
   */
  public static AnalysisSession open(Context context, Settings settings, RowsInForce rows, Consumer<CompilationUnitTree> ready) {
    return new AnalysisSession(context, settings, rows, new SourceProgram(context, ready));
  }

  /** Findings to report in a unit; the first check that asks pays, the others read. */
  public List<Finding> findingsIn(CompilationUnitTree unit) {
    return resultOf(unit).findings();
  }

  /** All that is known of a unit. */
  public UnitResult resultOf(CompilationUnitTree unit) {
    String file = fileOf(unit);
    UnitResult known = results.get(file);
    if (known == null) {
      known = analyse(unit, file);
      results.put(file, known);
    }
    return known;
  }

  /** What is believed of the methods of the run. */
  public Summaries summaries() {
    return summaries;
  }

  /** Binary names of the classes of a unit; from now on the analysis knows them. */
  public List<String> classesIn(CompilationUnitTree unit) {
    program.remember(unit);
    return program.classesIn(unit).stream().map(ClassShape::name).toList();
  }

  /** The units that were asked for so far, in that order. */
  public List<UnitResult> results() {
    return List.copyOf(results.values());
  }

  /** A check of that rule is at work, with that severity: the report of the build tells of it. */
  public void report(RuleId rule, Severity severity) {
    reported.put(rule, severity);
  }

  /** {@link #results()} with the findings of rules whose checks are at work. */
  List<UnitResult> reportedResults() {
    return results.values().stream().map(unit -> unit.as(reported)).toList();
  }

  /** Tells the user of something that must not pass unseen. */
  void failed(String what) {
    note(Diagnostic.Kind.ERROR, "Relinquish: " + what);
  }

  /** From now on results come with edits that mend their findings; messages of javac have fixes of their own. */
  public void plan() {
    edits = new PlannedEdits(fixes, program, context);
  }

  private List<Fix> editsFor(Finding finding, CompilationUnitTree unit) {
    try {
      return edits.fixesOf(finding, unit);
    } catch (RuntimeException e) {
      crashed("how to fix " + finding.site(), e);
      return List.of();
    }
  }

  private static String fileOf(CompilationUnitTree unit) {
    return unit.getSourceFile().getName().replace('\\', '/');
  }

  private UnitResult analyse(CompilationUnitTree unit, String file) {
    List<Finding> found = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    int troubles = program.troubles().size();
    program.remember(unit);
    for (ClassShape shape : isQuiet(unit, file, notes) ? List.<ClassShape>of() : program.classesIn(unit)) {
      int widened = summaries.widened();
      try {
        found.addAll(judge.findingsIn(shape));
        if (summaries.widened() > widened) {
          notes.add(new Note(Note.Kind.NOT_JUDGED, Site.ofLine(file, 1), "too many paths lead through " + shape.name()
              + " and what it calls: some were not followed"));
        }
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        notes.add(new Note(Note.Kind.NOT_JUDGED, Site.ofLine(file, 1), crashed(shape.name(), e)));
      }
    }
    List<String> given = program.troubles();
    given.subList(Math.min(troubles, given.size()), given.size()).stream().filter(t -> t.contains("#"))
        .forEach(t -> notes.add(UnreadBody.note(t, program, file)));
    boolean isWhole = notes.isEmpty();
    Suppressions suppressions = program.mayName(unit, SUPPRESSING)
        ? Suppressions.in(unit, file, JavacTrees.instance(context).getSourcePositions(), settings.requiresReason())
        : Suppressions.none();
    List<Finding> open = Judge.eachOnce(found).stream().filter(f -> !suppressions.cover(f))
        .filter(f -> f.confidence().compareTo(settings.confidence()) >= 0).toList();
    suppressions.withoutReason().forEach(it -> note(Diagnostic.Kind.NOTE, "Relinquish: " + it.site() + ": " + it.text()));
    if (isWhole) {
      notes.addAll(suppressions.notes());
    }
    Map<Finding, List<Fix>> mending = new LinkedHashMap<>();
    open.forEach(f -> mending.put(f, editsFor(f, unit)));
    return new UnitResult(file, open, mending, notes);
  }

  /** Bodies of the run that could not be read so far: {@code owner#name(...): why} each. */
  public List<String> unread() {
    return program.troubles().stream().filter(t -> t.contains("#")).toList();
  }

  /** Whether something can begin, end or go wrong in a unit. */
  public boolean isConcerned(CompilationUnitTree unit) {
    return summaries.relevance().concerns(program.topLevel(unit));
  }

  /** Whether nothing in a unit needs a look: no resource gets there, and nothing makes a promise. Most units of most builds. */
  private boolean isQuiet(CompilationUnitTree unit, String file, List<Note> notes) {
    try {
      return !isConcerned(unit) && !program.mayName(unit, promises);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      notes.add(new Note(Note.Kind.NOT_JUDGED, Site.ofLine(file, 1), crashed(file, e)));
      return false;
    }
  }

  /** The place of a finding in the unit's trees. */
  public Optional<TreePath> pathOf(Finding finding) {
    return pathOf(finding.site());
  }

  /** The innermost tree with exactly the offsets of {@code site}, with the trees around it. */
  public Optional<TreePath> pathOf(Site site) {
    return program.pathOf(site);
  }

  /** Edits that mend a finding whose place is {@code path}, the best first. */
  public List<SuggestedFix> fixesFor(Finding finding, TreePath path, VisitorState state) {
    try {
      return fixes.plan(finding, path, state);
    } catch (RuntimeException e) {
      crashed("how to fix " + finding.site(), e);
      return List.of();
    }
  }

  public Settings settings() {
    return settings;
  }

  private String crashed(String className, Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    String what = className + ": " + error + where;
    note(Diagnostic.Kind.NOTE, "Relinquish could not judge " + what
        + " (this is a bug in Relinquish, not in your code; your build goes on)");
    if (Boolean.getBoolean("relinquish.debug")) {
      error.printStackTrace();
    }
    return "could not judge " + what;
  }

  /** About the run: javac would else show it as a message about the source that it happens to look at. */
  private void note(Diagnostic.Kind kind, String text) {
    Log log = Log.instance(context);
    JavaFileObject current = log.useSource(null);
    try {
      JavacProcessingEnvironment.instance(context).getMessager().printMessage(kind, text);
    } finally {
      log.useSource(current);
    }
  }
}
