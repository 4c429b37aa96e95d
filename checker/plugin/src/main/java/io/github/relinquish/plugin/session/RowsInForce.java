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
 * The rows of a run: those shipped, the packs asked for, what libraries on the class path bring along, and the user's files, the later ones
 * stronger.
 *
 * @param protocols all of them
 * @param problems what is wrong with the user's own files and packs, a sentence each: the run fails
 * @param warnings what is wrong with files of libraries, a sentence each: such a file is left out, and nobody's build fails
 */
public record RowsInForce(Protocols protocols, List<String> problems, List<String> warnings) {
  public RowsInForce {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Reads what the settings name and what lies on the class path of a javac run. */
  static RowsInForce of(Settings settings, JavaFileManager files) {
    return of(settings, classPath(files));
  }

  /** Where the texts of the user's files come from. */
  @FunctionalInterface
  public interface Reading {
    /** @throws IOException where there is none; the message is one sentence */
    ModelText read(String name) throws IOException;
  }

  /** Reads what the settings name and what lies on a class path. */
  public static RowsInForce of(Settings settings, List<Path> classPath) {
    return of(settings, classPath, name -> ModelText.of(name, Path.of(name)));
  }

  /** The same with the user's files from elsewhere: an editor has them open. */
  public static RowsInForce of(Settings settings, List<Path> classPath, Reading reading) {
    ProtocolShelf shelf = ProtocolShelf.shipped();
    List<String> problems = new ArrayList<>();
    settings.packs().forEach(pack -> problems.addAll(shelf.addPack(pack)));
    List<String> warnings = addFrom(ModelsOnPath.in(classPath), shelf);
    settings.models().forEach(model -> addFile(model, reading, shelf, problems));
    return new RowsInForce(shelf.protocols(), problems, warnings);
  }

  private static void addFile(String name, Reading reading, ProtocolShelf shelf, List<String> problems) {
    try {
      shelf.add(reading.read(name)).forEach(problem -> problems.add(problem.toString()));
    } catch (IOException | InvalidPathException e) {
      problems.add("the model file '" + name + "' of option Relinquish:Models is not used: " + e.getMessage()
          + "; name it in full, or from the folder " + Path.of("").toAbsolutePath());
    }
  }

  private static List<String> addFrom(ModelsOnPath path, ProtocolShelf shelf) {
    List<String> warnings = new ArrayList<>(path.problems());
    for (ModelText text : path.texts()) {
      List<Problem> problems = shelf.add(text);
      if (!problems.isEmpty()) {
        warnings.add(problems.get(0) + " (the model file is on the class path and is left out"
            + (problems.size() == 1 ? ")" : "; it has " + (problems.size() - 1) + " more problems)"));
      }
    }
    return warnings;
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
