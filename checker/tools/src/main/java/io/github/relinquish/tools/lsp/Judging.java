package io.github.relinquish.tools.lsp;

import io.github.relinquish.tools.lsp.compile.Answer;
import io.github.relinquish.tools.lsp.compile.Canceled;
import io.github.relinquish.tools.lsp.compile.Compilation;
import io.github.relinquish.tools.lsp.compile.Sources;
import io.github.relinquish.tools.javac.Rules;
import io.github.relinquish.tools.javac.SourceRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javax.tools.StandardJavaFileManager;

/** The seam between the server and the analysis. */
@FunctionalInterface
interface Judging {
  /**
   * Judges some files of a module.
   *
   * @param files in the order in which they are wanted; those behind the first may take time to be found
   * @param sink given each answer as soon as it is there
   */
  void judge(Sources sources, Rules rules, Iterable<Path> files, Canceled canceled, BiConsumer<Path, Answer> sink)
      throws IOException;

  /** Compiles in process; jars stay open as long as they are the same. */
  static Judging inProcess() {
    return new InProcess();
  }

  /** One file manager for each class path and thread: a thread that hangs keeps its own. */
  final class InProcess implements Judging {
    private List<String> stamps = List.of();
    private Thread owner;
    private StandardJavaFileManager files;

    private InProcess() {}

    @Override public void judge(Sources sources, Rules rules, Iterable<Path> wanted, Canceled canceled,
        BiConsumer<Path, Answer> sink) throws IOException {
      Compilation compilation = Compilation.of(sources, rules, fileManager(sources.classPath()), canceled);
      for (Path file : wanted) {
        canceled.check();
        sink.accept(file, compilation.answerFor(file, canceled));
      }
    }

    private synchronized StandardJavaFileManager fileManager(List<Path> wanted) throws IOException {
      boolean isAbandoned = owner != null && owner != Thread.currentThread() && owner.isAlive();
      List<String> now = Stamps.of(wanted);
      if (files == null || isAbandoned || !stamps.equals(now)) {
        if (files != null && !isAbandoned) {
          files.close();
        }
        files = SourceRun.newFileManager();
        stamps = now;
      }
      owner = Thread.currentThread();
      return files;
    }
  }
}
