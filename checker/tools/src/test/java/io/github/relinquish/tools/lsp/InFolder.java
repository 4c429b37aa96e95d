package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.io.TempDir;

/** A folder of the test's own with sources in it, and what most tests do there. */
abstract class InFolder {
  @TempDir Path folder;

  Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  /** Folders that are modules of one build. */
  void modules(String... names) throws IOException {
    write("pom.xml", "<project/>");
    for (String name : names) {
      write(name + "/pom.xml", "<project/>");
    }
  }

  /** One module with the two sources of {@link Pair}; answers where the user is. */
  Path module() throws IOException {
    modules();
    write("src/main/java/com/acme/Closer.java", Pair.CLOSER);
    return write("src/main/java/com/acme/User.java", Pair.USER);
  }

  /** Compiles one source, written to a file of that name below the folder. */
  void compile(Path classes, String file, String text) throws IOException {
    Files.createDirectories(classes);
    String source = write(file, text).toString();
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source));
  }

  /** Settings that name one entry in a list. */
  static JsonObject settings(String list, Path entry) {
    JsonArray entries = new JsonArray();
    entries.add(entry.toString());
    JsonObject settings = new JsonObject();
    settings.add(list, entries);
    return settings;
  }

  static List<String> rules(List<Diagnostic> shown) {
    return shown.stream().map(d -> d.getCode().getLeft()).toList();
  }

  /** What somebody else did to a file, as the editor tells the server. */
  static void tell(Client client, Path file, FileChangeType what) {
    client.server.getWorkspaceService().didChangeWatchedFiles(
        new DidChangeWatchedFilesParams(List.of(new FileEvent(file.toUri().toString(), what))));
  }

  /** The text behind the first action for the first finding whose title starts so. */
  static String apply(Client client, String uri, String text, String title) {
    List<Diagnostic> shown = client.pull(uri);
    CodeActionParams params = new CodeActionParams(new TextDocumentIdentifier(uri), shown.get(0).getRange(), new CodeActionContext(shown));
    CodeAction action = Client.get(client.server.getTextDocumentService().codeAction(params)).stream().map(Either::getRight)
        .filter(a -> a.getTitle().startsWith(title)).findFirst().orElseThrow();
    Lines lines = new Lines(text);
    List<TextEdit> edits = new ArrayList<>(action.getEdit().getChanges().get(uri));
    edits.sort(Comparator.comparing((TextEdit e) -> lines.offset(e.getRange().getStart())).reversed());
    String changed = text;
    for (TextEdit edit : edits) {
      changed = changed.substring(0, lines.offset(edit.getRange().getStart())) + edit.getNewText()
          + changed.substring(lines.offset(edit.getRange().getEnd()));
    }
    return changed;
  }
}
