package io.github.relinquish.tools.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A build may write jars and class folders while a run reads them. Where that may have been so, they are looked at again, ever more seldom, and when
 * they are others and at rest, whoever read them is told. It takes no watching on the editor's side.
 */
final class Settling {
  /** About a minute in all: a build that takes longer is noticed with the next edit. */
  private static final List<Integer> PAUSES = List.of(500, 1000, 1000, 2000, 4000, 8000, 15_000, 30_000);
  /** How coarse the times are that file systems keep. */
  private static final long GRAIN_MILLIS = 2000;

  private final ScheduledExecutorService timer;
  private final Consumer<Path> rested;
  private final Map<Path, Watch> watched = new TreeMap<>();

  /** One class path that somebody looks at. */
  private final class Watch {
    private final Path reader;
    private final List<Path> classPath;
    private Stamps.Deep last;
    private boolean isNews;
    private int looks;

    private Watch(Path reader, List<Path> classPath, boolean isNews, Stamps.Deep last) {
      this.reader = reader;
      this.classPath = classPath;
      this.isNews = isNews;
      this.last = last;
    }

    private void look() {
      if (!isWatched(this)) {
        return;
      }
      Stamps.Deep now = Stamps.deep(classPath);
      boolean isAtRest = now.equals(last);
      isNews |= !isAtRest;
      last = now;
      if (isNews && isAtRest) {
        forget(this);
        rested.accept(reader);
      } else {
        next();
      }
    }

    private void next() {
      if (looks == PAUSES.size() || timer.isShutdown()) {
        forget(this);
      } else {
        timer.schedule(this::look, PAUSES.get(looks++), TimeUnit.MILLISECONDS);
      }
    }
  }

  /** @param rested told who read a class path that has changed since and is at rest */
  Settling(ScheduledExecutorService timer, Consumer<Path> rested) {
    this.timer = timer;
    this.rested = rested;
  }

  /**
   * A run has read a class path.
   *
   * @param reader for whom; what was watched for it before is not watched any more
   * @param before stamps of the class path when the run began
   * @param began when that was, in milliseconds of the clock that files are stamped by
   * @param isDoubtful whether something was missing or broken
   */
  void wasRead(Path reader, List<Path> classPath, List<String> before, long began, boolean isDoubtful) {
    boolean isOther = !Stamps.of(classPath).equals(before);
    if (classPath.isEmpty() || !isOther && !isDoubtful) {
      synchronized (this) {
        watched.remove(reader);
      }
      return;
    }
    Stamps.Deep now = Stamps.deep(classPath);
    Watch watch = new Watch(reader, List.copyOf(classPath), isOther || now.newest() > began - GRAIN_MILLIS, now);
    synchronized (this) {
      watched.put(reader, watch);
    }
    watch.next();
  }

  private synchronized boolean isWatched(Watch watch) {
    return watched.get(watch.reader) == watch;
  }

  private synchronized void forget(Watch watch) {
    watched.remove(watch.reader, watch);
  }
}
