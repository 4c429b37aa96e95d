package io.github.relinquish.tools.lsp.compile;

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

/** Shows javac the open buffers where it finds their files on the source path. */
final class Overlay extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final StandardJavaFileManager files;
  private final Map<Path, Unit> open = new TreeMap<>();

  Overlay(StandardJavaFileManager files, Map<Path, String> open) {
    super(files);
    this.files = files;
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
          String name = absolute.relativize(unit.path()).toString().replace(java.io.File.separatorChar, '.');
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
}
