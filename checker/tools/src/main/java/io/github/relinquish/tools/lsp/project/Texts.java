package io.github.relinquish.tools.lsp.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Texts of the sources of the modules that were asked for last, read again only when a file changed. */
public final class Texts {
  private static final int MOST_FILES = 4000;
  private static final long LARGEST = 4L << 20;

  private final Map<Path, Saved> saved = new HashMap<>();

  /** Texts of several modules; of the later ones only as long as there are not too many files. */
  public synchronized Map<Path, String> ofAll(List<Module> modules, Map<Path, String> open) {
    Map<Path, String> texts = new TreeMap<>();
    for (Module module : modules) {
      if (texts.size() < MOST_FILES) {
        texts.putAll(of(module, open));
      }
    }
    saved.keySet().retainAll(texts.keySet());
    return Collections.unmodifiableMap(texts);
  }

  private record Saved(FileTime time, long size, String text) {}

  /**
   * All sources that the module judges; the open ones as the editor shows them. Of a folder without a build only what is open.
   *
   * @param open texts by path
   */
  public synchronized Map<Path, String> of(Module module, Map<Path, String> open) {
    Map<Path, String> texts = new TreeMap<>();
    if (module.isBuilt()) {
      module.roots().forEach(root -> read(root, texts));
      saved.keySet().removeIf(file -> module.judges(file) && !texts.containsKey(file));
    }
    open.forEach((path, text) -> {
      if (module.judges(path) && isCompiled(path)) {
        texts.put(path, text);
      }
    });
    return Collections.unmodifiableMap(texts);
  }

  /** What stands in a file now; empty where it cannot be read. */
  Optional<String> saved(Path file) {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();                    // it was never saved
    }
  }

  private void read(Path root, Map<Path, String> texts) {
    try {
      Files.walkFileTree(root, new SimpleFileVisitor<>() {
        @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (isCompiled(file) && attributes.size() <= LARGEST) {
            put(file, attributes, texts);
          }
          return texts.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override public FileVisitResult visitFileFailed(Path file, IOException e) {
          return FileVisitResult.CONTINUE;        // gone since the folder was listed
        }
      });
    } catch (IOException e) {
      return;                                     // what was read so far is what there is
    }
  }

  private void put(Path file, BasicFileAttributes attributes, Map<Path, String> texts) {
    Saved old = saved.get(file);
    if (old == null || !old.time().equals(attributes.lastModifiedTime()) || old.size() != attributes.size()) {
      try {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        old = new Saved(attributes.lastModifiedTime(), attributes.size(), text);
        saved.put(file, old);
      } catch (IOException e) {
        return;                                   // gone since the folder was listed
      }
    }
    texts.put(file, old.text());
  }

  /** A module's own declaration would make javac look for modules where a class path is given. */
  private static boolean isCompiled(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("module-info.java");
  }
}
