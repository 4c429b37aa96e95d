package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryBodiesTest {
  private static final String LIBRARY = """
      package lib;
      public class Base {
        protected int count;
        public void open() throws java.io.IOException { count = 1; }
        public Runnable later(Base other) { return () -> run(other); }
        private void run(Base other) {}
        public Object local() { return new Object() { @Override public String toString() { return "" + count; } }; }
      }
      """;
  private static final String OWN =
      "package app; class Main { Object run(lib.Base b) throws Exception { b.open(); return b.later(b); } }";

  @TempDir Path folder;
  private Path classes;

  @BeforeEach void compileLibrary() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes"));
    Path source = Files.writeString(folder.resolve("Base.java"), LIBRARY);
    int result = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-g", "-d", classes.toString(), source.toString());
    assertEquals(0, result);
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("lib.jar");
    try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  private static SourceProgram program(Path library) {
    return Sources.of(List.of("-cp", library.toString()), "app/Main.java", OWN).program();
  }

  @Test void haveTheScopeOfTheirPlace() throws IOException {
    assertEquals(Scope.FOLDER, program(classes).shapeOf("lib.Base").orElseThrow().scope());
    SourceProgram fromJar = program(jar());
    assertEquals(Scope.LIBRARY, fromJar.shapeOf("lib.Base").orElseThrow().scope());
    assertEquals(Scope.PLATFORM, fromJar.shapeOf("java.lang.Runnable").orElseThrow().scope());
    assertTrue(fromJar.bodyOf(new MethodKey("java.lang.Object", "toString", "()Ljava/lang/String;")).isEmpty());
    assertEquals(List.of(), fromJar.troubles());
  }

  @Test void areLoweredWithTheirLambdas() throws IOException {
    SourceProgram program = program(jar());
    FlowGraph later = program.bodyOf(new MethodKey("lib.Base", "later", "(Llib/Base;)Ljava/lang/Runnable;")).orElseThrow();
    Step.Closure closure = (Step.Closure) later.blocks().get(0).steps().stream()
        .filter(s -> s instanceof Step.Closure).findFirst().orElseThrow();
    assertTrue(program.bodyOf(closure.body()).isPresent());
  }

  @Test void ofAnonymousClassesAreFound() throws IOException {
    SourceProgram program = program(jar());
    ClassShape shape = program.shapeOf("lib.Base$1").orElseThrow();
    assertTrue(shape.isAnonymous());
    assertTrue(program.bodyOf(new MethodKey("lib.Base$1", "toString", "()Ljava/lang/String;")).isPresent());
    assertTrue(program.shapeOf("lib.Base$2").isEmpty());
    assertEquals(List.of(), program.troubles());
  }

  @Test void areReadOnceBesidesJavac() throws IOException {
    try (CountingFiles files = new CountingFiles()) {
      SourceProgram program = Sources.of(files, List.of("-cp", jar().toString()), "app/Main.java", OWN).program();
      Map<String, Integer> before = Map.copyOf(files.reads());
      for (int round = 0; round < 3; round++) {
        ClassShape shape = program.shapeOf("lib.Base").orElseThrow();
        shape.methods().forEach(method -> program.bodyOf(method.key()));
        program.shapeOf("lib.Base$1").orElseThrow().methods().forEach(method -> program.bodyOf(method.key()));
      }
      assertEquals(1, files.reads().get("lib.Base") - before.get("lib.Base"));
      int javac = before.containsKey("lib.Base$1") ? before.get("lib.Base$1") : 1;
      assertEquals(1, files.reads().get("lib.Base$1") - javac);
    }
  }

  @Test void thatAreBrokenAreUnknownAndCounted() throws IOException {
    Path file = classes.resolve("lib/Base$1.class");
    Files.write(file, new byte[] {1, 2, 3});
    SourceProgram program = program(classes);
    assertTrue(program.bodyOf(new MethodKey("lib.Base$1", "toString", "()Ljava/lang/String;")).isEmpty());
    assertEquals(1, program.troubles().size());
    assertTrue(program.troubles().get(0).startsWith("lib.Base$1: "));
  }
}
