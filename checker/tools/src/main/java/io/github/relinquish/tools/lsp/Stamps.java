package io.github.relinquish.tools.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** By which a class path is known again: a jar that was built anew is another jar, and so is a folder with other rows in it. */
final class Stamps {
  private static final String ROWS = "META-INF/relinquish";

  private Stamps() {}

  /** One for each entry, in that order. What cannot be read has a stamp too. */
  static List<String> of(List<Path> entries) {
    List<String> stamps = new ArrayList<>();
    for (Path entry : entries) {
      stamps.add(of(entry));
      Path rows = entry.resolve(ROWS);
      if (Files.isDirectory(rows)) {
        try (Stream<Path> files = Files.list(rows)) {
          files.sorted().map(Stamps::of).forEach(stamps::add);
        } catch (IOException e) {
          stamps.add(rows + " " + e);
        }
      }
    }
    return List.copyOf(stamps);
  }

  private static String of(Path file) {
    try {
      return Files.isRegularFile(file) ? file + " " + Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file) : file.toString();
    } catch (IOException e) {
      return file + " gone";                      // between the two questions
    }
  }
}
