package io.github.relinquish.tools.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.main.JavaCompiler;
import com.sun.tools.javac.util.Abort;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.ListBuffer;
import io.github.relinquish.plugin.session.AnalysisSession;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * One run of javac in this JVM: sources are parsed and entered, each unit is attributed when the analysis first looks at it, and our
 * session judges them. Nothing is generated, no annotation processor runs, and errors in the sources stop nothing.
 */
public final class SourceRun {
  /** Deeply nested code needs a deep stack, so a run wants a thread of its own; a deeper one costs minutes in the collector before it overflows. */
  public static final long STACK = 64L << 20;

  private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-Xlint:none", "-implicit:none", "-encoding", "UTF-8",
      "-Xmaxerrs", "100000", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-XDaddTypeAnnotationsToSymbol=true");

  private final List<CompilationUnitTree> units;
  private final JavaCompiler javac;
  private final Map<CompilationUnitTree, List<Env<AttrContext>>> waiting;
  private final List<Crash> crashes = new ArrayList<>();
  private final AnalysisSession session;

  private SourceRun(List<CompilationUnitTree> units, Context context, Rules rules) {
    this.units = List.copyOf(units);
    javac = JavaCompiler.instance(context);
    waiting = waitingIn(javac);
    session = AnalysisSession.open(context, rules.settings(), rules.rows(), this::attribute);
  }

  /**
   * Javac broke over one class; the others were attributed.
   *
   * @param file name of its source
   */
  public record Crash(String file, Throwable error) {}

  /** Hears of the phases of a run and may end it. */
  @FunctionalInterface
  public interface Watch {
    /** Called often; a {@link CancellationException} from here ends the run. */
    void goesOn();
  }

  /** A file manager for runs, to be closed behind the last of them. */
  public static StandardJavaFileManager newFileManager() {
    return JavacTool.create().getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  }

  /**
   * Parses and enters sources.
   *
   * @param classPath class folders and jars
   * @param said hears what javac says of the sources
   * @throws BrokenSource where javac breaks
   */
  public static SourceRun of(Iterable<? extends JavaFileObject> sources, List<Path> classPath, JavaFileManager files, Rules rules,
      DiagnosticListener<JavaFileObject> said, Watch watch) throws BrokenSource, IOException {
    List<String> options = new ArrayList<>(OPTIONS);
    if (classPath.isEmpty() && files instanceof StandardJavaFileManager standard) {
      standard.setLocation(StandardLocation.CLASS_PATH, List.of());   // as an option, nothing means the folder that the JVM was started in
    } else {
      options.add("-classpath");
      options.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
    Latest latest = new Latest(watch);
    try {
      JavacTaskImpl task = (JavacTaskImpl) JavacTool.create().getTask(Writer.nullWriter(), files, said, options, null, sources);
      task.addTaskListener(latest);
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      watch.goesOn();
      task.enter();
      watch.goesOn();
      return new SourceRun(units, task.getContext(), rules);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      if (latest.canceled != null) {
        throw latest.canceled;                    // javac wraps what its listeners throw
      }
      throw new BrokenSource(latest.file, e);
    }
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

  /** The sources in the order in which they were given. */
  public List<CompilationUnitTree> units() {
    return units;
  }

  /** The analysis of the run. */
  public AnalysisSession session() {
    return session;
  }

  /** What javac broke over while it attributed; the classes in question are judged as far as they go. */
  public List<Crash> crashes() {
    return List.copyOf(crashes);
  }

  /** Attributes whatever is left, so that javac has said all that it has to say. */
  public void attributeAll() {
    units.forEach(this::attribute);
  }

  /** Class by class: javac itself breaks now and then over code that does not compile, and the other classes are still worth it. */
  private void attribute(CompilationUnitTree unit) {
    List<Env<AttrContext>> envs = waiting.remove(unit);
    ListBuffer<Env<AttrContext>> attributed = new ListBuffer<>();
    for (Env<AttrContext> env : envs == null ? List.<Env<AttrContext>>of() : envs) {
      attempt(unit, () -> attributed.addAll(javac.attribute(new ListBuffer<Env<AttrContext>>().append(env))));
    }
    for (Env<AttrContext> env : attributed) {
      attempt(unit, () -> javac.flow(new ListBuffer<Env<AttrContext>>().append(env)));
    }
    waitingIn(javac).forEach((found, more) -> waiting.computeIfAbsent(found, u -> new ArrayList<>()).addAll(more));
  }

  private void attempt(CompilationUnitTree unit, Runnable step) {
    try {
      step.run();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError | Abort e) {
      crashes.add(new Crash(unit.getSourceFile().getName(), e));
    }
  }

  /** Remembers the source that javac is at. */
  private static final class Latest implements TaskListener {
    private final Watch watch;
    private String file = "";
    private CancellationException canceled;

    Latest(Watch watch) {
      this.watch = watch;
    }

    @Override public void started(TaskEvent event) {
      if (event.getSourceFile() != null) {
        file = event.getSourceFile().getName();
      }
      try {
        watch.goesOn();
      } catch (CancellationException e) {
        canceled = e;
        throw e;
      }
    }
  }
}
