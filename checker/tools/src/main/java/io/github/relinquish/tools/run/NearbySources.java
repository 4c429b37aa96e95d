package io.github.relinquish.tools.run;

import io.github.relinquish.core.report.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lines of what was judged: sources by their path, and the sources of class files by package and name, looked for where builds put
 * them: in the source folders beside a class folder, in a jar itself and in the {@code -sources.jar} beside it.
 */
final class NearbySources implements SourceText {
  private static final int LARGEST = 16 << 20;
  /** From a class folder of Maven, Gradle, Ant and IDEs to the sources it was made from. */
  private static final Map<String, String> FOLDERS = new TreeMap<>(Map.of(
      "target/classes", "src/main/java", "target/test-classes", "src/test/java", "build/classes/java/main", "src/main/java",
      "build/classes/java/test", "src/test/java", "build/classes", "src", "classes", "src", "bin", "src", "out", "src"));

  private final FileSources below;
  private final FileSources named;
  private final List<FileSources> folders = new ArrayList<>();
  private final List<Path> archives = new ArrayList<>();
  private final List<Path> sources;
  private final Map<String, Optional<List<String>>> fromArchives = new LinkedHashMap<>();

  NearbySources(Request request, Inputs inputs) {
    below = new FileSources(request.root());
    named = new FileSources(request.root().getRoot());
    sources = inputs.sources();
    request.paths().stream().filter(Files::isDirectory).forEach(folder -> folders.add(new FileSources(folder)));
    inputs.classRoots().forEach(this::beside);
  }

  private void beside(Path root) {
    if (Files.isDirectory(root)) {
      FOLDERS.forEach((classes, source) -> {
        Path project = root;
        if (root.endsWith(classes)) {
          for (String ignored : classes.split("/")) {
            project = project.getParent();
          }
          folders.add(new FileSources(project.resolve(source)));
        }
      });
      return;
    }
    archives.add(root);
    String name = String.valueOf(root.getFileName());
    if (name.endsWith(".jar")) {
      archives.add(root.resolveSibling(name.substring(0, name.length() - ".jar".length()) + "-sources.jar"));
    }
  }

  @Override public synchronized Optional<List<String>> lines(String file) {
    Stream<SourceText> places = Stream.concat(Stream.of(below), folders.stream());
    Optional<List<String>> found = places.map(place -> place.lines(file)).flatMap(Optional::stream).findFirst();
    if (found.isEmpty() && isJudged(file)) {
      found = named.lines(file);
    }
    return found.isPresent() || file.isEmpty() ? found : fromArchives.computeIfAbsent(file, this::inArchives);
  }

  private boolean isJudged(String file) {
    try {
      return !file.isEmpty() && sources.contains(Path.of(file));
    } catch (InvalidPathException e) {
      return false;                               // a class file may name anything as its source
    }
  }

  private Optional<List<String>> inArchives(String file) {
    for (Path archive : archives) {
      if (!Files.isRegularFile(archive)) {
        continue;
      }
      try (ZipFile zip = new ZipFile(archive.toFile())) {
        ZipEntry entry = zip.getEntry(file);
        if (entry != null && !entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
              return Optional.of(new String(bytes, StandardCharsets.UTF_8).lines().toList());
            }
          }
        }
      } catch (IOException | IllegalArgumentException e) {
        continue;                                 // a snippet is a courtesy: the finding stands without it
      }
    }
    return Optional.empty();
  }
}
