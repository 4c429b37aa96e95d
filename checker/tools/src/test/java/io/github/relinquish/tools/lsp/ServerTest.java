package io.github.relinquish.tools.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ends in one process over pipes. */
class ServerTest {
  @TempDir Path folder;

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
}
