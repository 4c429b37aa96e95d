package io.github.relinquish.tools.lsp.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Shows javac the open buffers where it finds their files on the source path. Whoever asks for the paths of the class path, as the analysis
 * does that reads its folders for callers, is told of those only for which no sources stand in the run.
 */
final class Overlay extends ForwardingJavaFileManager<StandardJavaFileManager> implements StandardJavaFileManager {
  private final StandardJavaFileManager files;
  private final Map<Path, Unit> open = new TreeMap<>();
  private final List<Path> withSources;

  Overlay(StandardJavaFileManager files, Map<Path, String> open, List<Path> withSources) {
    super(files);
    this.files = files;
    this.withSources = List.copyOf(withSources);
    open.forEach((path, text) -> this.open.put(path, new Unit(path, text)));
  }

  @Override public Iterable<JavaFileObject> list(
      JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
    Iterable<JavaFileObject> found = super.list(location, packageName, kinds, recurse);
    if (location != StandardLocation.SOURCE_PATH || open.isEmpty()) {
      return found;
    }
    List<JavaFileObject> shown = new ArrayList<>();
    for (JavaFileObject file : found) {
      Unit unit = open.get(files.asPath(file).toAbsolutePath().normalize());
      shown.add(unit == null ? file : unit);
    }
    return shown;
  }

  @Override public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
    if (file instanceof Unit unit) {
      for (Path root : files.getLocationAsPaths(location)) {
        Path absolute = root.toAbsolutePath().normalize();
        if (unit.path().startsWith(absolute)) {
          String name = absolute.relativize(unit.path()).toString().replace(File.separatorChar, '.');
          return name.substring(0, name.length() - ".java".length());
        }
      }
      return null;
    }
    return super.inferBinaryName(location, file);
  }

  @Override public boolean isSameFile(FileObject a, FileObject b) {
    return a instanceof Unit || b instanceof Unit ? a.toUri().equals(b.toUri()) : super.isSameFile(a, b);
  }

  @Override public boolean contains(JavaFileManager.Location location, FileObject file) throws IOException {
    return !(file instanceof Unit) && super.contains(location, file);
  }

  @Override public Iterable<? extends File> getLocation(JavaFileManager.Location location) {
    Iterable<? extends Path> paths = getLocationAsPaths(location);
    if (paths == null) {
      return null;
    }
    List<File> folders = new ArrayList<>();
    paths.forEach(path -> folders.add(path.toFile()));
    return folders;
  }

  @Override public Iterable<? extends Path> getLocationAsPaths(JavaFileManager.Location location) {
    Iterable<? extends Path> paths = files.getLocationAsPaths(location);
    if (paths == null || location != StandardLocation.CLASS_PATH) {
      return paths;
    }
    List<Path> told = new ArrayList<>();
    paths.forEach(told::add);
    told.removeAll(withSources);
    return told;
  }

  @Override public void setLocation(JavaFileManager.Location location, Iterable<? extends File> paths) throws IOException {
    files.setLocation(location, paths);
  }

  @Override public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> named) {
    return files.getJavaFileObjectsFromFiles(named);
  }

  @Override public Iterable<? extends JavaFileObject> getJavaFileObjects(File... named) {
    return files.getJavaFileObjects(named);
  }

  @Override public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return files.getJavaFileObjectsFromStrings(names);
  }

  @Override public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return files.getJavaFileObjects(names);
  }
}
