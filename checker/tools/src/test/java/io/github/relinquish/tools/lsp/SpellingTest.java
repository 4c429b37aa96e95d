package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How editors spell names of files, columns and texts. */
class SpellingTest extends InFolder {
  private static final String KEY = "\uD83D\uDD11";
  private static final String MARK = "\uFEFF";

  private static void open(Client client, String uri, String text) {
    client.server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "java", 1, text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"my%20project/com/acme/Peer.java", "my project/com/acme/Peer.java", "100%25/com/acme/Peer.java", "caf%C3%A9/com/acme/Peer.java",
      "%F0%9F%94%91/com/acme/Peer.java", "C++/[x]/{y}/com/acme/Peer.java", "a+b%23c/com/acme/Peer.java", "./x/../com/acme/Peer.java"})
  void namesAreKeptAsTheEditorSpellsThem(String name) throws Exception {
    String uri = "file://" + folder + "/" + name;
    try (Client client = new Client().start()) {
      open(client, uri, Peer.LEAKS);
      Diagnostic leak = client.next(uri).get(0);
      assertEquals(uri, leak.getRelatedInformation().get(0).getLocation().getUri());
      assertTrue(apply(client, uri, Peer.LEAKS, "Release").contains("finally"), "edits are for that name too");
      client.close(uri);
      assertEquals(List.of(), client.next(uri), "taken away under that name");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///c%3A/acme%20app/src/com/acme/Peer.java", "file:///C:/acme/src/com/acme/Peer.java",
      "file://localhost/acme/src/com/acme/Peer.java"})
  void namesOfWindowsAndOfTheOwnHostAreNames(String uri) throws Exception {
    try (Client client = new Client().start()) {
      open(client, uri, Peer.LEAKS);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)));
      client.close(uri);
      assertEquals(List.of(), client.next(uri));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"untitled:Untitled-1", "jdt://contents/rt.jar/java/lang/Object.class", "git:/acme/Peer.java?x", "zipfile:///a.jar::B.java",
      "file://server/share/com/acme/Peer.java", "::", "", "Peer.java"})
  void whatIsNoFileHereIsAnsweredWithNothing(String uri) throws Exception {
    TextDocumentIdentifier document = new TextDocumentIdentifier(uri);
    try (Client client = new Client().start()) {
      open(client, uri, Peer.LEAKS);
      client.change(uri, Peer.TIDY);
      DocumentDiagnosticReport report = Client.get(client.server.getTextDocumentService().diagnostic(new DocumentDiagnosticParams(document)));
      assertEquals(List.of(), report.getRelatedFullDocumentDiagnosticReport().getItems());
      assertEquals(null, Client.get(client.server.getTextDocumentService().hover(new HoverParams(document, new Position(9, 16)))));
      client.save(uri);
      client.close(uri);
      assertEquals(1, client.pull(client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS)).size());
      assertEquals(List.of(), client.messages);
    }
  }

  @Test void aTabIsOneColumn() throws Exception {
    String text = Peer.LEAKS.replace("    ", "\t\t");
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), text);
      String line = text.lines().toList().get(9);
      assertEquals(new Position(9, line.indexOf("manager.createContext")), client.pull(uri).get(0).getRange().getStart());
      String mended = apply(client, uri, text, "Suppress");
      assertTrue(mended.contains("\t\t@SuppressWarnings(\"SecurityContextLeak\")\n\t\tGSSContext ctx"), mended);
    }
  }

  @Test void aTextMayBeginWithAByteOrderMark() throws Exception {
    modules();
    Path closer = write("src/main/java/com/acme/Closer.java", MARK + Pair.FORGETS);
    Path user = write("src/main/java/com/acme/User.java", MARK + Pair.USER);
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)), "the editor keeps the mark to itself");
      client.change(uri, MARK + Pair.USER);
      Diagnostic leak = client.pull(uri).get(0);
      assertEquals(13, leak.getRange().getStart().getLine());
      assertEquals(List.of("SecurityContextLeak"), rules(List.of(leak)), "the editor sends it");
      Files.writeString(closer, MARK + Pair.CLOSER, StandardCharsets.UTF_8);
      client.change(uri, Pair.USER);
      assertEquals(List.of(), client.pull(uri), "and so do other files");
    }
  }

  @Test void editsBehindSignsOfTwoUnits() throws Exception {
    String text = Peer.LEAKS.replace("    GSSContext ctx", "    /* " + KEY + KEY + " */ GSSContext ctx");
    int column = text.lines().toList().get(9).indexOf("ctx");
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), text);
      assertTrue(client.pull(uri).get(0).getMessage().contains("'ctx'"));
      client.change(uri, List.of(
          new TextDocumentContentChangeEvent(new Range(new Position(9, column), new Position(9, column + 3)), "/*" + KEY + "*/ ctx"),
          new TextDocumentContentChangeEvent(new Range(new Position(9, column + 4), new Position(9, column + 4)), "!"),
          new TextDocumentContentChangeEvent(new Range(new Position(9, 999), new Position(10, 0)), "\r\n")));
      Diagnostic leak = client.pull(uri).get(0);
      assertTrue(leak.getMessage().contains("'ctx'"), leak::getMessage);
      assertEquals(new Position(9, column + ("/*" + KEY + "!*/ ctx = ").length()), leak.getRange().getStart());
    }
  }

  @Test void aSecondOpeningCounts() throws Exception {
    Path file = folder.resolve("com/acme/Peer.java");
    try (Client client = new Client().start()) {
      String uri = client.open(file, Peer.LEAKS);
      assertEquals(1, client.next(uri).size());
      client.open(file, Peer.TIDY);
      assertEquals(List.of(), client.next(uri));
      client.open(file, Peer.LEAKS);
      assertEquals(1, client.pull(uri).size());
    }
  }

  @Test void whatIsNotOpenCannotBeEdited() throws Exception {
    try (Client client = new Client().start()) {
      String uri = folder.resolve("com/acme/Peer.java").toUri().toString();
      client.change(uri, Peer.LEAKS);
      client.save(uri);
      client.close(uri);
      assertEquals(List.of(), client.pull(uri));
    }
  }
}
