package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.run.BuildToolClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that takes long: the user is told, may stop it, and waits for nothing that nobody will answer. */
@Timeout(3 * Client.SECONDS)
class LongWorkTest extends InFolder {
  private static final int CANCELLED = -32800;

  private static final Judging REAL = Judging.inProcess();

  /** The analysis, but it begins only when the latch is open; it hears that nobody wants it. */
  private static Judging behind(CountDownLatch gate) {
    Judging real = Judging.inProcess();
    return (sources, rules, files, canceled, sink) -> {
      while (gate.getCount() > 0) {
        canceled.check();
        Thread.onSpinWait();
      }
      real.judge(sources, rules, files, canceled, sink);
    };
  }

  private static Client client(Judging judging, Function<Path, BuildToolClassPath.Found> buildTool) {
    ClientCapabilities capabilities = new ClientCapabilities();
    capabilities.setWindow(new WindowClientCapabilities());
    capabilities.getWindow().setWorkDoneProgress(true);
    return new Client(new Server(judging, buildTool)).start(capabilities, null);
  }

  private static Client client(Judging judging) {
    return client(judging, project -> new BuildToolClassPath.Found(List.of(), List.of()));
  }

  private static WorkDoneProgressBegin begin(ProgressParams told) {
    return assertInstanceOf(WorkDoneProgressBegin.class, told.getValue().getLeft());
  }

  /** Reads on until work ends; other work may begin and end meanwhile. */
  private static void end(Client client, Either<String, Integer> token) throws InterruptedException {
    ProgressParams told = Client.await(client.progress);
    while (!(told.getToken().equals(token) && told.getValue().getLeft() instanceof WorkDoneProgressEnd)) {
      told = Client.await(client.progress);
    }
  }

  /** The work that has begun and has not ended; one that begins where there is none. */
  private ProgressParams onItsWay(Client client) throws InterruptedException {
    HoverParams nothing = new HoverParams(new TextDocumentIdentifier(folder.resolve("no.yaml").toUri().toString()), new Position(0, 0));
    Client.get(client.server.getTextDocumentService().hover(nothing));   // behind its answer everything has arrived that was sent before
    ProgressParams current = null;
    while (current == null || !client.progress.isEmpty()) {
      ProgressParams told = Client.await(client.progress);
      if (told.getValue().getLeft() instanceof WorkDoneProgressBegin) {
        current = told;
      } else if (told.getValue().getLeft() instanceof WorkDoneProgressEnd) {
        current = null;
      }
    }
    return current;
  }

  @Test void isToldOfFromItsBeginningToItsEnd() throws Exception {
    Path user = module();
    CountDownLatch second = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    Judging real = Judging.inProcess();
    try (Client client = client((sources, rules, files, canceled, sink) -> {
      List<Path> wanted = new ArrayList<>();
      boolean isHeld = sources.texts().containsValue(Pair.FORGETS);
      real.judge(sources, rules, files, canceled, (file, answer) -> {
        wanted.add(file);
        if (isHeld && wanted.size() == 2) {
          held.countDown();
          await(second);
        }
        sink.accept(file, answer);
      });
    })) {
      client.pull(client.open(user, Pair.USER));
      Path closer = folder.resolve("src/main/java/com/acme/Closer.java");
      String uri = client.open(closer, Pair.CLOSER);
      client.change(uri, Pair.FORGETS);
      await(held);
      ProgressParams begun = onItsWay(client);
      assertTrue(client.tokens.contains(begun.getToken().getLeft()), "room was made for it");
      assertEquals("Relinquish judges", begin(begun).getTitle());
      assertTrue(begin(begun).getCancellable());
      second.countDown();
      ProgressParams told = Client.await(client.progress);
      WorkDoneProgressReport report = assertInstanceOf(WorkDoneProgressReport.class, told.getValue().getLeft());
      assertTrue(report.getMessage().matches("[2-9] of [2-9]"), report.getMessage());
      assertEquals(begun.getToken(), told.getToken());
      end(client, begun.getToken());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(Client.SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test void endsWhenTheUserSaysSo() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Client client = client(behind(gate))) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      var waiting = client.server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri)));
      ProgressParams begun = Client.await(client.progress);
      client.server.cancelProgress(new WorkDoneProgressCancelParams(Either.forLeft("another")));
      client.server.cancelProgress(new WorkDoneProgressCancelParams(Either.forRight(7)));
      client.server.cancelProgress(new WorkDoneProgressCancelParams(begun.getToken()));
      end(client, begun.getToken());
      assertEquals(List.of(), Client.get(waiting).getRelatedFullDocumentDiagnosticReport().getItems(), "nothing is known, and nobody waits");
      client.server.cancelProgress(new WorkDoneProgressCancelParams(begun.getToken()));
      gate.countDown();
      client.change(uri, Peer.LEAKS + "\n");
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)), "what is over cannot be stopped again");
    }
  }

  @Test void theBuildToolIsToldOfForItself() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    Path user = module();
    try (Client client = client(REAL, project -> {
      await(answer);
      return new BuildToolClassPath.Found(List.of(), List.of());
    })) {
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of(), client.pull(uri), "judged while the build tool is at work");
      ProgressParams begun = Client.await(client.progress);
      while (!(begun.getValue().getLeft() instanceof WorkDoneProgressBegin work && work.getTitle().contains("asks the build"))) {
        begun = Client.await(client.progress);    // of the analysis, on a slow machine
      }
      assertFalse(begin(begun).getCancellable());
      client.change(uri, Pair.USER + "\n");
      client.pull(uri);
      Either<String, Integer> token = begun.getToken();
      assertTrue(client.progress.stream().noneMatch(told -> told.getToken().equals(token) && told.getValue().getLeft() instanceof WorkDoneProgressEnd),
          "another run that ends does not end it");
      answer.countDown();
      end(client, begun.getToken());
    }
  }

  @Test void aClientWithoutRoomIsNotTold() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Client client = client(behind(gate))) {
      client.hasNoRoomForProgress = true;
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      Client.await(client.tokens);
      gate.countDown();
      assertEquals(1, client.pull(uri).size());
      assertEquals(List.of(), List.copyOf(client.progress));
    }
  }

  @Test void everyRequestThatWaitsCanBeCancelled() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Client client = client(behind(gate))) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      TextDocumentIdentifier peer = new TextDocumentIdentifier(uri);
      Range all = new Range(new Position(0, 0), new Position(99, 0));
      TextDocumentService documents = client.server.getTextDocumentService();
      List<CompletableFuture<?>> asked = List.of(documents.diagnostic(new DocumentDiagnosticParams(peer)),
          documents.hover(new HoverParams(peer, new Position(9, 16))), documents.inlayHint(new InlayHintParams(peer, all)),
          documents.codeAction(new CodeActionParams(peer, all, new CodeActionContext(List.of()))));
      for (CompletableFuture<?> request : asked) {
        assertFalse(request.isDone());
        request.cancel(true);
        assertEquals(CANCELLED, Client.await(client.refusals), "while the analysis is still on its way");
      }
      gate.countDown();
      assertEquals(1, client.next(uri).size(), "whoever does not cancel gets the answer of the same run");
    }
  }

  @Test void aNewerEditEndsTheRunOnItsWay() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Judging real = Judging.inProcess();
    try (Client client = client((sources, rules, files, canceled, sink) -> {
      boolean isFirst = begun.getCount() > 0;
      begun.countDown();
      try {
        while (isFirst) {
          canceled.check();
          Thread.onSpinWait();
        }
      } catch (CancellationException e) {
        ended.countDown();
        throw e;
      }
      real.judge(sources, rules, files, canceled, sink);
    })) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.TIDY);
      await(begun);
      CompletableFuture<?> waiting = client.server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri)));
      client.change(uri, Peer.LEAKS);
      await(ended);
      assertEquals(1, client.next(uri).size());
      Client.get(waiting);
    }
  }

  @Test void whoAsksForAFileThatIsNotOpenIsAnswered() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Path user = module();
    Judging real = behind(gate);
    try (Client client = client((sources, rules, files, canceled, sink) -> {
      begun.countDown();
      real.judge(sources, rules, files, canceled, sink);
    })) {
      client.open(user, Pair.USER);
      await(begun);
      TextDocumentService documents = client.server.getTextDocumentService();
      var elsewhere = documents.diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(folder.resolve("Other.java").toUri().toString())));
      Path closer = write("src/main/java/com/acme/Closer.java", Pair.CLOSER + "class More {\n" + Peer.LEAKS.substring(Peer.LEAKS.indexOf("  byte[] greet")));
      var beside = documents.diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(closer.toUri().toString())));
      gate.countDown();
      assertEquals(List.of(), Client.get(elsewhere).getRelatedFullDocumentDiagnosticReport().getItems());
      List<Diagnostic> shown = Client.get(beside).getRelatedFullDocumentDiagnosticReport().getItems();
      assertTrue(shown.size() <= 1, shown::toString);
    }
  }

  @Test void whatHangsIsGivenUpAndNobodyWaitsForIt() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    Judging real = Judging.inProcess();
    try (Client client = client((sources, rules, files, canceled, sink) -> {
      if (runs.getAndIncrement() < 3) {
        awaitDeafly(end);
      }
      real.judge(sources, rules, files, canceled, sink);
    })) {
      client.configure("{\"limitSeconds\":1}");
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      for (int i = 1; i <= 3; i++) {
        assertTrue(client.next(uri).get(0).getMessage().contains("gave up"));
        client.change(uri, Peer.LEAKS + "\n".repeat(i));
      }
      assertTrue(Client.await(client.alarms).getMessage().contains("too many analyses hang"));
      client.change(uri, Peer.LEAKS);
      assertTrue(client.pull(uri).get(0).getMessage().contains("gave up"), "what was known before");
      assertEquals(List.of(), List.copyOf(client.alarms), "said once");
      assertEquals(tokens(client, WorkDoneProgressBegin.class), tokens(client, WorkDoneProgressEnd.class), "nobody is told that it still goes on");
      client.configure("{\"limitSeconds\":600}");
      end.countDown();
      while (runs.get() == 3) {
        client.change(uri, Peer.LEAKS);           // as soon as one of them has ended
        client.pull(uri);
      }
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
    } finally {
      end.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEditDuringARunThatFailsIsJudgedAllTheSame(boolean hangs) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch edited = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Judging real = Judging.inProcess();
    try (Client client = client((sources, rules, files, canceled, sink) -> {
      if (begun.getCount() > 0) {
        begun.countDown();
        awaitDeafly(hangs ? end : edited);
        throw new IllegalStateException("on purpose");
      }
      real.judge(sources, rules, files, canceled, sink);
    })) {
      client.configure("{\"limitSeconds\":1}");
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.TIDY);
      await(begun);
      client.configure("{\"limitSeconds\":600}");
      client.change(uri, Peer.LEAKS);
      CompletableFuture<?> arrived = client.server.getTextDocumentService()
          .completion(new CompletionParams(new TextDocumentIdentifier(uri), new Position(0, 0)));
      Client.get(arrived);                        // an answer comes behind the edit before it
      CompletableFuture<DocumentDiagnosticReport> asked =
          client.server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri)));
      edited.countDown();
      assertEquals(List.of("SecurityContextLeak"), rules(Client.get(asked).getRelatedFullDocumentDiagnosticReport().getItems()));
    } finally {
      end.countDown();
    }
  }

  private static List<Either<String, Integer>> tokens(Client client, Class<?> kind) {
    return client.progress.stream().filter(told -> kind.isInstance(told.getValue().getLeft())).map(ProgressParams::getToken).toList();
  }

  /** Hears no interrupt, as a hung compiler does not. */
  private static void awaitDeafly(CountDownLatch end) {
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        continue;
      }
    }
  }
}
