package io.github.relinquish.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.Severity;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedProtocolsTest {
  private static final int MOST_MILLISECONDS = 2_000;
  private static final Pattern PORT = Pattern.compile("Argument\\[(\\d+)]");

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

  @Test void thePackedFormIsTheYaml() throws IOException {
    List<ProtocolFile> files = ShippedProtocols.filesFromYaml();
    byte[] packed = PackedWriter.pack(files, 7);
    assertEquals(files, PackedReader.read(new DataInputStream(new ByteArrayInputStream(packed)), 7).orElseThrow());
    assertEquals(Optional.empty(), PackedReader.read(new DataInputStream(new ByteArrayInputStream(packed)), 8));
    assertEquals(Optional.of(files), ShippedProtocols.packed(), "the build packs the files");
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

  @Test void everyPortFitsItsCall() {
    for (ProtocolFile file : everything()) {
      for (Row row : file.rows()) {
        for (Effect effect : row.effects()) {
          int highest = PORT.matcher(EffectWriter.text(effect)).results().mapToInt(m -> Integer.parseInt(m.group(1))).max().orElse(-1);
          assertTrue(row.call().arity() < 0 || highest < row.call().arity(), row.toString());
        }
      }
    }
  }

  @Test void everyKindCanBeginAndEnd() {
    List<Effect> effects = everything().stream().flatMap(file -> file.rows().stream()).flatMap(row -> row.effects().stream()).toList();
    for (Kind kind : ShippedProtocols.together(everything()).kinds()) {
      assertTrue(effects.stream().anyMatch(e -> e instanceof Effect.Begin begin && begin.kind().equals(kind.name())), kind.name());
      assertTrue(kind.leak() == Severity.NONE
          || effects.stream().anyMatch(e -> e instanceof Effect.Release release && release.kinds().contains(kind.name())), kind.name());
      assertTrue(kind.release().contains("{}") || kind.isThreadBound(), kind.name());
      assertFalse(kind.source().isBlank(), kind.name());
    }
  }

  @Test void everyYamlFileIsInTheIndex() throws IOException, URISyntaxException {
    Path folder = Path.of(ShippedProtocols.class.getResource("/io/github/relinquish/core/protocols/index.txt").toURI()).getParent();
    List<String> index = Files.readAllLines(folder.resolve("index.txt"));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(index.stream().sorted().toList(), files.filter(f -> f.toString().endsWith(".yaml"))
          .map(f -> folder.relativize(f).toString().replace('\\', '/')).sorted().toList());
    }
  }
}
