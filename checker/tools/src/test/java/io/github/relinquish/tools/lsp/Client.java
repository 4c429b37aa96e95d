package io.github.relinquish.tools.lsp;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** The editor's end of the pipe, in process. */
final class Client implements LanguageClient, AutoCloseable {
  /** How long anything is waited for: a machine may be busy, and nothing is decided by a clock. */
  static final int SECONDS = 120;

  final LinkedBlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  final List<MessageParams> messages = new ArrayList<>();
  final LinkedBlockingQueue<ProgressParams> progress = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<RegistrationParams> registrations = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<Boolean> refreshes = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<Boolean> hintRefreshes = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<MessageParams> alarms = new LinkedBlockingQueue<>();
  /** Tokens for which the server asked to make room. */
  final LinkedBlockingQueue<String> tokens = new LinkedBlockingQueue<>();
  /** Codes of the errors that requests were answered with. */
  final LinkedBlockingQueue<Integer> refusals = new LinkedBlockingQueue<>();
  /** Ids of the requests that were answered, well or badly. */
  final Set<String> answered = ConcurrentHashMap.newKeySet();
  volatile boolean hasNoRoomForProgress;
  /** Names of all methods that went over the pipe, either way. */
  final Set<String> spoken = ConcurrentHashMap.newKeySet();
  volatile Object settings;
  final LanguageServer server;
  final OutputStream toServer;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Future<Integer> exitCode;
  private int version = 1;

  Client() {
    this(new Server(Judging.inProcess(), project -> new io.github.relinquish.tools.run.BuildToolClassPath.Found(List.of(), List.of())));
  }

  Client(Server served) {
    Pipe there = new Pipe();
    Pipe back = new Pipe();
    toServer = there.out;
    exitCode = threads.submit(() -> served.run(there.in, back.out));
    Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(this, back.in, toServer, threads, this::listening);
    launcher.startListening();
    server = launcher.getRemoteProxy();
  }

  private MessageConsumer listening(MessageConsumer consumer) {
    return message -> {
      if (message instanceof RequestMessage request) {
        spoken.add(request.getMethod());
      } else if (message instanceof NotificationMessage notification) {
        spoken.add(notification.getMethod());
      } else if (message instanceof ResponseMessage answer) {
        answered.add(String.valueOf(answer.getId()));
        if (answer.getError() != null) {
          refusals.add(answer.getError().getCode());
        }
      }
      consumer.consume(message);
    };
  }

  Client start() {
    return start(new ClientCapabilities(), null);
  }

  Client start(ClientCapabilities capabilities, Object options) {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    params.setInitializationOptions(options);
    get(server.initialize(params));
    server.initialized(new InitializedParams());
    return this;
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  String open(Path file, String text) {
    String uri = file.toUri().toString();
    String language = uri.endsWith(".java") ? "java" : "yaml";
    server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, language, version++, text)));
    return uri;
  }

  void change(String uri, String text) {
    change(uri, List.of(new TextDocumentContentChangeEvent(text)));
  }

  void change(String uri, List<TextDocumentContentChangeEvent> changes) {
    server.getTextDocumentService().didChange(
        new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, version++), changes));
  }

  void save(String uri) {
    server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  void close(String uri) {
    server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  /** Settings as a client sends them that is not asked. */
  void configure(String json) {
    server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString(json)));
  }

  /** Waits for the next diagnostics of a file. */
  List<Diagnostic> next(String uri) throws InterruptedException {
    while (true) {
      PublishDiagnosticsParams params = published.poll(SECONDS, TimeUnit.SECONDS);
      if (params == null) {
        throw new AssertionError("no diagnostics for " + uri + "; log: " + messages);
      }
      if (params.getUri().equals(uri)) {
        return params.getDiagnostics();
      }
    }
  }

  List<Diagnostic> pull(String uri) {
    return get(server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri))))
        .getRelatedFullDocumentDiagnosticReport().getItems();
  }

  /** Waits for something that the server sends. */
  static <T> T await(LinkedBlockingQueue<T> queue) throws InterruptedException {
    T sent = queue.poll(SECONDS, TimeUnit.SECONDS);
    if (sent == null) {
      throw new AssertionError("nothing was sent");
    }
    return sent;
  }

  int exit() throws Exception {
    get(server.shutdown());
    server.exit();
    return exitCode();
  }

  /** Sends a text as one message, whatever it says. */
  void send(String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    sendBytes("Content-Length: " + bytes.length + "\r\n\r\n");
    toServer.write(bytes);
    toServer.flush();
  }

  /** Sends something that need not be a message. */
  void sendBytes(String text) throws IOException {
    toServer.write(text.getBytes(StandardCharsets.ISO_8859_1));
    toServer.flush();
  }

  /** Says nothing more, as an editor that crashed. */
  void hangUp() throws IOException {
    toServer.close();
  }

  /** Waits until the server has ended. */
  int exitCode() throws Exception {
    return exitCode.get(SECONDS, TimeUnit.SECONDS);
  }

  boolean isOver() {
    return exitCode.isDone();
  }

  @Override public void close() throws IOException {
    toServer.close();
    threads.shutdownNow();
  }

  @Override public void telemetryEvent(Object object) {
    throw new AssertionError("nobody asked for " + object);
  }

  @Override public void publishDiagnostics(PublishDiagnosticsParams params) {
    published.add(params);
  }

  @Override public void showMessage(MessageParams params) {
    alarms.add(params);
  }

  @Override public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override public synchronized void logMessage(MessageParams params) {
    messages.add(params);
  }

  @Override public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    registrations.add(params);
    return CompletableFuture.completedFuture(null);
  }

  @Override public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    return CompletableFuture.completedFuture(java.util.Collections.singletonList(settings));
  }

  @Override public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    tokens.add(params.getToken().getLeft());
    return hasNoRoomForProgress ? CompletableFuture.failedFuture(new IllegalStateException("no room")) : CompletableFuture.completedFuture(null);
  }

  @Override public void notifyProgress(ProgressParams params) {
    progress.add(params);
  }

  @Override public CompletableFuture<Void> refreshDiagnostics() {
    refreshes.add(true);
    return CompletableFuture.completedFuture(null);
  }

  @Override public CompletableFuture<Void> refreshInlayHints() {
    hintRefreshes.add(true);
    return CompletableFuture.completedFuture(null);
  }
}
