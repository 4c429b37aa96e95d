package io.github.relinquish.tools.lsp;

import io.github.relinquish.tools.javac.SourceRun;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs one piece of work at a time on a thread of its own. Work that does not end in time is left alone on its thread, and the next
 * piece gets a new one: javac cannot be stopped from outside, but it need not take the server with it.
 */
final class Worker {
  /** Name of the thread that works; there is none while nothing is to be done. */
  static final String THREAD = "relinquish analysis";

  private static final int MOST_HUNG = 3;

  private final ScheduledExecutorService timer;
  private int hung;
  private Piece current;

  /** Work. */
  interface Work {
    /** Does it; told by an interrupt, and by what it asks itself, that nobody wants it any more. */
    void run();

    /** It took too long and was left alone. */
    void hung();

    /** It ended with something that it did not catch. */
    void broken(Throwable error);
  }

  private static final class Piece {
    private final Work work;
    private Thread thread;
    private ScheduledFuture<?> watch;
    private boolean isOver;

    Piece(Work work) {
      this.work = work;
    }
  }

  Worker(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** Whether a piece is on its way. */
  synchronized boolean isBusy() {
    return current != null;
  }

  /** Starts a piece, unless one is on its way or too many hang. */
  synchronized boolean start(Work work, int limitSeconds, Runnable whenFree) {
    if (current != null || hung >= MOST_HUNG) {
      return false;
    }
    Piece piece = new Piece(work);
    current = piece;
    piece.thread = new Thread(null, () -> run(piece, whenFree), THREAD, SourceRun.STACK);
    piece.thread.setDaemon(true);
    piece.watch = timer.schedule(() -> abandon(piece, whenFree), limitSeconds, TimeUnit.SECONDS);
    piece.thread.start();
    return true;
  }

  private void run(Piece piece, Runnable whenFree) {
    try {
      piece.work.run();
    } catch (Throwable e) {                       // an analysis may break in any way: the server goes on
      if (!isOver(piece)) {
        piece.work.broken(e);
      }
    } finally {
      boolean wasHung = finish(piece);
      if (!wasHung) {
        whenFree.run();
      }
    }
  }

  private synchronized boolean isOver(Piece piece) {
    return piece.isOver;
  }

  private synchronized boolean finish(Piece piece) {
    boolean wasHung = piece.isOver;
    piece.isOver = true;
    piece.watch.cancel(false);
    if (wasHung) {
      hung--;
    } else {
      current = null;
    }
    return wasHung;
  }

  private void abandon(Piece piece, Runnable whenFree) {
    synchronized (this) {
      if (piece.isOver) {
        return;
      }
      piece.isOver = true;
      hung++;
      current = null;
    }
    piece.thread.interrupt();
    try {
      piece.work.hung();
    } finally {
      whenFree.run();
    }
  }
}
