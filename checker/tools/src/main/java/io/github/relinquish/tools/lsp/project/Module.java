package io.github.relinquish.tools.lsp.project;

import java.nio.file.Path;
import java.util.List;

/**
 * Sources that are compiled together.
 *
 * @param root folder of the module
 * @param project folder of the outermost build that the module is part of
 * @param isBuilt whether a build file says so; else the sources of a folder that only looks like one
 * @param roots folders of sources that are judged
 * @param more folders of sources that are only looked things up in: generated ones, other modules
 */
public record Module(Path root, Path project, boolean isBuilt, List<Path> roots, List<Path> more) {
  public Module {
    roots = List.copyOf(roots);
    more = List.copyOf(more);
  }

  /** Whether the module judges that file. */
  public boolean judges(Path file) {
    return roots.stream().anyMatch(file::startsWith);
  }
}
