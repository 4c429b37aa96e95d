package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a session begins and ends, and what is refused before and behind that. */
class SessionTest {
  private static final int NOT_BEGUN = -32002;
  private static final int INVALID = -32600;
  @TempDir Path folder;

  @Test void endsWellBehindAShutdown() throws Exception {
    try (Client client = new Client().start()) {
      assertEquals(0, client.exit());
    }
  }

  @Test void endsBadlyWithoutOne() throws Exception {
    try (Client client = new Client().start()) {
      client.server.exit();
      assertEquals(1, client.exitCode());
    }
  }

  @Test void endsBadlyBeforeItBegan() throws Exception {
    try (Client client = new Client()) {
      client.server.exit();
      assertEquals(1, client.exitCode());
    }
  }

  @Test void endsWhenTheEditorIsGone() throws Exception {
    try (Client client = new Client().start()) {
      client.hangUp();
      assertEquals(1, client.exitCode());
    }
  }

  @Test void refusesWhatComesTooEarlyOrTooLate() throws Exception {
    String uri = folder.resolve("com/acme/Peer.java").toUri().toString();
    DocumentDiagnosticParams params = new DocumentDiagnosticParams(new TextDocumentIdentifier(uri));
    try (Client client = new Client()) {
      client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertThrows(AssertionError.class, () -> Client.get(client.server.getTextDocumentService().diagnostic(params)));
      assertEquals(NOT_BEGUN, Client.await(client.refusals));
      client.start();
      assertEquals(List.of(), client.pull(uri), "a notification that comes too early counts for nothing");
      assertThrows(AssertionError.class, () -> Client.get(client.server.initialize(new InitializeParams())));
      assertEquals(INVALID, Client.await(client.refusals));
      Client.get(client.server.shutdown());
      assertThrows(AssertionError.class, () -> Client.get(client.server.getTextDocumentService().diagnostic(params)));
      assertEquals(INVALID, Client.await(client.refusals));
      assertFalse(client.isOver());
      client.server.exit();
      assertEquals(0, client.exitCode());
    }
  }

  @Test void beginsWithAClientThatSaysNothingOfItself() throws Exception {
    try (Client client = new Client()) {
      Client.get(client.server.initialize(new InitializeParams()));
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertEquals(1, client.next(uri).size());
    }
  }
}
