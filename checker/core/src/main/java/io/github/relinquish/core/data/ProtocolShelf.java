package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The protocol files of one run: the shipped ones, then packs, then files of libraries and users. What comes later wins.
 *
 * <p>A file with problems does not join: half of what an API demands is worse than nothing.
 */
public final class ProtocolShelf {
  private final List<ProtocolFile> files;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  private ProtocolShelf(List<ProtocolFile> files) {
    this.files = new ArrayList<>(files);
    files.forEach(file -> file.kinds().forEach(kind -> kinds.put(kind.name(), kind)));
  }

  /** The files that always apply. */
  public static ProtocolShelf shipped() {
    return new ProtocolShelf(ShippedProtocols.files());
  }

  /** Adds a shipped pack; what is wrong with its name, empty where nothing is. */
  public List<String> addPack(String name) {
    List<String> packs = ShippedProtocols.packs();
    if (!packs.contains(name)) {
      return List.of("there is no pack '" + name + "'" + Advice.nearest(name, packs) + "; there are " + String.join(", ", packs));
    }
    put(ShippedProtocols.pack(name, kinds.values()));
    return List.of();
  }

  /** Adds a file; what is wrong with it, empty where it joined. */
  public List<Problem> add(ModelText model) {
    ProtocolFile file = new ProtocolReader(kinds.values()).read(model.name(), model.text());
    if (file.isSound()) {
      put(file);
    }
    return file.problems();
  }

  private void put(ProtocolFile file) {
    files.add(file);
    file.kinds().forEach(kind -> kinds.put(kind.name(), kind));
  }

  /** All of it, as the engine reads it. */
  public Protocols protocols() {
    return ShippedProtocols.together(files);
  }
}
