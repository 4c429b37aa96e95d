package io.github.relinquish.plugin.session;

import io.github.relinquish.core.data.ProtocolFile;
import io.github.relinquish.core.data.ProtocolReader;
import io.github.relinquish.core.data.ShippedProtocols;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a run: those shipped, the packs asked for, and the user's files, the later ones stronger.
 *
 * @param protocols all of them
 * @param problems what is wrong with the user's files and packs, a sentence each
 */
public record RowsInForce(Protocols protocols, List<String> problems) {
  public RowsInForce {
    problems = List.copyOf(problems);
  }

  /** Reads what the settings name. */
  public static RowsInForce of(Settings settings) {
    if (settings.packs().isEmpty() && settings.models().isEmpty()) {
      return new RowsInForce(ShippedProtocols.load(), List.of());
    }
    List<ProtocolFile> files = new ArrayList<>(ShippedProtocols.files());
    List<Kind> kinds = new ArrayList<>();
    files.forEach(file -> kinds.addAll(file.kinds()));
    List<String> problems = new ArrayList<>();
    for (String pack : settings.packs()) {
      if (ShippedProtocols.packs().contains(pack)) {
        add(ShippedProtocols.pack(pack, kinds), files, kinds, problems);
      } else {
        problems.add("there is no pack '" + pack + "'; there are " + String.join(", ", ShippedProtocols.packs()));
      }
    }
    for (String model : settings.models()) {
      try {
        add(new ProtocolReader(kinds).read(model, Files.readString(Path.of(model), StandardCharsets.UTF_8)), files, kinds, problems);
      } catch (IOException | InvalidPathException e) {
        problems.add("the rows in " + model + " cannot be read: " + e);
      }
    }
    return new RowsInForce(ShippedProtocols.together(files), problems);
  }

  private static void add(ProtocolFile file, List<ProtocolFile> files, List<Kind> kinds, List<String> problems) {
    files.add(file);
    kinds.addAll(file.kinds());
    file.problems().forEach(problem -> problems.add(problem.toString()));
  }
}
