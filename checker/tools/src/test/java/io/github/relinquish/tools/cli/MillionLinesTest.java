package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.run.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million lines of sources and 5,000 classes of a jar, through the plugin and through the command line, twice: no crash, no hang, the same
 * answers. {@code -Dmillion.lines=1000000} switches it on; fewer lines are possible.
 */
@EnabledIfSystemProperty(named = "million.lines", matches = "\\d+")
class MillionLinesTest {
  private static final int LINES_A_CLASS = 400;
  private static final int CLASSES_OF_THE_JAR = 5000;
  private static final int LEAKING = 10;

  @TempDir Path folder;

  @Test void sourcesThroughPluginAndCommandLine() throws IOException {
    int classes = Math.max(LEAKING, Integer.getInteger("million.lines") / LINES_A_CLASS);
    Path src = write(classes);
    Path jar = jar();
    long start = System.nanoTime();
    String said = compile(src, jar);
    long once = System.nanoTime();
    assertEquals(classes / LEAKING, count(said, "[SecurityContextLeak]"));
    assertFalse(said.contains("could not judge"), said);
    assertEquals(said, compile(src, jar));
    System.out.printf("plugin: %d lines in %d s%n", classes * LINES_A_CLASS, (once - start) / 1_000_000_000);
    Shell first = check(src.toString(), jar);
    Shell second = check(src.toString(), jar);
    assertEquals(classes / LEAKING, count(first.out(), "[SecurityContextLeak]"));
    assertEquals(first.out(), second.out());
  }

  @Test void classesOfAJarThroughTheCommandLine() throws IOException {
    Path jar = jar();
    long start = System.nanoTime();
    Shell first = check(jar.toString(), jar);
    System.out.printf("command line: %d classes in %d s%n", CLASSES_OF_THE_JAR, (System.nanoTime() - start) / 1_000_000_000);
    assertEquals(CLASSES_OF_THE_JAR / LEAKING, count(first.out(), "[SecurityContextLeak]"), first.err());
    assertEquals(first.out(), check(jar.toString(), jar).out());
  }

  private Shell check(String what, Path classPath) {
    return Shell.run(Engine.real(), "check", "--root", folder.toString(), "--no-build-tool", "--classpath", classPath.toString(), what);
  }

  private static int count(String text, String part) {
    return (int) text.lines().filter(l -> l.contains(part)).count();
  }

  private String compile(Path src, Path jar) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options = List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xmaxwarns", "100000", "-Xlint:-options",
        "-cp", jar.toString(), "-processorpath", System.getProperty("java.class.path"), "-d", Files.createTempDirectory(folder, "out").toString(),
        "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:SecurityContextLeak:WARN -Xep:CredentialsHandleLeak:WARN");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      assertTrue(compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(filesIn(src))).call(), said::toString);
    }
    return said.toString();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  private Path write(int classes) throws IOException {
    Path src = Files.createDirectories(folder.resolve("src"));
    for (int i = 0; i < classes; i++) {
      Path of = Files.createDirectories(src.resolve("p" + i / 100));
      Files.writeString(of.resolve("C" + i + ".java"), text("p" + i / 100, "C" + i, i, LINES_A_CLASS));
    }
    return src;
  }

  /** One class in ten leaks a context, one disposes of it, the others have nothing to do with it. */
  private static String text(String pack, String name, int number, int lines) {
    StringBuilder text = new StringBuilder("package " + pack + ";\n\nimport org.ietf.jgss.*;\n\nclass " + name + " {\n");
    if (number % LEAKING < 2) {
      text.append("  int context(GSSManager m) throws GSSException {\n    GSSContext c = m.createContext((GSSCredential) null);\n    int n = c.hashCode();\n")
          .append(number % LEAKING == 0 ? "" : "    c.dispose();\n").append("    return n;\n  }\n");
    }
    for (int i = 0; text.chars().filter(c -> c == '\n').count() < lines - 9; i++) {
      text.append("  int m").append(i).append("(int x, java.util.List<String> l) {\n    int y = x * ").append(i + 1).append(";\n    for (String s : l) {\n")
          .append("      if (s.length() > y) {\n        y += s.length();\n      } else {\n        y--;\n      }\n    }\n    return y;\n  }\n");
    }
    return text.append("}\n").toString();
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("library.jar");
    if (Files.exists(jar)) {
      return jar;
    }
    Path src = Files.createDirectories(folder.resolve("library"));
    for (int i = 0; i < CLASSES_OF_THE_JAR; i++) {
      Files.writeString(src.resolve("L" + i + ".java"), text("lib", "L" + i, i, 40));
    }
    Path classes = Files.createDirectories(folder.resolve("library-classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      compiler.getTask(null, files, null, List.of("-proc:none", "-g", "-d", classes.toString()), null,
          files.getJavaFileObjectsFromPaths(filesIn(src))).call();
    }
    List<Path> made = new ArrayList<>();
    try (Stream<Path> all = Files.walk(classes)) {
      all.filter(Files::isRegularFile).sorted().forEach(made::add);
    }
    try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : made) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }
}
