package io.github.relinquish.tools.run;

import io.github.relinquish.core.report.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of the files below one folder. Nothing outside of it is shown, whatever a report names. */
public final class FileSources implements SourceText {
  private static final long LARGEST = 16L << 20;
  private static final int KEPT = 64;

  private final Path root;
  private final Map<String, Optional<List<String>>> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override protected boolean removeEldestEntry(Map.Entry<String, Optional<List<String>>> eldest) {
      return size() > KEPT;
    }
  };

  public FileSources(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override public synchronized Optional<List<String>> lines(String file) {
    return file.isEmpty() ? Optional.empty() : recent.computeIfAbsent(file, this::read);
  }

  private Optional<List<String>> read(String file) {
    try {
      Path path = root.resolve(file).normalize();
      if (!path.startsWith(root) || !Files.isRegularFile(path) || Files.size(path) > LARGEST
          || !path.toRealPath().startsWith(root.toRealPath())) {
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();                    // a snippet is a courtesy: the finding stands without it
    }
  }
}
