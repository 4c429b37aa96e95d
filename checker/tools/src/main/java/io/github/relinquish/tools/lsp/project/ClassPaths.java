package io.github.relinquish.tools.lsp.project;

import io.github.relinquish.tools.run.BuildToolClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Class paths by project: the build tool is asked once on a thread of its own, and again when a build file changed. */
public final class ClassPaths {
  private final Function<Path, BuildToolClassPath.Found> asker;
  private final Executor executor;
  private final BiConsumer<Path, List<String>> whenFound;
  private final Map<Path, Known> known = new TreeMap<>();

  /** Build files of the project and of those of its modules that were asked about, as they were then. */
  private record Known(Map<Path, String> stamps, List<Path> entries) {
    boolean isOf(Map<Path, String> now) {
      return now.entrySet().stream().allMatch(e -> e.getValue().equals(stamps.getOrDefault(e.getKey(), e.getValue())));
    }
  }

  /**
   * @param asker answers the class path of a project, in as long as it takes
   * @param executor where it is asked
   * @param whenFound told the project whose class path is new, and remarks
   */
  public ClassPaths(Function<Path, BuildToolClassPath.Found> asker, Executor executor, BiConsumer<Path, List<String>> whenFound) {
    this.asker = asker;
    this.executor = executor;
    this.whenFound = whenFound;
  }

  /** What is known now; an older answer, or none, while the build tool is being asked. */
  public synchronized List<Path> of(Module module) {
    if (!module.isBuilt()) {
      return List.of();
    }
    Map<Path, String> stamps = new TreeMap<>();
    stamps.put(module.project(), stamp(module.project()));
    stamps.put(module.root(), stamp(module.root()));
    Known old = known.get(module.project());
    List<Path> entries = old == null ? List.of() : old.entries();
    boolean isCurrent = old != null && old.isOf(stamps);
    Map<Path, String> all = new TreeMap<>(old == null ? Map.of() : old.stamps());
    all.putAll(stamps);
    known.put(module.project(), new Known(all, entries));
    if (!isCurrent) {
      executor.execute(() -> ask(module.project()));
    }
    return entries;
  }

  private void ask(Path project) {
    BuildToolClassPath.Found found = asker.apply(project);
    synchronized (this) {
      known.computeIfPresent(project, (p, now) -> new Known(now.stamps(), found.entries()));
    }
    whenFound.accept(project, found.remarks());
  }

  private static String stamp(Path folder) {
    StringBuilder stamp = new StringBuilder();
    for (String name : Layouts.BUILD_FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          stamp.append(name).append(Files.getLastModifiedTime(file).toMillis()).append(' ');
        } catch (IOException e) {
          stamp.append(name).append('?');
        }
      }
    }
    return stamp.toString();
  }
}
