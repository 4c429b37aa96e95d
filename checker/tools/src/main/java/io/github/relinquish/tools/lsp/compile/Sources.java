package io.github.relinquish.tools.lsp.compile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run compiles.
 *
 * @param texts every source that is compiled by absolute path, with what the editor shows where the file is open
 * @param sourcePath folders in which further sources are looked for: generated ones and those of other modules
 * @param overlays texts of open files that are not among {@code texts} but may be found on the source path
 * @param classPath class folders and jars
 * @param older class folders among these whose sources are at hand, so that nobody needs to be told what the folders hold
 */
public record Sources(Map<Path, String> texts, List<Path> sourcePath, Map<Path, String> overlays, List<Path> classPath, List<Path> older) {
  public Sources {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    sourcePath = List.copyOf(sourcePath);
    overlays = Collections.unmodifiableMap(new TreeMap<>(overlays));
    classPath = List.copyOf(classPath);
    older = List.copyOf(older);
  }
}
