package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.relinquish.tools.run.BuildToolClassPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What editors, file systems and people do that no protocol speaks of. */
class RoughUseTest extends InFolder {
  @Test void aFileIsDeletedWhileItIsOpen() throws Exception {
    write("pom.xml", "<project/>");
    Path file = write("src/main/java/com/acme/Peer.java", Peer.LEAKS);
    try (Client client = new Client().start()) {
      String uri = client.open(file, Peer.LEAKS);
      assertEquals(1, client.next(uri).size());
      Files.delete(file);
      tell(client, file, FileChangeType.Deleted);
      assertEquals(1, client.pull(uri).size(), "the editor still shows it");
      client.close(uri);
      assertEquals(List.of(), client.next(uri));
    }
  }

  @Test void aFileIsRenamed() throws Exception {
    write("pom.xml", "<project/>");
    Path old = write("src/main/java/com/acme/Closer.java", Pair.FORGETS);
    Path user = write("src/main/java/com/acme/User.java", Pair.USER);
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)));
      String before = client.open(old, Pair.FORGETS);
      client.pull(before);
      Path renamed = Files.move(old, old.resolveSibling("Ender.java"));
      String text = Pair.FORGETS.replace("Closer", "Ender");
      client.close(before);
      String after = client.open(renamed, text);
      tell(client, old, FileChangeType.Deleted);
      tell(client, renamed, FileChangeType.Created);
      client.change(uri, Pair.USER.replace("Closer", "Ender"));
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
      client.change(after, Pair.CLOSER.replace("Closer", "Ender"));
      assertEquals(List.of(), rules(client.pull(uri)));
    }
  }

  @Test void aFileIsClosedAndOpenedAgain() throws Exception {
    write("pom.xml", "<project/>");
    Path file = write("src/main/java/com/acme/Peer.java", Peer.TIDY);
    try (Client client = new Client().start()) {
      String uri = client.open(file, Peer.LEAKS);
      assertEquals(1, client.next(uri).size(), "what the editor shows, not what was saved");
      client.close(uri);
      assertEquals(List.of(), client.next(uri), "what was saved");
      client.open(file, Peer.LEAKS);
      assertEquals(1, client.next(uri).size());
      client.change(uri, Peer.TIDY);
      assertEquals(List.of(), client.next(uri));
    }
  }

  @Test void theBuildFileIsBroken() throws Exception {
    write("pom.xml", "<project><depend");
    Path file = write("src/main/java/com/acme/Peer.java", Peer.LEAKS);
    try (Client client = new Client(new Server(Judging.inProcess(), null)).start()) {
      String uri = client.open(file, Peer.LEAKS);
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
      String told = Client.await(client.alarms).getMessage();
      assertTrue(told.contains("Maven") && !told.contains("--classpath"), told);
    }
  }

  @Test void aLibraryIsMissing() throws Exception {
    write("pom.xml", "<project/>");
    String text = Peer.LEAKS.replace("class Peer {", "class Peer {\n  void login(GSSManager manager, GSSName name) throws GSSException {\n"
        + "    GSSContext one = manager.createContext(name, null, null, 0);\n    org.missing.Api.INSTANCE.dispose(new org.missing.Thing(one), 1);\n  }\n");
    String other = text.replace("class Peer", "class Other").replace("login", "enter");
    Path file = write("src/main/java/com/acme/Peer.java", text);
    write("src/main/java/com/acme/Other.java", other);
    try (Client client = new Client().start()) {
      List<Diagnostic> shown = client.pull(client.open(file, text));
      assertEquals(1, rules(shown).stream().filter("SecurityContextLeak"::equals).count());
      assertEquals(List.of("not judged, because something in it is unknown to the compiler: login"),
          shown.stream().filter(d -> d.getCode().getLeft().equals("NotJudged")).map(Diagnostic::getMessage).toList());
    }
  }

  @Test void theClassPathLeadsNowhere() throws Exception {
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), JsonParser.parseString("{\"classPath\":[\"/nowhere/lib.jar\"],\"models\":[\"/nowhere/rows.yaml\"]}"));
      String uri = client.open(folder.resolve("com/acme/Peer.java"), Peer.LEAKS);
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
      String told = Client.await(client.alarms).getMessage() + Client.await(client.alarms).getMessage();
      assertTrue(told.contains("/nowhere/lib.jar"), told);
      assertTrue(told.contains("/nowhere/rows.yaml"), told);
    }
  }

  @Test void twoFoldersHaveTheSameClasses() throws Exception {
    List<String> uris = new ArrayList<>();
    try (Client client = new Client().start()) {
      for (String project : List.of("one", "two")) {
        write(project + "/pom.xml", "<project/>");
        String closer = project.equals("one") ? Pair.FORGETS : Pair.CLOSER;
        client.open(write(project + "/src/main/java/com/acme/Closer.java", closer), closer);
        uris.add(client.open(write(project + "/src/main/java/com/acme/User.java", Pair.USER), Pair.USER));
      }
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uris.get(0))));
      assertEquals(List.of(), rules(client.pull(uris.get(1))));
      String loose = client.open(folder.resolve("three/com/acme/Peer.java"), Peer.LEAKS);
      String other = client.open(folder.resolve("four/com/acme/Peer.java"), Peer.TIDY);
      assertEquals(1, client.pull(loose).size());
      assertEquals(0, client.pull(other).size());
    }
  }

  @Test void linesEndAsOnWindows() throws Exception {
    String text = Peer.LEAKS.replace("\n", "\r\n");
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), text);
      Diagnostic leak = client.pull(uri).get(0);
      assertEquals(new Position(9, 21), leak.getRange().getStart());
      assertTrue(leak.getRelatedInformation().stream().anyMatch(step -> step.getLocation().getRange().getStart().getLine() == 10));
      for (String title : List.of("Release", "Suppress")) {
        String mended = apply(client, uri, text, title);
        assertFalse(mended.replace("\r\n", "").contains("\n"), "all lines end the same: " + title);
        client.change(uri, mended);
        assertEquals(List.of(), client.pull(uri), mended);
        client.change(uri, text);
      }
    }
  }

  @Test void columnsCountAsInUtf16() throws Exception {
    String text = Peer.LEAKS.replace("    GSSContext ctx", "    /* \uD83D\uDD11\u00e4 */ GSSContext ctx").replace("class Peer", "/** \uD83D\uDD11\uD83D\uDD11 */\nclass Peer");
    try (Client client = new Client().start()) {
      Path file = folder.resolve("com/acm\u00e9 \uD83D\uDD11/Peer.java");
      String uri = client.open(file, text);
      Diagnostic leak = client.pull(uri).get(0);
      String line = text.lines().toList().get(10);
      assertEquals(new Position(10, line.indexOf("manager.createContext")), leak.getRange().getStart());
      assertEquals(uri, leak.getRelatedInformation().get(0).getLocation().getUri());
      String mended = apply(client, uri, text, "Release");
      assertTrue(mended.contains("/* \uD83D\uDD11\u00e4 */ GSSContext ctx = manager"), mended);
      client.change(uri, mended);
      assertEquals(List.of(), client.pull(uri), mended);
    }
  }

  @Test void aFileIsVeryLong() throws Exception {
    StringBuilder more = new StringBuilder("class Peer {\n");
    for (int i = 0; i < 5000; i++) {
      more.append("  int plus").append(i).append("(int a) {\n    return a + ").append(i).append(";\n  }\n\n");
    }
    String text = Peer.LEAKS.replace("class Peer {\n", more);
    try (Client client = new Client().start()) {
      String uri = client.open(folder.resolve("com/acme/Peer.java"), text);
      assertEquals(List.of(20_009), client.pull(uri).stream().map(d -> d.getRange().getStart().getLine()).toList());
    }
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {"int deep = 1,` + 1`,;", "boolean deep =,` !`,true;", "int deep(int a) {,`if (a == 1) return 2; else `,return a; }",
      "String deep = \"\",.trim(),;", "Object deep =,` (Object)`,null;", "Runnable deep = () ->,` { Runnable r = () -> `,{ };"})
  void codeIsDeepWithoutBrackets(String before, String piece, String after) throws Exception {
    Path user = module();
    String hostile = Peer.LEAKS.replace("class Peer {", "class Deep {\n  " + before + piece.repeat(1500) + after);
    Path deep = write("src/main/java/com/acme/Deep.java", hostile);
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER.replace("Closer.end(ctx);", ""));
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
      List<String> shown = rules(client.pull(client.open(deep, hostile)));
      assertTrue(List.of(List.of("NotJudged"), List.of("SecurityContextLeak")).contains(shown), shown::toString);
      client.change(uri, Pair.USER);
      assertEquals(List.of(), client.pull(uri), "as before");
      client.change(uri, Pair.USER.replace("Closer.end(ctx);", ""));
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
    }
  }

  @Test void aBuildLeavesGeneratedSourcesBehindLater() throws Exception {
    modules();
    Path user = write("src/main/java/com/acme/User.java", Pair.USER);
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("NotJudged"), rules(client.pull(uri)), "nobody knows yet what Closer is");
      write("target/generated-sources/annotations/com/acme/Closer.java", Pair.CLOSER);
      client.change(uri, Pair.USER + "\n");
      assertEquals(List.of(), client.pull(uri));
    }
  }

  @Test void aFolderOfTestsComesLater() throws Exception {
    Path user = module();
    String text = Pair.USER.replace("class User", "class UserTest");
    try (Client client = new Client().start()) {
      client.pull(client.open(user, Pair.USER));
      Path test = write("src/test/java/com/acme/UserTest.java", text);
      tell(client, test, FileChangeType.Created);
      assertEquals(List.of(), rules(client.pull(client.open(test, text))), "it sees the module's Closer");
    }
  }

  @Test void aModuleHasSourcesOfAnotherKind() throws Exception {
    module();
    String text = Pair.USER.replace("class User", "class UserIT");
    Path test = write("src/integrationTest/java/com/acme/UserIT.java", text);
    try (Client client = new Client().start()) {
      assertEquals(List.of(), rules(client.pull(client.open(test, text))), "it sees the module's Closer");
    }
  }

  @Test void aModuleKeepsItsSourcesElsewhere() throws Exception {
    module();
    Path source = write("code/com/acme/User.java", Pair.USER);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<List<Path>> seen = Collections.synchronizedList(new ArrayList<>());
    Judging real = Judging.inProcess();
    Server server = new Server((sources, rules, files, canceled, sink) -> {
      seen.add(sources.classPath());
      real.judge(sources, rules, files, canceled, sink);
    }, project -> new BuildToolClassPath.Found(List.of(classes), List.of()));
    try (Client client = new Client(server).start()) {
      String uri = client.open(source, Pair.USER);
      assertEquals(List.of(), client.next(uri), "it sees the module's Closer");
      while (!seen.contains(List.of(classes))) {
        client.change(uri, Pair.USER + " ".repeat(seen.size()));  // the build may answer behind the first run
        client.pull(uri);
      }
    }
  }

  @Test void aModuleIsAddedToTheBuild() throws Exception {
    modules("app");
    Path user = write("app/src/main/java/com/acme/User.java", Pair.USER);
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("NotJudged"), rules(client.next(uri)));
      write("lib/src/main/java/com/acme/Closer.java", Pair.CLOSER);
      Path pom = write("lib/pom.xml", "<project/>");
      tell(client, pom, FileChangeType.Created);
      assertEquals(List.of(), client.next(uri));
    }
  }

  @Test void aFolderIsDeletedWithFilesThatWereNotOpen() throws Exception {
    Path user = module();
    Path closer = folder.resolve("src/main/java/com/acme/Closer.java");
    try (Client client = new Client().start()) {
      String uri = client.open(closer, Pair.CLOSER);
      client.change(uri, Pair.FORGETS);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(user.toUri().toString())));
      Files.delete(user);
      tell(client, user, FileChangeType.Deleted);
      assertEquals(List.of(), client.next(user.toUri().toString()));
    }
  }

  @Test void theClassPathOfTheSettingsChangesWhileAFileIsOpen() throws Exception {
    Path classes = folder.resolve("classes");
    compile(classes, "lib/Closer.java", Pair.CLOSER);
    try (Client client = new Client().start()) {
      String uri = client.open(write("src/com/acme/User.java", Pair.USER), Pair.USER);
      assertEquals(List.of("NotJudged"), rules(client.next(uri)));
      client.configure(settings("classPath", classes).toString());
      assertEquals(List.of(), client.next(uri));
      client.configure("{}");
      assertEquals(List.of("NotJudged"), rules(client.next(uri)));
    }
  }

  @Test void aWorkspaceFolderGoesAndComesBackWhileItsFileStaysOpen() throws Exception {
    Path user = module();
    write("src/main/java/com/acme/Closer.java", Pair.FORGETS);
    WorkspaceFolder itself = new WorkspaceFolder(folder.toUri().toString(), "acme");
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER);
      assertEquals(1, client.pull(uri).size());
      client.server.getWorkspaceService().didChangeWorkspaceFolders(
          new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(List.of(), List.of(itself))));
      assertEquals(1, client.pull(uri).size(), "the editor still shows it");
      write("src/main/java/com/acme/Closer.java", Pair.CLOSER);
      client.server.getWorkspaceService().didChangeWorkspaceFolders(
          new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(List.of(itself), List.of())));
      assertEquals(List.of(), client.pull(uri), "as it is now");
    }
  }

  @Test void somebodyTypesFasterThanAnyAnswer() throws Exception {
    Path user = module();
    try (Client client = new Client().start()) {
      String uri = client.open(user, Pair.USER);
      for (int i = 0; i < 300; i++) {
        String text = i % 3 == 0 ? Pair.USER.substring(0, Pair.USER.length() - i) : Pair.USER.replace("Closer.end(ctx);", "Closer.e" + i);
        client.change(uri, text);
        if (i % 10 == 0) {
          client.server.getTextDocumentService().hover(new HoverParams(new TextDocumentIdentifier(uri), new Position(14, 16))).cancel(true);
        }
        if (i % 50 == 0) {
          client.close(uri);
          client.open(user, text);
        }
      }
      client.change(uri, Pair.USER.replace("Closer.end(ctx);", ""));
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
      client.change(uri, Pair.USER);
      assertEquals(List.of(), client.pull(uri));
      assertTrue(client.messages.isEmpty(), client.messages::toString);
    }
  }
}
