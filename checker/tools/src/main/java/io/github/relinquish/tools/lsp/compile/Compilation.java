package io.github.relinquish.tools.lsp.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.main.JavaCompiler;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.ListBuffer;
import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.judge.Judge;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.plugin.source.ClassFileBodies;
import io.github.relinquish.plugin.source.SourceProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * One javac run over a module. A fresh one is made after each change, so that an answer never depends on the edits before it;
 * what is kept between runs are the opened jars in the file manager.
 *
 * <p>A crash in the analysis of one class becomes a note of its file.
 */
public final class Compilation {
  /** Goes on behind errors: a project that does not compile still gets what can be judged. */
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none", "-XDcompilePolicy=simple", "-XDshould-stop.ifError=FLOW");

  private final Map<Path, CompilationUnitTree> units = new TreeMap<>();
  private final JavaCompiler javac;
  private final Map<CompilationUnitTree, List<Env<AttrContext>>> waiting;
  private final SourceProgram program;
  private final Summaries summaries;
  private final Judge judge;
  private final Confidence least;
  private final Fixes fixes;

  private Compilation(Context context, List<CompilationUnitTree> trees, Rules rules) {
    trees.forEach(tree -> units.put(Path.of(tree.getSourceFile().getName()), tree));  // javac has wrapped the units themselves
    javac = JavaCompiler.instance(context);
    waiting = waitingIn(javac);
    program = new SourceProgram(context, ClassFileBodies.none(), this::attribute);
    Hierarchy hierarchy = new Hierarchy(program);
    summaries = new Summaries(
        program, new RowTable(rules.protocols(), hierarchy, new AnnotationTable(rules.protocols(), hierarchy)), hierarchy, rules.isStrict());
    judge = new Judge(summaries);
    least = rules.least();
    fixes = new PlannedFixes(rules.protocols(), context);
  }

  /**
   * What counts.
   *
   * @param protocols kinds and rows
   * @param isStrict whether every call may throw an unchecked exception
   * @param least confidence that is reported
   */
  public record Rules(Protocols protocols, boolean isStrict, Confidence least) {}

  /** A file manager for {@link #of}, to be kept while the class path stays the same. */
  public static StandardJavaFileManager newFileManager() {
    return JavacTool.create().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  }

  /**
   * Parses and enters everything; what is looked at is attributed then.
   *
   * @param canceled asked between the phases; {@link java.util.concurrent.CancellationException} where it says so
   */
  public static Compilation of(Sources sources, Rules rules, StandardJavaFileManager files, Canceled canceled) throws IOException {
    files.setLocationFromPaths(StandardLocation.CLASS_PATH, sources.classPath());
    files.setLocationFromPaths(StandardLocation.SOURCE_PATH, sources.sourcePath());
    files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, List.of());
    List<Unit> units = new ArrayList<>();
    sources.texts().forEach((path, text) -> units.add(new Unit(path, text)));
    JavacTaskImpl task = (JavacTaskImpl) JavacTool.create().getTask(
        null, new Overlay(files, sources.overlays()), diagnostic -> { }, OPTIONS, null, units);
    List<CompilationUnitTree> trees = new ArrayList<>();
    task.parse().forEach(trees::add);
    canceled.check();
    task.enter();
    canceled.check();
    return new Compilation(task.getContext(), trees, rules);
  }

  /** What waits for attribution, by unit. */
  private static Map<CompilationUnitTree, List<Env<AttrContext>>> waitingIn(JavaCompiler javac) {
    Map<CompilationUnitTree, List<Env<AttrContext>>> waiting = new IdentityHashMap<>();
    while (!javac.todo.isEmpty()) {
      Env<AttrContext> env = javac.todo.remove();
      waiting.computeIfAbsent(env.toplevel, unit -> new ArrayList<>()).add(env);
    }
    return waiting;
  }

  /**
   * Attributes a unit when the analysis first looks at it, which most units of a module never see. Class by class: javac itself breaks
   * now and then over code that does not compile, and the other classes are still worth it.
   */
  private void attribute(CompilationUnitTree unit) {
    List<Env<AttrContext>> envs = waiting.remove(unit);
    ListBuffer<Env<AttrContext>> attributed = new ListBuffer<>();
    for (Env<AttrContext> env : envs == null ? List.<Env<AttrContext>>of() : envs) {
      attempt(() -> attributed.addAll(javac.attribute(new ListBuffer<Env<AttrContext>>().append(env))));
    }
    for (Env<AttrContext> env : attributed) {
      attempt(() -> javac.flow(new ListBuffer<Env<AttrContext>>().append(env)));
    }
    waitingIn(javac).forEach((found, more) -> waiting.computeIfAbsent(found, u -> new ArrayList<>()).addAll(more));
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (IllegalStateException | AssertionError | NullPointerException | ClassCastException e) {
      return;                                     // what is missing is only what javac would have complained about
    }
  }

  /** What the analysis says of a file of the run; nothing where the file is not one. */
  public Answer answerFor(Path file, Canceled canceled) {
    CompilationUnitTree unit = units.get(file);
    if (unit == null) {
      return Answer.EMPTY;
    }
    List<Finding> found = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Insight insight = new Insight(summaries, program, unit);
    for (ClassShape shape : program.classesIn(unit)) {
      canceled.check();
      try {
        judge.findingsIn(shape).stream().filter(this::isWanted).forEach(found::add);
        insight.look(shape);
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        notes.add("could not judge " + shape.name() + ": " + e + " (a bug in Relinquish, not in your code)");
      }
    }
    List<Finding> findings = found.stream().sorted().distinct().toList();
    return new Answer(findings, fixes(findings), insight.resources(), insight.ownerships(), notes);
  }

  private Map<String, List<Fix>> fixes(List<Finding> findings) {
    Map<String, List<Fix>> all = new TreeMap<>();
    for (Finding finding : findings) {
      program.pathOf(finding.site()).map(path -> fixes.of(finding, path)).filter(found -> !found.isEmpty())
          .ifPresent(found -> all.put(finding.fingerprint(), found));
    }
    return all;
  }

  private boolean isWanted(Finding finding) {
    Optional<TreePath> path = program.pathOf(finding.site());
    return finding.confidence().compareTo(least) >= 0
        && path.map(p -> !Suppressions.around(p, finding.rule().title())).orElse(true);
  }
}
