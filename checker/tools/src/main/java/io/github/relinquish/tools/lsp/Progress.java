package io.github.relinquish.tools.lsp;

import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the client of work that takes long enough to be noticed; short work says nothing. */
final class Progress {
  private static final int SILENT_MILLIS = 700;

  /** Work that the user may cancel; the build tool ends by itself. */
  static final String JUDGING = "judging";

  private final ScheduledExecutorService timer;
  private LanguageClient client;
  private ScheduledFuture<?> pending;
  private String token;

  Progress(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  synchronized void connect(LanguageClient next) {
    client = next;
  }

  synchronized void begin(String title) {
    if (client != null && pending == null && token == null && !timer.isShutdown()) {
      pending = timer.schedule(() -> show(title), SILENT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void show(String title) {
    if (pending == null) {
      return;
    }
    pending = null;
    token = UUID.randomUUID().toString();
    String shown = token;
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle("Relinquish");
    begin.setMessage(title);
    begin.setCancellable(title.equals(JUDGING));
    client.createProgress(new WorkDoneProgressCreateParams(Either.forLeft(shown)))
        .thenRun(() -> notify(shown, begin, false));
  }

  synchronized void end() {
    if (pending != null) {
      pending.cancel(false);
      pending = null;
    }
    if (token != null) {
      notify(token, new WorkDoneProgressEnd(), true);
    }
  }

  private synchronized void notify(String of, WorkDoneProgressNotification what, boolean isLast) {
    if (!of.equals(token)) {
      return;                                     // over before the client had made room for it
    }
    client.notifyProgress(new ProgressParams(Either.forLeft(of), Either.forLeft(what)));
    if (isLast) {
      token = null;
    }
  }
}
