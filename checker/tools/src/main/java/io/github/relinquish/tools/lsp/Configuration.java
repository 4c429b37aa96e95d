package io.github.relinquish.tools.lsp;

import io.github.relinquish.core.data.ProtocolFile;
import io.github.relinquish.core.data.ProtocolReader;
import io.github.relinquish.core.data.ShippedProtocols;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.tools.lsp.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings in force and the rows that they name. */
final class Configuration {
  private final Buffers buffers;
  private final List<ProtocolFile> shipped = ShippedProtocols.files();
  private ClientSettings settings = ClientSettings.DEFAULT;
  private Optional<Compilation.Rules> rules = Optional.empty();

  Configuration(Buffers buffers) {
    this.buffers = buffers;
  }

  synchronized ClientSettings settings() {
    return settings;
  }

  synchronized void set(ClientSettings next) {
    settings = next;
    rules = Optional.empty();
  }

  /** A model file may have changed. */
  synchronized void modelsChanged() {
    rules = Optional.empty();
  }

  synchronized Compilation.Rules rules() {
    if (rules.isEmpty()) {
      List<ProtocolFile> files = new ArrayList<>(shipped);
      List<Kind> kinds = new ArrayList<>(shippedKinds());
      for (Path model : settings.models()) {
        read(model).ifPresent(text -> {
          ProtocolFile file = new ProtocolReader(kinds).read(model.toString(), text);
          files.add(file);
          kinds.addAll(file.kinds());
        });
      }
      Protocols protocols = ShippedProtocols.together(files);
      rules = Optional.of(new Compilation.Rules(protocols, settings.isStrict(), settings.least()));
    }
    return rules.get();
  }

  /** Kinds of the files that always apply. */
  List<Kind> shippedKinds() {
    return shipped.stream().flatMap(file -> file.kinds().stream()).toList();
  }

  private Optional<String> read(Path model) {
    Optional<Buffers.Buffer> open = buffers.at(model);
    if (open.isPresent()) {
      return open.map(Buffers.Buffer::text);
    }
    try {
      return Optional.of(new String(Files.readAllBytes(model), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();                    // the settings name a file that is not there yet
    }
  }
}
