package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** The protocol files that come with the checker: those that always apply, and packs that a user asks for by name. */
public final class ShippedProtocols {
  static final String FOLDER = "/io/github/relinquish/core/protocols/";
  static final String PACKED = "packed.bin";
  private static final String INDEX = "index.txt";
  private static final String PACKS = "packs/";
  private static final String ENDING = ".yaml";

  private ShippedProtocols() {}

  /** Everything that always applies. */
  public static Protocols load() {
    return together(files());
  }

  /** The files that always apply, in the order in which they are read. */
  public static List<ProtocolFile> files() {
    return packed().orElseGet(ShippedProtocols::filesFromYaml);
  }

  /** The packed form; empty where the build did not make it, or made it from other texts. */
  static Optional<List<ProtocolFile>> packed() {
    try (InputStream bytes = ShippedProtocols.class.getResourceAsStream(FOLDER + PACKED)) {
      return bytes == null ? Optional.empty()
          : PackedReader.read(new DataInputStream(new ByteArrayInputStream(bytes.readAllBytes())), checksum());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the packed protocol files cannot be read", unreadable);
    }
  }

  /** Of all texts that always apply. */
  static long checksum() {
    CRC32 sum = new CRC32();
    for (String path : index()) {
      if (!path.startsWith(PACKS)) {
        sum.update(bytes(path));
      }
    }
    return sum.getValue();
  }

  static List<ProtocolFile> filesFromYaml() {
    List<ProtocolFile> files = new ArrayList<>();
    List<Kind> kinds = new ArrayList<>();
    for (String path : index()) {
      if (!path.startsWith(PACKS)) {
        files.add(file(path, kinds));
        kinds.addAll(files.get(files.size() - 1).kinds());
      }
    }
    return files;
  }

  /** Names of the packs. */
  public static List<String> packs() {
    List<String> names = new ArrayList<>();
    for (String path : index()) {
      if (path.startsWith(PACKS)) {
        names.add(path.substring(PACKS.length(), path.length() - ENDING.length()));
      }
    }
    return names;
  }

  /**
   * A pack.
   *
   * @param name one of {@link #packs()}
   * @param known kinds of the files that always apply
   */
  public static ProtocolFile pack(String name, Collection<Kind> known) {
    return file(PACKS + name + ENDING, known);
  }

  /** Kinds and rows of several files; those of later files win. */
  public static Protocols together(List<ProtocolFile> files) {
    List<Kind> kinds = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (ProtocolFile file : files) {
      kinds.addAll(file.kinds());
      rows.addAll(file.rows());
    }
    return new Protocols(kinds, rows);
  }

  private static ProtocolFile file(String path, Collection<Kind> known) {
    ProtocolFile file = new ProtocolReader(known).read(path, text(path));
    if (!file.isSound()) {
      throw new IllegalStateException("a shipped protocol file is broken: " + file.problems());
    }
    return file.shipped();
  }

  private static List<String> index() {
    return text(INDEX).lines().filter(line -> !line.isBlank()).toList();
  }

  private static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String path) {
    try (InputStream bytes = ShippedProtocols.class.getResourceAsStream(FOLDER + path)) {
      if (bytes == null) {
        throw new IllegalStateException("a shipped protocol file is missing: " + path);
      }
      return bytes.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a shipped protocol file cannot be read: " + path, unreadable);
    }
  }
}
