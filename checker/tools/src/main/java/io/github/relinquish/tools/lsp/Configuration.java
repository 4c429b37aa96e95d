package io.github.relinquish.tools.lsp;

import io.github.relinquish.core.data.ModelText;
import io.github.relinquish.core.data.ProtocolFile;
import io.github.relinquish.core.data.ShippedProtocols;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.plugin.session.RowsInForce;
import io.github.relinquish.plugin.session.Settings;
import io.github.relinquish.tools.javac.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The settings in force and the rows that they name. */
final class Configuration {
  private final Buffers buffers;
  private final List<ProtocolFile> shipped = ShippedProtocols.files();
  private ClientSettings settings = ClientSettings.DEFAULT;
  private Path folder = Path.of("");
  private Optional<Known> known = Optional.empty();
  private List<String> untold = List.of();

  /** Reading rows costs more than most edits do. */
  private record Known(List<String> stamps, Rules rules, Set<String> vocabulary) {}

  Configuration(Buffers buffers) {
    this.buffers = buffers;
  }

  synchronized ClientSettings settings() {
    return settings;
  }

  /** Where relative paths in settings start. */
  synchronized void startFrom(Path root) {
    folder = root;
  }

  /**
   * What the client says counts from now on.
   *
   * @return whether that is something new
   */
  synchronized boolean set(Object said) {
    ClientSettings next = ClientSettings.of(said, folder);
    if (settings.equals(next)) {
      return false;
    }
    settings = next;
    known = Optional.empty();
    return true;
  }

  /** A model file, or what lies on the class path, may have changed. */
  synchronized void modelsChanged() {
    known = Optional.empty();
  }

  /** What counts in a module with that class path. */
  synchronized Rules rules(List<Path> classPath) {
    return known(classPath).rules();
  }

  /** The words by which the tracked API is known there. */
  synchronized Set<String> vocabulary(List<Path> classPath) {
    return known(classPath).vocabulary();
  }

  private Known known(List<Path> classPath) {
    List<String> stamps = new ArrayList<>(Stamps.of(classPath));
    stamps.addAll(Stamps.of(settings.models()));
    if (known.isEmpty() || !known.get().stamps().equals(stamps)) {
      Settings options = settings.options();
      Rules rules = new Rules(options, RowsInForce.of(options, classPath, this::read));
      known = Optional.of(new Known(stamps, rules, Vocabulary.of(rules.rows().protocols())));
      untold = Stream.of(settings.problems(), missing(), options.problems(), rules.rows().problems(), rules.rows().warnings()).flatMap(List::stream).toList();
    }
    return known.get();
  }

  private List<String> missing() {
    return settings.classPath().stream().filter(entry -> !Files.exists(entry)).map(entry -> "nothing is at " + entry + ", which is on the class path of the settings").toList();
  }

  /** What is wrong with settings and rows, a sentence each, unless that was asked for before. */
  synchronized List<String> untold() {
    List<String> all = untold;
    untold = List.of();
    return all;
  }

  /** Kinds of the files that always apply. */
  List<Kind> shippedKinds() {
    return shipped.stream().flatMap(file -> file.kinds().stream()).toList();
  }

  private ModelText read(String name) throws IOException {
    Optional<Buffers.Buffer> open = buffers.at(Path.of(name));
    return open.isPresent() ? new ModelText(name, open.get().text()) : ModelText.of(name, Path.of(name));
  }
}
