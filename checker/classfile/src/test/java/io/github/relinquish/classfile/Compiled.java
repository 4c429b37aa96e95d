package io.github.relinquish.classfile;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory. */
final class Compiled {
  private Compiled() {}

  /** Class bytes by binary name; {@code path} is where the source claims to be, {@code demo/Name.java}. */
  static Map<String, byte[]> of(String path, String source, String... options) {
    return of(Map.of(path, source), options);
  }

  static Map<String, byte[]> of(Map<String, String> sources, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Memory memory = new Memory(compiler.getStandardFileManager(null, null, null));
    List<JavaFileObject> units = new ArrayList<>();
    new TreeMap<>(sources).forEach((path, source) -> units.add(new Source(path, source)));
    List<String> all = new ArrayList<>(List.of("-proc:none", "-nowarn"));
    all.addAll(Arrays.asList(options));
    if (!compiler.getTask(null, memory, null, all, null, units).call()) {
      throw new IllegalArgumentException("does not compile: " + sources.keySet());
    }
    Map<String, byte[]> classes = new TreeMap<>();
    memory.outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("memory:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs = new TreeMap<>();

    Memory(StandardJavaFileManager standard) {
      super(standard);
    }

    @Override public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind) {
        @Override public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          outputs.put(className, bytes);
          return bytes;
        }
      };
    }
  }
}
