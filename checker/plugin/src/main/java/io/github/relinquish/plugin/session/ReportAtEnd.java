package io.github.relinquish.plugin.session;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.MultiTaskListener;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import io.github.relinquish.core.report.FileTrouble;
import io.github.relinquish.plugin.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Writes the report when javac is done. It does not go through javac's diagnostics, which end at the hundredth, or are switched off.
 */
final class ReportAtEnd implements TaskListener {
  private final AnalysisSession session;
  private final Context context;
  private final String folder;

  private ReportAtEnd(AnalysisSession session, Context context, String folder) {
    this.session = session;
    this.context = context;
    this.folder = folder;
  }

  /** Does nothing where no report was asked for. */
  static void listen(AnalysisSession session, Context context) {
    List<String> folders = session.settings().report();
    if (!folders.isEmpty()) {
      session.plan();
      MultiTaskListener.instance(context).add(new ReportAtEnd(session, context, folders.get(0)));
    }
  }

  @Override public void finished(TaskEvent event) {
    if (event.getKind() != TaskEvent.Kind.COMPILATION || session.reportedResults().isEmpty()) {
      return;
    }
    try {
      Path reports = Path.of(folder).toAbsolutePath();
      new ReportFolder(reports, root(reports), output()).put(session.reportedResults());
    } catch (IOException e) {
      session.failed("the report could not be written to " + folder + ": " + FileTrouble.reason(e));
    } catch (InvalidPathException e) {
      session.failed("the report could not be written to " + folder + ": no file can have that name");
    }
  }

  /** Where class files go: javac's file manager knows it also where a build tool calls javac in its own JVM and gives no option. */
  private Path output() throws IOException {
    JavaFileManager files = context.get(JavaFileManager.class);
    // File managers of others inherit a getLocationAsPaths() that fails where getLocation() answers null.
    if (files instanceof StandardJavaFileManager standard && standard.getLocation(StandardLocation.CLASS_OUTPUT) != null) {
      Iterator<? extends Path> folders = standard.getLocationAsPaths(StandardLocation.CLASS_OUTPUT).iterator();
      if (folders.hasNext()) {
        return folders.next();
      }
    }
    String given = Options.instance(context).get("-d");
    return Path.of(given == null ? folder : given);   // class files beside their sources tell no runs apart: all of them share one report
  }

  /** As the user says; else the working copy that the reports lie in; else the current folder. */
  private Path root(Path reports) {
    List<String> given = session.settings().root();
    if (!given.isEmpty()) {
      return Path.of(given.get(0));
    }
    for (Path at = reports.normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return Path.of("");
  }
}
