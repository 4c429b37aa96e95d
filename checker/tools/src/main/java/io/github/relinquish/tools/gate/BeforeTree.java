package io.github.relinquish.tools.gate;

import io.github.relinquish.tools.run.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the judged sources with a change undone. Judging it tells which findings the change brought: also one whose line the change
 * never touched, because it only deleted the release, and none that an edit merely moved.
 */
public final class BeforeTree implements AutoCloseable {
  private final Path folder;
  private final Path base;
  private final List<Path> paths = new ArrayList<>();

  private BeforeTree(Path folder, Path base) {
    this.folder = folder;
    this.base = base;
  }

  /**
   * Copies and undoes.
   *
   * @param request names source folders and files below the change's base
   * @throws IllegalArgumentException where the patch does not fit, or a path is no source
   */
  public static BeforeTree of(Request request, Change change) throws IOException {
    BeforeTree tree = new BeforeTree(Files.createTempDirectory("relinquish-before").toRealPath(), change.base());
    try {
      for (Path path : request.paths()) {
        tree.copy(path.toRealPath());
      }
      for (FilePatch file : change.files()) {
        tree.undo(file);
      }
      for (String name : change.added()) {
        Files.deleteIfExists(tree.inside(name));
      }
      return tree;
    } catch (IOException | RuntimeException e) {
      tree.close();
      throw e;
    }
  }

  /** The same request over the old sources. */
  public Request request(Request now) {
    List<Path> existing = paths.stream().filter(Files::exists).toList();
    return now.over(existing, folder);
  }

  private void copy(Path path) throws IOException {
    if (!path.startsWith(base)) {
      throw new IllegalArgumentException(path + " does not lie below " + base);
    }
    if (Files.isRegularFile(path) && !isSource(path)) {
      throw new IllegalArgumentException("only sources have a before: " + path + " is none");
    }
    paths.add(folder.resolve(base.relativize(path)));
    Files.walkFileTree(path, new SimpleFileVisitor<>() {
      @Override public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes facts) {
        boolean isGit = dir.getFileName() != null && dir.getFileName().toString().equals(".git");
        return isGit ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
        if (facts.isRegularFile() && isSource(file)) {
          Path target = folder.resolve(base.relativize(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return FileVisitResult.CONTINUE;
      }
    });
  }

  private void undo(FilePatch patch) throws IOException {
    boolean isOurs = isCovered(patch.before()) || isCovered(patch.after());
    if (!isOurs) {
      return;
    }
    String text = "";
    if (!patch.after().isEmpty()) {
      Path after = inside(patch.after());
      if (!Files.isRegularFile(after)) {
        throw new IllegalArgumentException("the patch names " + patch.after() + ", which is not there: is it relative to " + base + "?");
      }
      text = Files.readString(after, StandardCharsets.ISO_8859_1);
      Files.delete(after);
    }
    if (!patch.before().isEmpty()) {
      Path before = inside(patch.before());
      Files.createDirectories(before.getParent());
      Files.writeString(before, patch.undo(text), StandardCharsets.ISO_8859_1);
    }
  }

  private boolean isCovered(String name) {
    return name.endsWith(".java") && paths.stream().anyMatch(inside(name)::startsWith);
  }

  /** Where a name of a patch lies in the copy; it never leads out of it. */
  private Path inside(String name) {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder) || path.equals(folder)) {
      throw new IllegalArgumentException("the patch names a file outside of the project: " + name);
    }
    return path;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java");
  }

  @Override public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
