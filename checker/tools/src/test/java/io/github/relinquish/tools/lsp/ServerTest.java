package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.run.BuildToolClassPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;

/** Both ends in one process over pipes. */
class ServerTest extends InFolder {
  @Test void publishesTheFindingWithItsPath() throws Exception {
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      List<Diagnostic> shown = client.next(uri);
      assertEquals(1, shown.size(), shown::toString);
      Diagnostic leak = shown.get(0);
      assertEquals("SecurityContextLeak", leak.getCode().getLeft());
      assertEquals(DiagnosticSeverity.Error, leak.getSeverity());
      assertTrue(leak.getCodeDescription().getHref().endsWith("SecurityContextLeak.md"));
      assertEquals(9, leak.getRange().getStart().getLine());
      assertEquals(9, leak.getRange().getEnd().getLine());
      assertFalse(leak.getRelatedInformation().isEmpty());
      assertEquals(uri, leak.getRelatedInformation().get(0).getLocation().getUri());
      assertTrue(leak.getRelatedInformation().stream().anyMatch(step -> step.getLocation().getRange().getStart().getLine() == 10));
      client.change(uri, Peer.TIDY);
      assertEquals(List.of(), client.next(uri));
      assertEquals(0, client.exit());
    }
  }

  @Test void judgesWhatDependsOnAnOpenBuffer() throws Exception {
    Path sources = module().getParent();
    try (Client client = new Client().start()) {
      String user = client.open(sources.resolve("User.java"), Pair.USER);
      assertEquals(List.of(), client.next(user));
      String helper = client.open(sources.resolve("Closer.java"), Pair.CLOSER);
      assertEquals(List.of(), client.next(helper));
      client.change(helper, Pair.FORGETS);
      assertEquals("SecurityContextLeak", client.next(user).get(0).getCode().getLeft());
      client.close(helper);
      assertEquals(List.of(), client.next(user));
    }
  }

  @Test void pullsWhatIsNewAndSaysWhereNothingChanged() throws Exception {
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertEquals(1, client.pull(uri).size());
      client.change(uri, Peer.TIDY);
      assertEquals(0, client.pull(uri).size());
      DocumentDiagnosticParams again = new DocumentDiagnosticParams(new TextDocumentIdentifier(uri));
      again.setPreviousResultId(Client.get(client.server.getTextDocumentService().diagnostic(again))
          .getRelatedFullDocumentDiagnosticReport().getResultId());
      assertTrue(Client.get(client.server.getTextDocumentService().diagnostic(again)).isRelatedUnchangedDocumentDiagnosticReport());
    }
  }

  @Test void judgesCodeThatDoesNotCompile() throws Exception {
    try (Client client = new Client().start()) {
      String broken = Peer.LEAKS.replace("  byte[] greet", "  Missing missing = nobody.knows();\n  byte[] greet");
      String uri = client.open(folder.resolve("com/acme/Peer.java"), broken);
      assertEquals(1, client.pull(uri).size());
    }
  }

  @Test void suppressesAtTheEnclosingDeclaration() throws Exception {
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      String quiet = apply(client, uri, Peer.LEAKS, "Suppress");
      assertTrue(quiet.contains("    @SuppressWarnings(\"SecurityContextLeak\")\n    GSSContext ctx"), quiet);
      client.change(uri, quiet);
      assertEquals(List.of(), client.pull(uri));
      String other = quiet.replace("(\"SecurityContextLeak\")", "(\"unused\")");
      client.change(uri, other);
      String both = apply(client, uri, other, "Suppress");
      assertTrue(both.contains("@SuppressWarnings({\"unused\", \"SecurityContextLeak\"})"), both);
      client.change(uri, both);
      assertEquals(List.of(), client.pull(uri));
      client.change(uri, Peer.LEAKS);
      assertEquals(1, client.pull(uri).size());
    }
  }

  @Test void mendsTheLeak() throws Exception {
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      String mended = apply(client, uri, Peer.LEAKS, "Release");
      assertTrue(mended.contains("finally"), mended);
      client.change(uri, mended);
      assertEquals(List.of(), client.pull(uri), mended);
    }
  }

  @Test void tellsOfResourcesAndOwnership() throws Exception {
    Path sources = module().getParent();
    try (Client client = new Client().start()) {
      String user = client.open(sources.resolve("User.java"), Pair.USER);
      Hover hover = Client.get(client.server.getTextDocumentService().hover(
          new HoverParams(new TextDocumentIdentifier(user), new Position(14, 16))));
      String text = hover.getContents().getRight().getValue();
      assertTrue(text.contains("`ctx.dispose()`") && text.contains("released when the method returns"), text);
      List<String> hints = hints(client, user);
      assertEquals(List.of("returns a live security context"), hints);
      assertEquals(List.of("releases context"), hints(client, client.open(sources.resolve("Closer.java"), Pair.CLOSER)));
    }
  }

  private static List<String> hints(Client client, String uri) {
    InlayHintParams params = new InlayHintParams(new TextDocumentIdentifier(uri), new Range(new Position(0, 0), new Position(999, 0)));
    return Client.get(client.server.getTextDocumentService().inlayHint(params)).stream().map(h -> h.getLabel().getLeft()).toList();
  }

  @Test void helpsWithFilesOfRows() throws Exception {
    try (Client client = new Client().start()) {
      String rows = "api: Acme\nsource: \"Acme 1\"\nkinds:\n  - name: acme.door\n    noun: door\n    rule: SecurityContextLeek\n"
          + "    release: \"{}.shut()\"\ncalls:\n  - call: \"com.acme.Door#open/0\"\n    begin: { kind: acme.door, at: Result }\n";
      String uri = client.open(folder.resolve("acme.yaml"), rows);
      List<Diagnostic> shown = client.next(uri);
      assertEquals(5, shown.get(0).getRange().getStart().getLine(), shown::toString);
      assertTrue(shown.get(0).getMessage().contains("SecurityContextLeak"), shown::toString);
      assertTrue(shown.stream().anyMatch(d -> d.getRange().getStart().getLine() == 9 && d.getMessage().contains("begins")), shown::toString);
      client.change(uri, rows.replace("Leek", "Leak").replace("begin:", "begins:"));
      assertEquals(List.of(), client.next(uri));
      List<CompletionItem> items = Client.get(client.server.getTextDocumentService().completion(
          new CompletionParams(new TextDocumentIdentifier(uri), new Position(5, 10)))).getLeft();
      assertTrue(items.stream().anyMatch(i -> i.getLabel().equals("DoubleRelease")), items::toString);
      List<CompletionItem> keys = Client.get(client.server.getTextDocumentService().completion(
          new CompletionParams(new TextDocumentIdentifier(uri), new Position(9, 4)))).getLeft();
      assertTrue(keys.stream().anyMatch(i -> i.getLabel().equals("unloads")), keys::toString);
      Hover hover = Client.get(client.server.getTextDocumentService().hover(
          new HoverParams(new TextDocumentIdentifier(uri), new Position(9, 22))));
      assertTrue(hover.getContents().getRight().getValue().contains("door"), hover::toString);
    }
  }

  @Test void followsTheSettings() throws Exception {
    try (Client client = new Client()) {
      com.google.gson.JsonObject options = com.google.gson.JsonParser.parseString(
          "{\"relinquish\":{\"severity\":{\"SecurityContextLeak\":\"hint\"}}}").getAsJsonObject();
      client.start(new ClientCapabilities(), options);
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertEquals(DiagnosticSeverity.Hint, client.next(uri).get(0).getSeverity());
      client.configure("{\"relinquish\":{\"severity\":\"off\"}}");
      assertEquals(List.of(), client.next(uri));
    }
  }

  @Test void asksTheBuildOnceAndAgainWhenItChanges() throws Exception {
    Path sources = module().getParent();
    LinkedBlockingQueue<Path> asked = new LinkedBlockingQueue<>();
    Server server = new Server(Judging.inProcess(), project -> {
      asked.add(project);
      return new BuildToolClassPath.Found(List.of(), List.of("a remark"));
    });
    try (Client client = new Client(server).start()) {
      String user = client.open(sources.resolve("User.java"), Pair.USER);
      assertEquals(folder, asked.poll(Client.SECONDS, TimeUnit.SECONDS));
      client.pull(user);
      client.change(user, Pair.USER + "\n");
      client.pull(user);
      assertEquals(List.of(), List.copyOf(asked));
      Path pom = folder.resolve("pom.xml");
      Files.setLastModifiedTime(pom, FileTime.fromMillis(1_000_000_000_000L));
      tell(client, pom, FileChangeType.Changed);
      assertEquals(folder, asked.poll(Client.SECONDS, TimeUnit.SECONDS));
    }
  }

  @Test void outlivesACrashAndAHang() throws Exception {
    AtomicReference<String> mood = new AtomicReference<>("crash");
    CountDownLatch end = new CountDownLatch(1);
    Judging real = Judging.inProcess();
    Server server = new Server((sources, rules, files, canceled, sink) -> {
      if (mood.get().equals("crash")) {
        throw new StackOverflowError("on purpose");
      }
      if (mood.get().equals("hang")) {
        awaitDeafly(end);
      }
      real.judge(sources, rules, files, canceled, sink);
    }, null);
    try (Client client = new Client(server).start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertTrue(client.next(uri).get(0).getMessage().contains("broke"));
      mood.set("hang");
      client.configure("{\"limitSeconds\":1}");
      assertTrue(client.next(uri).get(0).getMessage().contains("gave up"));
      mood.set("well");
      client.configure("{\"limitSeconds\":600}");
      assertEquals("SecurityContextLeak", client.next(uri).get(0).getCode().getLeft(), "while the other run still hangs");
      end.countDown();
      client.change(uri, Peer.TIDY);
      assertEquals(List.of(), client.pull(uri));
    } finally {
      end.countDown();
    }
  }

  /** Hears no interrupt, as a hung compiler does not. */
  private static void awaitDeafly(CountDownLatch end) {
    while (true) {
      try {
        end.await();
        return;
      } catch (InterruptedException e) {
        continue;
      }
    }
  }

  @Test void cancelsARequestAndGoesOn() throws Exception {
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      for (int i = 0; i < 20; i++) {
        client.change(uri, Peer.LEAKS + "\n".repeat(i));
        client.server.getTextDocumentService().diagnostic(
            new DocumentDiagnosticParams(new TextDocumentIdentifier(uri))).cancel(true);
      }
      assertEquals(1, client.pull(uri).size());
    }
  }
}
