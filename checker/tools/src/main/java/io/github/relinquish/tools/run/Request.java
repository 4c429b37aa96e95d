package io.github.relinquish.tools.run;

import io.github.relinquish.plugin.session.Settings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What to judge.
 *
 * @param paths source folders and files, class folders, jars, wars
 * @param classPath what the sources are compiled against
 * @param root folder that reported paths are relative to, absolute
 * @param models files with rows of the user's own
 * @param options options of the checks by name, {@code Explain} to {@code on}
 */
public record Request(List<Path> paths, List<Path> classPath, Path root, List<Path> models, Map<String, String> options) {
  public Request {
    paths = List.copyOf(paths);
    classPath = List.copyOf(classPath);
    root = root.toAbsolutePath().normalize();
    models = List.copyOf(models);
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /** The options as the checks read them. */
  Settings settings() {
    Map<String, String> all = new TreeMap<>(options);
    if (!models.isEmpty()) {
      all.put("Models", models.stream().map(Path::toString).collect(Collectors.joining(",")));
    }
    return Settings.of(all);
  }

  /** The same over other paths below another root: the program as it was before a change. */
  public Request over(List<Path> otherPaths, Path otherRoot) {
    return new Request(otherPaths, classPath, otherRoot, models, options);
  }
}
