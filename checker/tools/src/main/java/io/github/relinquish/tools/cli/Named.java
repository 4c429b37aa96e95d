package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders that a user named: one that is not there is misuse, and never an empty one. */
final class Named {
  private Named() {}

  /** Something to read: a file or a folder. */
  static void input(String option, Path path) {
    require(Files.exists(path), option, "there is no " + path);
    require(Files.isRegularFile(path) || Files.isDirectory(path), option, path + " is neither a file nor a folder");
  }

  static void file(String option, Path file) {
    require(Files.exists(file), option, "there is no file " + file);
    require(!Files.isDirectory(file), option, file + " is a folder, not a file");
  }

  static void folder(String option, Path folder) {
    require(Files.isDirectory(folder), option, Files.exists(folder) ? folder + " is no folder" : "there is no folder " + folder);
  }

  /** The jars of a folder, sorted. */
  static List<Path> jars(String option, Path folder) {
    folder(option, folder.toAbsolutePath());
    try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new Misuse(option + ": " + folder + " cannot be read: " + FileTrouble.reason(e));
    }
  }

  private static void require(boolean holds, String option, String otherwise) {
    if (!holds) {
      throw new Misuse(option.isEmpty() ? otherwise : option + ": " + otherwise);
    }
  }
}
