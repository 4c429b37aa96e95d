package io.github.relinquish.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedProtocolsTest {
  private static final int MOST_MILLISECONDS = 2_000;

  /** All files, packs included. */
  static List<ProtocolFile> everything() {
    List<ProtocolFile> files = new ArrayList<>(ShippedProtocols.files());
    List<Kind> kinds = ShippedProtocols.together(files).kinds();
    ShippedProtocols.packs().forEach(pack -> files.add(ShippedProtocols.pack(pack, kinds)));
    return files;
  }

  @Test void loadsInTimeForEveryCompilation() {
    long start = System.nanoTime();
    Protocols protocols = ShippedProtocols.load();
    long cold = (System.nanoTime() - start) / 1_000_000;
    System.out.println("shipped protocols: " + protocols.kinds().size() + " kinds, " + protocols.rows().size() + " rows, first load "
        + cold + " ms");
    assertTrue(cold < MOST_MILLISECONDS, "even a loaded machine reads them faster than " + cold + " ms");
  }

  @Test void everyFileIsSound() {
    for (ProtocolFile file : everything()) {
      assertEquals(List.of(), file.problems(), file.name());
      assertFalse(file.rows().isEmpty(), file.name());
      assertFalse(file.api().isBlank(), file.name());
    }
  }

  @Test void everyRowSaysWhereItWasRead() {
    for (ProtocolFile file : everything()) {
      for (Row row : file.rows()) {
        assertFalse(row.source().isBlank(), row.toString());
        assertFalse(row.effects().isEmpty(), row.toString());
      }
    }
  }
}
