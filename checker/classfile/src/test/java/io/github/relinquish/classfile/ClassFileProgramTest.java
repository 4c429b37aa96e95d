package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.GraphPrinter;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassFileProgramTest {
  private static final Map<String, String> SOURCES = Map.of(
      "lib/Base.java",
      """
      package lib;
      public class Base implements Port {
        protected int count;
        public void open() throws java.io.IOException { count = 1; }
      }
      """,
      "lib/Port.java",
      "package lib; public interface Port { void open() throws java.io.IOException, IllegalStateException; }",
      "own/Near.java",
      "package own; public class Near extends lib.Base { public void near() throws Exception {} }",
      "app/Main.java",
      """
      package app;
      class Main extends own.Near {
        int run(lib.Port port, java.util.concurrent.Future<?> future) throws Exception {
          near();
          open();
          port.open();
          future.get();
          return count;
        }
      }
      """);

  @TempDir Path folder;
  private Path roots;
  private Path near;
  private Path library;

  @BeforeEach void layOut() throws IOException {
    roots = Files.createDirectories(folder.resolve("build/classes"));
    near = Files.createDirectories(folder.resolve("near"));
    library = folder.resolve("lib.jar");
    Map<String, byte[]> classes = Compiled.of(SOURCES, "-g");
    try (OutputStream out = Files.newOutputStream(library); JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> one : classes.entrySet()) {
        String path = one.getKey().replace('.', '/') + ".class";
        if (path.startsWith("lib/")) {
          jar.putNextEntry(new ZipEntry(path));
          jar.write(one.getValue());
        } else {
          Path file = (path.startsWith("own/") ? near : roots).resolve(path);
          Files.createDirectories(file.getParent());
          Files.write(file, one.getValue());
        }
      }
    }
  }

  /** The folder above the class folder: a user points at {@code build} and means what is in it. */
  private ClassFileProgram open() {
    return ClassFileProgram.open(List.of(folder.resolve("build")), List.of(near, library));
  }

  @Test void tellsHowNearAClassIs() throws Exception {
    try (ClassFileProgram program = open()) {
      assertEquals(List.of("app.Main"), program.runClasses());
      assertEquals(Scope.RUN, program.shapeOf("app.Main").orElseThrow().scope());
      assertEquals(Scope.FOLDER, program.shapeOf("own.Near").orElseThrow().scope());
      assertEquals(Scope.LIBRARY, program.shapeOf("lib.Base").orElseThrow().scope());
      assertEquals(Scope.PLATFORM, program.shapeOf("java.util.Map$Entry").orElseThrow().scope());
      assertEquals(Scope.PLATFORM, program.shapeOf("com.sun.source.tree.Tree").orElseThrow().scope());
      assertTrue(program.shapeOf("no.Such").isEmpty());
      assertTrue(program.shapeOf("NoSuch").isEmpty());
    }
  }

  @Test void resolvesWhatCallsThrowAndWhoDeclaresAField() throws Exception {
    try (ClassFileProgram program = open()) {
      FlowGraph run = program
          .bodyOf(new MethodKey("app.Main", "run", "(Llib/Port;Ljava/util/concurrent/Future;)I")).orElseThrow();
      assertEquals("""
          graph app.Main#run(Llib/Port;Ljava/util/concurrent/Future;)I \
          (this: app.Main, port: lib.Port, future: java.util.concurrent.Future)
          b0:
            invoke virtual app.Main#near()V(this) throws java.lang.Exception  ; 4
            invoke virtual app.Main#open()V(this) throws java.io.IOException  ; 5
            invoke virtual lib.Port#open()V(port) throws java.io.IOException, java.lang.IllegalStateException  ; 6
            t0 = invoke virtual java.util.concurrent.Future#get()Ljava/lang/Object;(future) \
          throws java.lang.InterruptedException, java.util.concurrent.ExecutionException  ; 7
            t1 = this.count  ; 8
            return t1
          """, GraphPrinter.print(run));
      assertTrue(run.blocks().get(0).steps().toString().contains("count"));
    }
  }

  @Test void hasBodiesOfLibrariesButNotOfThePlatform() throws Exception {
    try (ClassFileProgram program = open()) {
      assertTrue(program.bodyOf(new MethodKey("lib.Base", "open", "()V")).isPresent());
      assertTrue(program.bodyOf(new MethodKey("lib.Port", "open", "()V")).isEmpty());
      assertTrue(program.bodyOf(new MethodKey("app.Main", "open", "()V")).isEmpty(), "inherited");
      assertTrue(program.bodyOf(new MethodKey("java.lang.Object", "toString", "()Ljava/lang/String;")).isEmpty());
    }
  }

  @Test void knowsNoClassesWithNamesThatNoFileCanHave() throws Exception {
    try (ClassFileProgram program = open()) {
      assertTrue(program.shapeOf("java.la\0g.Object").isEmpty());
      assertTrue(program.shapeOf("java.lang.Ob\0ect").isEmpty());
    }
  }

  @Test void findsSubclassesAcrossLibraries() throws Exception {
    try (ClassFileProgram program = open()) {
      assertEquals(List.of("app.Main", "own.Near"), program.subclassesOf("lib.Port"));
      assertEquals(List.of("app.Main"), program.subclassesOf("own.Near"));
      assertEquals(List.of(), program.subclassesOf("app.Main"));
    }
  }

  @Test void notesWhatItCannotRead() throws Exception {
    Files.write(roots.resolve("Broken.class"), new byte[] {1, 2, 3});
    Files.write(near.resolve("Other.class"), Files.readAllBytes(near.resolve("own/Near.class")));
    try (ClassFileProgram program = open()) {
      assertTrue(program.shapeOf("Broken").isEmpty());
      assertTrue(program.shapeOf("Other").isEmpty());
      assertEquals(
          List.of(new Note(roots.resolve("Broken.class").toString(), "not a class file"),
              new Note(near.resolve("Other.class").toString(), "holds a class of another name: own.Near")),
          program.notes());
    }
  }

  @Test void readsEachClassOnceForWhatItDeclares() throws Exception {
    try (ClassFileProgram program = open()) {
      for (int round = 0; round < 3; round++) {
        for (String name : List.of("app.Main", "own.Near", "lib.Base", "lib.Port")) {
          program.shapeOf(name).orElseThrow().methods().forEach(method -> program.bodyOf(method.key()));
        }
        program.mentionsOf("open");
        program.subclassesOf("lib.Base");
      }
      assertEquals(4, program.reads());
    }
  }
}
