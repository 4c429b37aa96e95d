package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.Test;

/** What stands around the documents: settings, folders, class paths, other modules, files that others change. */
class WorkspaceTest extends InFolder {
  private static final String ROWS =
      "api: Acme\nsource: \"Acme 1\"\ncalls:\n  - call: \"com.acme.Closer#end/1\"\n    ends: { of: \"Argument[0]\", kind: gss.ctx }\n";

  private static ClientCapabilities workspace() {
    ClientCapabilities capabilities = new ClientCapabilities();
    capabilities.setWorkspace(new WorkspaceClientCapabilities());
    return capabilities;
  }

  @Test void asksTheClientForItsSettings() throws Exception {
    ClientCapabilities capabilities = workspace();
    capabilities.getWorkspace().setConfiguration(true);
    try (Client client = new Client()) {
      client.settings = JsonParser.parseString("{\"severity\":{\"default\":\"hint\"}}");
      client.start(capabilities, null);
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      while (client.pull(uri).get(0).getSeverity() != DiagnosticSeverity.Hint) {
        client.next(uri);                         // the answer about the settings may come behind the first diagnostics
      }
      client.settings = JsonParser.parseString("{\"severity\":\"off\"}");
      client.server.getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(new Object()));
      while (!client.pull(uri).isEmpty()) {
        client.next(uri);
      }
    }
  }

  @Test void watchesFilesThatOthersChange() throws Exception {
    ClientCapabilities capabilities = workspace();
    capabilities.getWorkspace().setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
    Path user = module();
    try (Client client = new Client().start(capabilities, null)) {
      assertEquals("workspace/didChangeWatchedFiles", Client.await(client.registrations).getRegistrations().get(0).getMethod());
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of(), client.next(uri));
      Path closer = write("src/main/java/com/acme/Closer.java", Pair.FORGETS);
      tell(client, closer, FileChangeType.Changed);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)));
    }
  }

  @Test void judgesOnSaveWithoutAPause() throws Exception {
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), JsonParser.parseString("{\"pauseMillis\":3600000,\"limitSeconds\":600}"));
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)));
      client.change(uri, Peer.TIDY);
      client.save(uri);
      assertEquals(List.of(), client.next(uri));
    }
  }

  @Test void takesFindingsOfARemovedFolderAway() throws Exception {
    module();
    Path closer = folder.resolve("src/main/java/com/acme/Closer.java");
    Path user = folder.resolve("src/main/java/com/acme/User.java");
    try (Client client = new Client().start()) {
      String opened = client.open(closer, Pair.FORGETS);
      client.change(opened, Pair.FORGETS + "\n");
      String uri = user.toUri().toString();
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)), "a dependant that is not open");
      client.server.getWorkspaceService().didChangeWorkspaceFolders(new DidChangeWorkspaceFoldersParams(
          new WorkspaceFoldersChangeEvent(List.of(), List.of(new WorkspaceFolder(folder.toUri().toString(), "acme")))));
      assertEquals(List.of(), client.next(uri));
    }
  }

  @Test void pushesToAClientThatPullsAndCannotBeToldToPullAgain() throws Exception {
    ClientCapabilities capabilities = workspace();
    capabilities.setTextDocument(new TextDocumentClientCapabilities());
    capabilities.getTextDocument().setDiagnostic(new DiagnosticCapabilities());
    Path user = module();
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    try (Client client = new Client()) {
      assertNull(Client.get(client.server.initialize(params)).getCapabilities().getDiagnosticProvider());
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of(), client.next(uri));
      client.open(folder.resolve("src/main/java/com/acme/Closer.java"), Pair.FORGETS);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)), "another file made the difference");
    }
  }

  @Test void tellsAClientThatPullsToPullAgain() throws Exception {
    ClientCapabilities capabilities = workspace();
    capabilities.getWorkspace().setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
    capabilities.setTextDocument(new TextDocumentClientCapabilities());
    capabilities.getTextDocument().setDiagnostic(new DiagnosticCapabilities());
    try (Client client = new Client().start(capabilities, null)) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertTrue(Client.await(client.refreshes));
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
      assertTrue(client.published.isEmpty(), "nothing is pushed to a client that pulls");
    }
  }

  @Test void looksIntoOtherModulesAndGeneratedSources() throws Exception {
    modules("app", "lib");
    Path closer = write("lib/src/main/java/com/acme/Closer.java", Pair.FORGETS);
    Path user = write("app/src/main/java/com/acme/User.java", Pair.USER);
    write("app/target/generated-sources/annotations/com/acme/Made.java", Pair.CLOSER.replace("Closer", "Made"));
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)), "the other module's method releases nothing");
      client.change(uri, Pair.USER.replace("Closer.end", "Made.end"));
      assertEquals(List.of(), rules(client.pull(uri)), "the generated one does");
      client.change(uri, Pair.USER);
      String other = client.open(closer, Pair.CLOSER);
      assertEquals(List.of(), rules(client.pull(other)));
      client.change(uri, Pair.USER + "\n");
      assertEquals(List.of(), rules(client.pull(uri)), "the other module as the editor shows it");
    }
  }

  @Test void judgesWhatDependsOnAFileInOtherModules() throws Exception {
    modules("app", "lib", "tool");
    Path closer = write("lib/src/main/java/com/acme/Closer.java", Pair.CLOSER);
    write("app/src/main/java/com/acme/Middle.java", Pair.CLOSER.replace("class Closer", "class Middle").replace("context.dispose()", "Closer.end(context)"));
    Path user = write("app/src/main/java/com/acme/User.java", Pair.USER.replace("Closer.", "Middle."));
    Path tool = write("tool/src/main/java/com/acme/Tool.java", Pair.USER.replace("class User", "class Tool").replace("Closer.", "Middle."));
    try (Client client = new Client().start()) {
      String uri = client.open(user, Files.readString(user));
      assertEquals(List.of(), client.next(uri));
      String lib = client.open(closer, Pair.CLOSER);
      assertEquals(List.of(), client.next(lib));
      client.change(lib, Pair.FORGETS);
      String unopened = tool.toUri().toString();
      Map<String, List<String>> shown = new TreeMap<>();
      while (!shown.keySet().containsAll(List.of(uri, unopened))) {
        PublishDiagnosticsParams params = Client.await(client.published);
        shown.put(params.getUri(), rules(params.getDiagnostics()));
      }
      assertEquals(List.of("SecurityContextLeak"), shown.get(uri), "an open file of another module, through a file that is not open");
      assertEquals(List.of("SecurityContextLeak"), shown.get(unopened), "a file of a third one");
      client.close(lib);
      assertEquals(List.of(), client.next(uri), "what was saved counts again");
    }
  }

  @Test void asksForHintsAgainWhenAnotherFileChangesThem() throws Exception {
    ClientCapabilities capabilities = workspace();
    capabilities.getWorkspace().setInlayHint(new InlayHintWorkspaceCapabilities(true));
    Path user = module();
    Path closer = folder.resolve("src/main/java/com/acme/Closer.java");
    String passes = Pair.USER.replace("  void greet", "  void shut(GSSContext held) throws GSSException {\n    Closer.end(held);\n  }\n\n  void greet");
    try (Client client = new Client().start(capabilities, null)) {
      client.pull(client.open(user, passes));
      String uri = client.open(closer, Pair.CLOSER);
      client.pull(uri);
      assertTrue(client.hintRefreshes.isEmpty(), "nothing is different yet");
      client.change(uri, Pair.FORGETS);
      assertTrue(Client.await(client.hintRefreshes));
    }
  }

  @Test void readsAModelAgainThatSomebodyElseChanged() throws Exception {
    Path model = write("acme.yaml", ROWS);
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("models", model));
      client.open(folder.resolve("src/Closer.java"), Pair.FORGETS);
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of(), client.pull(uri));
      Files.writeString(model, ROWS.replace("#end/1", "#other/1"));
      tell(client, model, FileChangeType.Changed);
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
    }
  }

  @Test void endsWithTheEditorThatStartedIt() throws Exception {
    Process editor = new ProcessBuilder("sleep", "600").start();
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setProcessId((int) editor.pid());
    try (Client client = new Client()) {
      Client.get(client.server.initialize(params));
      assertFalse(client.isOver());
      editor.destroyForcibly().waitFor();
      assertEquals(1, client.exitCode());
    } finally {
      editor.destroyForcibly();
    }
  }

  @Test void leavesOutAFileThatBreaksTheCompiler() throws Exception {
    Path user = module();
    String hostile = Peer.LEAKS.replace("class Peer {", "class Deep {\n  int deep = " + "1 + (".repeat(300_000) + "1" + ")".repeat(300_000) + ";");
    Path deep = write("src/main/java/com/acme/Deep.java", hostile);
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER.replace("Closer.end(ctx);", ""));
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
      List<Diagnostic> shown = client.pull(client.open(deep, hostile));
      assertTrue(shown.stream().anyMatch(d -> d.getMessage().startsWith("the compiler gave up on")), shown::toString);
      List<Diagnostic> alone = client.pull(client.open(folder.resolve("loose/com/acme/Deep.java"), hostile));
      assertTrue(alone.stream().anyMatch(d -> d.getMessage().startsWith("the compiler gave up on")), alone::toString);
    }
  }

  @Test void saysNothingOfTheLastFileThatIsClosed() throws Exception {
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertEquals(1, client.next(uri).size());
      client.close(uri);
      assertEquals(List.of(), client.next(uri));
    }
  }

  @Test void usesTheModelsOfTheSettingsAsTheEditorShowsThem() throws Exception {
    Path model = write("acme.yaml", ROWS);
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("models", model));
      String closer = client.open(folder.resolve("src/Closer.java"), Pair.FORGETS);
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of(), client.pull(closer));
      assertEquals(List.of(), rules(client.pull(uri)), "the row says that it is released");
      String opened = client.open(model, ROWS);
      client.change(opened, ROWS.replace("#end/1", "#other/1"));
      while (client.pull(uri).isEmpty()) {
        client.next(uri);
      }
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
    }
  }

  @Test void namesSettingsThatNobodyKnows() throws Exception {
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), JsonParser.parseString("{\"relinquish\":{\"serverity\":\"hint\",\"command\":[\"relinquish\",\"lsp\"]}}"));
      client.pull(client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS));
      assertEquals("Relinquish: there is no setting 'serverity'; did you mean 'severity'?", Client.await(client.alarms).getMessage());
      client.configure("{\"java\":{\"home\":\"/x\"}}");
      client.pull(client.open(folder.resolve("com/acme/Other.java"), Peer.LEAKS));
      assertTrue(client.alarms.isEmpty(), "settings of others are nobody's mistake");
    }
  }

  @Test void keepsWhatWasSaidFirstWhereTheClientHasNoSettings() throws Exception {
    ClientCapabilities capabilities = workspace();
    for (boolean isAsked : List.of(true, false)) {
      capabilities.getWorkspace().setConfiguration(isAsked);
      try (Client client = new Client()) {
        client.start(capabilities, JsonParser.parseString("{\"severity\":\"hint\"}"));
        client.configure("null");
        String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
        assertEquals(DiagnosticSeverity.Hint, client.next(uri).get(0).getSeverity());
        client.change(uri, Peer.LEAKS + "\n");
        assertEquals(DiagnosticSeverity.Hint, client.pull(uri).get(0).getSeverity());
      }
    }
  }

  @Test void findsRelativePathsOfSettingsInTheFolderOfTheWorkspace() throws Exception {
    write("rows/acme.yaml", ROWS);
    Path user = write("src/User.java", Pair.USER);
    InitializeParams params = new InitializeParams();
    params.setCapabilities(new ClientCapabilities());
    params.setInitializationOptions(JsonParser.parseString("{\"models\":[\"rows/acme.yaml\"]}"));
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "acme")));
    try (Client client = new Client()) {
      Client.get(client.server.initialize(params));
      client.open(folder.resolve("src/Closer.java"), Pair.FORGETS);
      assertEquals(List.of(), client.pull(client.open(user, Pair.USER)), "the row says that it is released");
      assertTrue(client.alarms.isEmpty(), client.alarms::toString);
    }
  }

  @Test void tellsWhatIsWrongWithTheSettings() throws Exception {
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), JsonParser.parseString("{\"packs\":[\"hadop\"]}"));
      client.pull(client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS));
      String told = Client.await(client.alarms).getMessage();
      assertTrue(told.contains("there is no pack 'hadop'"), told);
    }
  }
}
