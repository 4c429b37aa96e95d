package io.github.relinquish.plugin.session;

import io.github.relinquish.core.data.ModelText;
import io.github.relinquish.core.data.ModelsOnPath;
import io.github.relinquish.core.data.Problem;
import io.github.relinquish.core.data.ProtocolShelf;
import io.github.relinquish.core.protocol.Protocols;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What APIs demand in one javac run: the shipped rows, the packs and files that options name, and what libraries on the class path
 * bring along. The user's own files win over those of libraries.
 */
final class Models {
  private final ProtocolShelf shelf = ProtocolShelf.shipped();
  private final List<String> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private Models() {}

  /** Reads all of them. */
  static Models of(Settings settings, JavaFileManager files) {
    Models models = new Models();
    settings.packs().forEach(pack -> models.errors.addAll(models.shelf.addPack(pack)));
    models.addFrom(ModelsOnPath.in(classPath(files)));
    settings.models().forEach(models::addFile);
    return models;
  }

  Protocols protocols() {
    return shelf.protocols();
  }

  /** What is wrong with the user's own options and files, a sentence each: the build fails. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /** What is wrong with files of libraries, a sentence each: such a file is left out, and nobody's build fails. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  private void addFile(String name) {
    try {
      shelf.add(ModelText.of(name, Path.of(name))).forEach(problem -> errors.add(problem.toString()));
    } catch (IOException | InvalidPathException e) {
      errors.add("the model file '" + name + "' of option Relinquish:Models is not used: " + e.getMessage()
          + "; name it in full, or from the folder " + Path.of("").toAbsolutePath());
    }
  }

  private void addFrom(ModelsOnPath path) {
    warnings.addAll(path.problems());
    for (ModelText text : path.texts()) {
      List<Problem> problems = shelf.add(text);
      if (!problems.isEmpty()) {
        warnings.add(problems.get(0) + " (the model file is on the class path and is left out"
            + (problems.size() == 1 ? ")" : "; it has " + (problems.size() - 1) + " more problems)"));
      }
    }
  }

  private static List<Path> classPath(JavaFileManager files) {
    List<Path> path = new ArrayList<>();
    if (files instanceof StandardJavaFileManager standard) {
      for (StandardLocation location : List.of(StandardLocation.CLASS_PATH, StandardLocation.MODULE_PATH)) {
        // File managers of others inherit a getLocationAsPaths() that fails where getLocation() answers null.
        if (standard.getLocation(location) != null) {
          standard.getLocationAsPaths(location).forEach(path::add);
        }
      }
    }
    return path;
  }
}
