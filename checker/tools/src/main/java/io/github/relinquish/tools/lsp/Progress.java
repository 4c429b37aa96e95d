package io.github.relinquish.tools.lsp;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the client of work that takes long enough to be noticed; short work says nothing. Each piece is told of for itself. */
final class Progress {
  private static final int SILENT_MILLIS = 700;

  private final ScheduledExecutorService timer;
  private final Map<String, Piece> shown = new TreeMap<>();
  private LanguageClient client;

  Progress(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** A piece of work that is on its way. */
  interface Work {
    /** How far it is, in a few words. */
    void reached(String what);

    /** It is over; saying so twice does nothing. */
    void end();
  }

  synchronized void connect(LanguageClient next) {
    client = next;
  }

  /** A piece of work begins that the user cannot stop. */
  Work begin(String title) {
    return begin(title, null);
  }

  /**
   * A piece of work begins.
   *
   * @param stop called when the user wants it to end; null where it ends by itself only
   */
  synchronized Work begin(String title, Runnable stop) {
    Piece piece = new Piece(title, stop);
    if (client != null && !timer.isShutdown()) {
      piece.pending = timer.schedule(() -> show(piece), SILENT_MILLIS, TimeUnit.MILLISECONDS);
    }
    return piece;
  }

  /** The user wants a piece to end; nothing happens where it has ended already. */
  void stop(String token) {
    Runnable stop;
    synchronized (this) {
      stop = shown.containsKey(token) ? shown.get(token).stop : null;
    }
    if (stop != null) {
      stop.run();
    }
  }

  private synchronized void show(Piece piece) {
    if (!piece.isOver) {
      shown.put(piece.token, piece);
      client.createProgress(new WorkDoneProgressCreateParams(Either.forLeft(piece.token))).thenRun(() -> begun(piece));
    }
  }

  private synchronized void begun(Piece piece) {
    if (!piece.isOver) {                          // else it ended before the client had made room for it
      WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
      begin.setTitle("Relinquish " + piece.title);
      begin.setMessage(piece.reached);
      begin.setCancellable(piece.stop != null);
      piece.isBegun = true;
      tell(piece, begin);
    }
  }

  private void tell(Piece piece, WorkDoneProgressNotification what) {
    client.notifyProgress(new ProgressParams(Either.forLeft(piece.token), Either.forLeft(what)));
  }

  /** All of its state is guarded by the progress it belongs to. */
  private final class Piece implements Work {
    private final String token = UUID.randomUUID().toString();
    private final String title;
    private final Runnable stop;
    private ScheduledFuture<?> pending;
    private String reached;
    private boolean isBegun;
    private boolean isOver;

    Piece(String title, Runnable stop) {
      this.title = title;
      this.stop = stop;
    }

    @Override public void reached(String what) {
      synchronized (Progress.this) {
        reached = what;
        if (isBegun && !isOver) {
          WorkDoneProgressReport report = new WorkDoneProgressReport();
          report.setMessage(what);
          report.setCancellable(stop != null);
          tell(this, report);
        }
      }
    }

    @Override public void end() {
      synchronized (Progress.this) {
        if (isOver) {
          return;
        }
        isOver = true;
        shown.remove(token);
        if (pending != null) {
          pending.cancel(false);
        }
        if (isBegun) {
          tell(this, new WorkDoneProgressEnd());
        }
      }
    }
  }
}
