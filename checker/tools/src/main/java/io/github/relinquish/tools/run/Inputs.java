package io.github.relinquish.tools.run;

import io.github.relinquish.core.finding.Note;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was named, sorted into sources and class files. A folder that holds any source is a source folder, and class files in it are
 * not judged a second time; any other folder is a folder of classes and archives.
 *
 * @param sources absolute paths, sorted, each file once
 * @param classRoots class folders, class files and archives, in the order in which they were named
 * @param notes what was left out
 */
record Inputs(List<Path> sources, List<Path> classRoots, List<Note> notes) {
  private static final int DEPTH = 100;
  private static final int MOST_FILES = 500_000;
  private static final long LARGEST = 16L << 20;
  private static final Set<String> SKIPPED = Set.of("node_modules");

  Inputs {
    sources = List.copyOf(sources);
    classRoots = List.copyOf(classRoots);
    notes = List.copyOf(notes);
  }

  static Inputs of(List<Path> paths) {
    List<Path> classRoots = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    TreeMap<Path, Path> sources = new TreeMap<>();
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      if (Files.isDirectory(absolute)) {
        Set<Path> found = new TreeSet<>();
        walk(absolute, found, notes);
        if (found.isEmpty()) {
          classRoots.add(absolute);
        }
        found.forEach(file -> take(file, sources, notes));
      } else if (isSource(absolute)) {
        take(absolute, sources, notes);
      } else {
        classRoots.add(absolute);
      }
    }
    return new Inputs(sources.values().stream().sorted().toList(), classRoots, notes);
  }

  private static boolean isSource(Path file) {
    String name = String.valueOf(file.getFileName());
    // Several modules are judged as one program without any.
    return name.endsWith(".java") && !name.equals("module-info.java");
  }

  /** One file under two names, by links, is judged once. */
  private static void take(Path file, TreeMap<Path, Path> sources, List<Note> notes) {
    try {
      if (Files.size(file) > LARGEST) {
        notes.add(gap(file, "is a source of more than " + (LARGEST >> 20) + " megabytes"));
      } else {
        sources.putIfAbsent(file.toRealPath(), file);
      }
    } catch (IOException e) {
      notes.add(gap(file, "cannot be read: " + e));
    }
  }

  private static void walk(Path folder, Set<Path> found, List<Note> notes) {
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
        private int count;

        @Override public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
          String name = String.valueOf(at.getFileName());
          boolean isSkipped = !at.equals(folder) && (name.startsWith(".") || SKIPPED.contains(name));
          return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          if (count++ >= MOST_FILES) {
            notes.add(gap(folder, "holds more than " + MOST_FILES + " files"));
            return FileVisitResult.TERMINATE;
          }
          if (attributes.isRegularFile() && isSource(file)) {
            found.add(file);
          }
          return FileVisitResult.CONTINUE;
        }

        /** Also told of links that lead in a circle: what they lead to is judged where it really is. */
        @Override public FileVisitResult visitFileFailed(Path file, IOException e) {
          boolean isLink = Files.isSymbolicLink(file);
          notes.add(isLink ? Note.remark("the link " + file + " is not followed: " + e.getClass().getSimpleName()) : gap(file, "cannot be read: " + e));
          return FileVisitResult.CONTINUE;
        }
      });
    } catch (IOException e) {
      notes.add(gap(folder, "cannot be walked: " + e));
    }
  }

  private static Note gap(Path file, String what) {
    return Note.notJudged(file + " " + what);
  }
}
