package io.github.relinquish.tools.lsp;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** By which a class path is known again: a jar that was built anew is another jar, and so is a folder with other rows in it. */
final class Stamps {
  private static final String ROWS = "META-INF/relinquish";
  /** More files than that in one folder are not looked at. */
  private static final int MOST_FILES = 20_000;

  private Stamps() {}

  /**
   * All files of a class path at a moment.
   *
   * @param newest when one of them was written last, in milliseconds since 1970
   * @param files how many there are
   * @param sum of the times and sizes of all of them
   */
  record Deep(long newest, long files, long sum) {}

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
      // A folder that comes later counts: javac remembers what it did not find.
      return Files.isRegularFile(file) ? file + " " + Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file)
          : file + (Files.isDirectory(file) ? "" : " missing");
    } catch (IOException e) {
      return file + " gone";                      // between the two questions
    }
  }

  /** Looks at everything in the folders too, which takes its time. */
  static Deep deep(List<Path> entries) {
    long[] found = new long[3];
    for (Path entry : entries) {
      long most = found[1] + MOST_FILES;
      try {
        Files.walkFileTree(entry, new SimpleFileVisitor<>() {
          @Override public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return add(folder, attributes);
          }

          @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return add(file, attributes);
          }

          private FileVisitResult add(Path file, BasicFileAttributes attributes) {
            long time = attributes.lastModifiedTime().toMillis();
            found[0] = Math.max(found[0], time);
            found[1]++;
            found[2] += 31 * (31 * file.hashCode() + time) + attributes.size();
            return found[1] < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;      // not there, or not any more: that it counts for nothing tells it
          }
        });
      } catch (IOException e) {
        found[2]++;
      }
    }
    return new Deep(found[0], found[1], found[2]);
  }
}
