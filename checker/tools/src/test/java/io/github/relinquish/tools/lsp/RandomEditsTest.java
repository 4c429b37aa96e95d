package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.tools.javac.SourceRun;
import io.github.relinquish.tools.lsp.compile.Canceled;
import io.github.relinquish.tools.lsp.compile.Compilation;
import io.github.relinquish.tools.lsp.compile.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a text came about, the answer is that of a fresh run. {@code -Drelinquish.edits=1000 -Drelinquish.compare=1} makes it long: a thousand
 * edits, each followed by a comparison of all files; {@code -Drelinquish.seed} makes it another.
 */
class RandomEditsTest {
  private static final List<String> PIECES = List.of("ctx.dispose();\n", "return;\n", "if (in == null) {\n", "}\n", "", "x",
      "try {\n", "} finally {\n", "GSSContext two = open(manager, name);\n", "throw new IllegalStateException();\n", ";", "\n");
  private static final Range ALL = new Range(new Position(0, 0), new Position(9999, 0));
  @TempDir Path folder;

  @Test void endsWhereAFreshRunEnds() throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Path sources = Files.createDirectories(folder.resolve("src/main/java/com/acme"));
    Map<Path, String> texts = new TreeMap<>();
    texts.put(sources.resolve("Closer.java"), Pair.CLOSER);
    texts.put(sources.resolve("User.java"), Pair.USER);
    texts.put(sources.resolve("Peer.java"), Peer.LEAKS);
    for (Map.Entry<Path, String> file : texts.entrySet()) {
      Files.writeString(file.getKey(), file.getValue());
    }
    long seed = Long.getLong("relinquish.seed", 7);
    Random random = new Random(seed);
    List<Path> files = List.copyOf(texts.keySet());
    Map<Path, String> originals = Map.copyOf(texts);
    try (Client client = new Client().start()) {
      Map<Path, String> uris = new TreeMap<>();
      texts.forEach((file, text) -> uris.put(file, client.open(file, text)));
      int edits = Integer.getInteger("relinquish.edits", 30);
      int every = Integer.getInteger("relinquish.compare", 5);
      for (int i = 1; i <= edits; i++) {
        Path file = files.get(random.nextInt(files.size()));
        edit(client, random, file, uris.get(file), texts, originals);
        if (i % every == 0) {
          compare(client, uris, texts, seed, i);
        }
      }
    }
  }

  private static void edit(Client client, Random random, Path file, String uri, Map<Path, String> texts, Map<Path, String> originals) {
    String old = texts.get(file);
    if (random.nextInt(6) == 0) {
      texts.put(file, originals.get(file));
      client.change(uri, originals.get(file));
      return;
    }
    Lines lines = new Lines(old);
    int from = random.nextInt(old.length() + 1);
    int to = Math.min(old.length(), from + (random.nextBoolean() ? 0 : random.nextInt(30)));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    Position start = lines.position(from);
    Position end = lines.position(to);
    texts.put(file, old.substring(0, from) + piece + old.substring(to));
    client.change(uri, List.of(new TextDocumentContentChangeEvent(new Range(start, end), piece)));
  }

  private static void compare(Client client, Map<Path, String> uris, Map<Path, String> texts, long seed, int edit) throws Exception {
    Compilation fresh = Compilation.of(new Sources(texts, List.of(), Map.of(), List.of(), List.of()),
        new Configuration(new Buffers()).rules(List.of()), SourceRun.newFileManager(), Canceled.NEVER);
    Buffers shownTexts = new Buffers();
    uris.forEach((file, uri) -> shownTexts.open(uri, file, "java", 1, texts.get(file)));
    for (Map.Entry<Path, String> file : uris.entrySet()) {
      Judged judged = new Judged(file.getKey(), texts.get(file.getKey()), 1, fresh.answerFor(file.getKey(), Canceled.NEVER));
      String where = "seed " + seed + ", edit " + edit + ", " + file.getKey() + "\n" + judged.text();
      assertEquals(findings(judged), findings(client.pull(file.getValue())), where);
      TextDocumentIdentifier document = new TextDocumentIdentifier(file.getValue());
      assertEquals(texts(new Hints().inlays(judged, ALL)),
          texts(Client.get(client.server.getTextDocumentService().inlayHint(new InlayHintParams(document, ALL)))), where);
      CodeActionParams params = new CodeActionParams(document, ALL, new CodeActionContext(List.of()));
      assertEquals(edits(new CodeActions(new Diagnostics(shownTexts), new Configuration(shownTexts)).of(judged, params, shownTexts)),
          edits(Client.get(client.server.getTextDocumentService().codeAction(params))), where);
    }
  }

  private static List<String> findings(Judged judged) {
    Lines lines = new Lines(judged.text());
    return judged.answer().findings().stream().map(f -> lines.range(f.site().start(), f.site().end()) + f.message()).toList();
  }

  /** What could not be judged is told of the file at which it was first met, and that is a matter of order. */
  private static List<String> findings(List<Diagnostic> shown) {
    return shown.stream().filter(d -> RuleId.ofTitle(d.getCode().getLeft()).isPresent()).map(d -> d.getRange() + d.getMessage()).toList();
  }

  private static List<String> texts(List<InlayHint> hints) {
    return hints.stream().map(hint -> hint.getPosition() + hint.getLabel().getLeft()).toList();
  }

  private static List<String> edits(List<Either<Command, CodeAction>> actions) {
    return actions.stream().map(action -> action.getRight().getTitle() + action.getRight().getEdit()).toList();
  }
}
