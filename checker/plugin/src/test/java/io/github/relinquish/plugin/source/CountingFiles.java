package io.github.relinquish.plugin.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Counts how often the class files of the class path are opened. */
final class CountingFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private final Map<String, Integer> reads = new TreeMap<>();

  CountingFiles() {
    super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));
  }

  /** By binary name. */
  Map<String, Integer> reads() {
    return reads;
  }

  @Override public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
    List<JavaFileObject> counted = new ArrayList<>();
    for (JavaFileObject file : super.list(location, packageName, kinds, recurse)) {
      counted.add(file.getKind() == JavaFileObject.Kind.CLASS ? new Counted(file, super.inferBinaryName(location, file)) : file);
    }
    return counted;
  }

  @Override public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Counted counted ? counted.name : super.inferBinaryName(location, file);
  }

  private final class Counted extends ForwardingJavaFileObject<JavaFileObject> {
    private final String name;

    Counted(JavaFileObject file, String name) {
      super(file);
      this.name = name;
    }

    @Override public InputStream openInputStream() throws IOException {
      reads.merge(name, 1, Integer::sum);
      return super.openInputStream();
    }
  }
}
