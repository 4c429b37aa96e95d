package io.github.relinquish.tools.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;

/** Sends diagnostics to a client that does not ask for them itself; nothing is sent twice. */
final class Publisher implements Audience {
  private final Buffers buffers;
  private final Configuration configuration;
  private final Diagnostics diagnostics;
  private final Progress progress;
  private final Map<Path, PublishDiagnosticsParams> sent = new TreeMap<>();
  private final Map<Path, Judged> hinted = new TreeMap<>();
  private LanguageClient client;
  private boolean pulls;
  private boolean refreshesHints;

  Publisher(Buffers buffers, Configuration configuration, Diagnostics diagnostics, Progress progress) {
    this.buffers = buffers;
    this.configuration = configuration;
    this.diagnostics = diagnostics;
    this.progress = progress;
  }

  /**
   * @param can whether the client asks for the diagnostics of what it shows and is told when to ask again, and the same for hints
   */
  synchronized void connect(LanguageClient next, ClientCapabilities can) {
    client = next;
    pulls = Capabilities.isPulling(can);
    WorkspaceClientCapabilities around = can.getWorkspace();
    refreshesHints = around != null && around.getInlayHint() != null && Boolean.TRUE.equals(around.getInlayHint().getRefreshSupport());
  }

  @Override public void judged(Judged judged) {
    send(judged.file(), judged.version(), diagnostics.of(judged, configuration.settings()));
    refreshHints(judged);
  }

  /** An editor asks again after an edit of the file itself; that another file made a difference it cannot know. */
  private synchronized void refreshHints(Judged judged) {
    if (client == null || !refreshesHints) {
      return;
    }
    Judged old = hinted.put(judged.file(), judged);
    boolean isSameText = old != null && old.text().equals(judged.text());
    if (isSameText && !old.answer().ownerships().equals(judged.answer().ownerships()) && buffers.at(judged.file()).isPresent()) {
      client.refreshInlayHints();
    }
  }

  /** Shows these in a file from now on. */
  void send(Path file, int version, List<Diagnostic> shown) {
    Optional<String> spelled = buffers.at(file).map(Buffers.Buffer::uri);
    boolean isOpen = version >= 0 && spelled.isPresent();
    synchronized (this) {
      PublishDiagnosticsParams old = sent.get(file);
      // An editor may not know its file again where the name is spelt in another way.
      String uri = old == null || spelled.isPresent() ? diagnostics.uriOf(file) : old.getUri();
      PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri, shown);
      if (isOpen) {
        params.setVersion(version);
      }
      boolean isNews = old == null ? isOpen || !shown.isEmpty() : !old.equals(params);
      if (client == null || !isNews) {
        return;
      }
      sent.put(file, params);
      if (!(pulls && isOpen)) {
        client.publishDiagnostics(params);
      } else if (old == null || !old.getDiagnostics().equals(shown)) {
        client.refreshDiagnostics();
      }
      if (shown.isEmpty() && !isOpen) {
        sent.remove(file);
      }
    }
  }

  /** Takes everything of a file away. */
  void clear(Path file) {
    synchronized (this) {
      hinted.remove(file);
      PublishDiagnosticsParams old = sent.remove(file);
      if (old != null && client != null) {
        client.publishDiagnostics(new PublishDiagnosticsParams(old.getUri(), List.of()));
      }
    }
  }

  /** Takes everything of a folder away. */
  void clearBelow(Path folder) {
    List<Path> gone;
    synchronized (this) {
      gone = sent.keySet().stream().filter(file -> file.startsWith(folder) && buffers.at(file).isEmpty()).toList();
    }
    gone.forEach(this::clear);
  }

  @Override public Progress.Work begins(String title, Runnable stop) {
    return progress.begin(title, stop);
  }

  @Override public void trouble(String sentence) {
    connected().ifPresent(told -> told.logMessage(new MessageParams(MessageType.Warning, "relinquish: " + sentence)));
  }

  @Override public void alarm(String sentence) {
    connected().ifPresent(told -> told.showMessage(new MessageParams(MessageType.Warning, "Relinquish: " + sentence)));
  }

  private synchronized Optional<LanguageClient> connected() {
    return Optional.ofNullable(client);
  }
}
