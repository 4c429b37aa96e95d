package io.github.relinquish.plugin.session;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.processing.JavacProcessingEnvironment;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.judge.Judge;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.plugin.fix.FixPlanner;
import io.github.relinquish.plugin.source.SourceProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileManager;

/**
 * The analysis of one javac run. It lives in javac's context, so that all checks share one, and ends with the run.
 *
 * <p>A crash of ours never leaves this class: it becomes one note, and the unit has no findings.
 */
public final class AnalysisSession {
  private static final Context.Key<AnalysisSession> KEY = new Context.Key<>();

  private final Context context;
  private final Settings settings;
  private final SourceProgram program;
  private final Summaries summaries;
  private final Judge judge;
  private final FixPlanner fixes;
  private CompilationUnitTree lastUnit;
  private List<Finding> lastFindings = List.of();

  private AnalysisSession(Context context, Settings settings) {
    this.context = context;
    this.settings = settings;
    Protocols protocols = protocols();
    program = new SourceProgram(context);
    Hierarchy hierarchy = new Hierarchy(program);
    summaries = new Summaries(program, new RowTable(protocols, hierarchy, new AnnotationTable(protocols, hierarchy)), hierarchy, settings.isStrict());
    judge = new Judge(summaries);
    fixes = new FixPlanner(protocols);
    settings.problems().forEach(p -> note(Diagnostic.Kind.ERROR, "Relinquish: " + p));
  }

  /** What APIs demand in this run; what is wrong with the user's own model files fails the build. */
  private Protocols protocols() {
    Models models = Models.of(settings, context.get(JavaFileManager.class));
    models.errors().forEach(p -> note(Diagnostic.Kind.ERROR, "Relinquish: " + p));
    models.warnings().forEach(p -> note(Diagnostic.Kind.WARNING, "Relinquish: " + p));
    return models.protocols();
  }

  /** The session of the run that {@code context} belongs to. */
  public static AnalysisSession of(Context context, Settings settings) {
    AnalysisSession session = context.get(KEY);
    if (session == null) {
      session = new AnalysisSession(context, settings);
      context.put(KEY, session);
    }
    return session;
  }

  /** All findings in a unit; the first check that asks pays, the others read. */
  public List<Finding> findingsIn(CompilationUnitTree unit) {
    if (unit != lastUnit) {
      lastUnit = unit;
      lastFindings = analyse(unit);
    }
    return lastFindings;
  }

  private List<Finding> analyse(CompilationUnitTree unit) {
    List<Finding> found = new ArrayList<>();
    program.remember(unit);
    for (ClassShape shape : program.classesIn(unit)) {
      try {
        found.addAll(judge.findingsIn(shape));
      } catch (RuntimeException | StackOverflowError e) {
        crashed(shape.name(), e);
      }
    }
    return found.stream().filter(f -> f.confidence().compareTo(settings.confidence()) >= 0).toList();
  }

  /** The place of a finding in the unit's trees. */
  public Optional<TreePath> pathOf(Finding finding) {
    return program.pathOf(finding.site());
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

  private void crashed(String className, Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    note(Diagnostic.Kind.NOTE, "Relinquish could not judge " + className + ": " + error + where
        + " (this is a bug in Relinquish, not in your code; your build goes on)");
    if (Boolean.getBoolean("relinquish.debug")) {
      error.printStackTrace();
    }
  }

  private void note(Diagnostic.Kind kind, String text) {
    JavacProcessingEnvironment.instance(context).getMessager().printMessage(kind, text);
  }
}
