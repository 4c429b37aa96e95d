package io.github.relinquish.tools.lsp;

import io.github.relinquish.tools.lsp.project.ClassPaths;
import io.github.relinquish.tools.lsp.project.Workspace;
import io.github.relinquish.tools.run.BuildToolClassPath;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The server over one connection: {@link #serve} speaks until the other end says {@code exit} or goes away. */
public final class Server implements LanguageServer, LanguageClientAware {
  /** What the user is told while the build tool is at work. */
  static final String ASKING = "asks the build for its class path";

  private final ScheduledExecutorService timer = timer();
  private final ExecutorService asking = Executors.newSingleThreadExecutor(daemon("relinquish build tool"));
  private final Buffers buffers = new Buffers();
  private final Configuration configuration = new Configuration(buffers);
  private final Progress progress = new Progress(timer);
  private final Diagnostics diagnostics = new Diagnostics(buffers);
  private final Publisher publisher = new Publisher(buffers, configuration, diagnostics, progress);
  private final Analyst analyst;
  private final Models models = new Models(buffers, configuration, publisher);
  private final Documents documents;
  private final Folders folders;
  private final CompletableFuture<Void> exit = new CompletableFuture<>();
  private LanguageClient client;
  private ClientCapabilities capabilities = new ClientCapabilities();
  private boolean isShutDown;

  Server(Judging judging, Function<Path, BuildToolClassPath.Found> buildTool) {
    ClassPaths classPaths = new ClassPaths(told(buildTool == null ? this::ask : buildTool), asking, this::foundClassPath);
    analyst = new Analyst(buffers, configuration, publisher, judging, timer, new Workspace(classPaths));
    documents = new Documents(buffers, analyst, models, diagnostics, configuration, publisher);
    folders = new Folders(buffers, configuration, analyst, models, publisher);
  }

  /**
   * Serves one client; returns when it has said goodbye or is gone.
   *
   * @return 0 after an orderly shutdown, else 1, as the protocol demands
   */
  public static int serve(InputStream in, OutputStream out) throws InterruptedException {
    return new Server(Judging.inProcess(), null).run(in, out);
  }

  int run(InputStream in, OutputStream out) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool(daemon("relinquish requests"));
    Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(this, in, out, threads, new Phases()::around);
    connect(launcher.getRemoteProxy());
    CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> await(launcher), threads);
    try {
      CompletableFuture.anyOf(exit, gone).get();
    } catch (ExecutionException e) {
      publisher.trouble("the connection broke: " + e.getCause());
    } finally {
      close();
      threads.shutdownNow();
    }
    return isShutDown ? 0 : 1;
  }

  private static void await(Launcher<LanguageClient> launcher) {
    try {
      launcher.startListening().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static ScheduledExecutorService timer() {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemon("relinquish timer"));
    timer.setRemoveOnCancelPolicy(true);          // each run is watched for a minute, and would be kept for as long
    return timer;
  }

  private static ThreadFactory daemon(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private void close() {
    analyst.giveUpWaiting();
    timer.shutdownNow();
    asking.shutdownNow();
  }

  @Override public void connect(LanguageClient next) {
    client = next;
  }

  @Override public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (params.getCapabilities() != null) {
      capabilities = params.getCapabilities();
    }
    rootOf(params).ifPresent(configuration::startFrom);
    configuration.set(params.getInitializationOptions());
    publisher.connect(client, capabilities);
    if (params.getProcessId() != null) {
      outlive(params.getProcessId());
    }
    if (capabilities.getWindow() != null && Boolean.TRUE.equals(capabilities.getWindow().getWorkDoneProgress())) {
      progress.connect(client);
    }
    return CompletableFuture.completedFuture(new InitializeResult(Capabilities.ofServer(Capabilities.isPulling(capabilities)), new ServerInfo("relinquish")));
  }

  /** The folder that the editor works in, the first of several; older editors know of one alone. */
  @SuppressWarnings("deprecation")
  private static Optional<Path> rootOf(InitializeParams params) {
    List<WorkspaceFolder> folders = params.getWorkspaceFolders() == null ? List.of() : params.getWorkspaceFolders();
    return Stream.concat(folders.stream().map(WorkspaceFolder::getUri), Stream.ofNullable(params.getRootUri()))
        .flatMap(uri -> Buffers.pathOf(uri).stream()).findFirst();
  }

  /** An editor that was killed says no goodbye, and what it started may still hold the other end of the pipe. */
  private void outlive(int editor) {
    ProcessHandle.of(editor).ifPresent(process -> process.onExit().thenRun(() -> exit.complete(null)));
  }

  @Override public void initialized(InitializedParams params) {
    folders.connect(client, capabilities);
  }

  private Function<Path, BuildToolClassPath.Found> told(Function<Path, BuildToolClassPath.Found> buildTool) {
    return project -> {
      Progress.Work work = progress.begin(ASKING);
      try {
        return buildTool.apply(project);
      } finally {
        work.end();
      }
    };
  }

  private BuildToolClassPath.Found ask(Path project) {
    return BuildToolClassPath.of(project, configuration.settings().isOnline());
  }

  private void foundClassPath(Path project, List<String> remarks) {
    remarks.forEach(remark -> publisher.alarm(remark + "; mend the build, or set 'online' or 'classPath' in the settings"));
    analyst.again(project);
  }

  @Override public CompletableFuture<Object> shutdown() {
    isShutDown = true;
    analyst.giveUpWaiting();
    return CompletableFuture.completedFuture(null);
  }

  @Override public void exit() {
    exit.complete(null);
  }

  @Override public void setTrace(SetTraceParams params) {
    // Nothing is traced, and a client that sets it expects no answer.
  }

  @Override public void cancelProgress(WorkDoneProgressCancelParams params) {
    if (params.getToken() != null && params.getToken().isLeft()) {
      progress.stop(params.getToken().getLeft());
    }
  }

  @Override public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override public WorkspaceService getWorkspaceService() {
    return folders;
  }
}
