package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.run.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line over the real analysis. */
class RealCheckTest {
  private static final String LEAK = """
      package app;
      import org.ietf.jgss.*;
      class NAME {
        byte[] open(GSSManager m, GSSName n) throws GSSException {
          GSSContext ctx = m.createContext(n, null, null, 0);
          return ctx.initSecContext(new byte[0], 0, 0);
        }
      }
      """;
  @TempDir Path folder;

  @BeforeEach void realPath() throws IOException {
    folder = folder.toRealPath();
  }

  private Shell run(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command, "--root", folder.toString(), "--no-build-tool"));
    arguments.addAll(List.of(more));
    return Shell.run(Engine.real(), arguments.toArray(String[]::new));
  }

  private Path source(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path leak(String in, String name) throws IOException {
    return source(in + "/app/" + name + ".java", LEAK.replace("NAME", name));
  }

  private Path classes(String to, Path source) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(to));
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "-proc:none", "-d", classes.toString(), source.toString()));
    return classes;
  }

  private Path zip(String name, Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test void aSourceFolder() throws IOException {
    leak("src", "One");
    Shell shell = run("check", folder.resolve("src").toString());
    assertEquals(1, shell.code(), shell::toString);
    assertTrue(shell.out().startsWith("src/app/One.java:5:22: error: [SecurityContextLeak]"), shell.out());
    assertTrue(shell.out().contains("^~~~"), "with the place underlined");
  }

  @Test void sourcesClassesAndJarsInOneReport() throws IOException {
    leak("src", "One");
    Path two = classes("two/target/classes", leak("two/src/main/java", "Two"));
    Path three = classes("tmp", leak("tmp3", "Three"));
    Map<String, byte[]> inner = Map.of("app/Three.class", Files.readAllBytes(three.resolve("app/Three.class")));
    Path jar = zip("inner.jar", inner);
    Path fat = zip("libs/fat.jar", Map.of("lib.jar", Files.readAllBytes(jar)));
    Path four = classes("tmp4", leak("tmp5", "Four"));
    Map<String, byte[]> withSource = new LinkedHashMap<>();
    withSource.put("app/Four.class", Files.readAllBytes(four.resolve("app/Four.class")));
    Path fourJar = zip("four.jar", withSource);
    zip("four-sources.jar", Map.of("app/Four.java", LEAK.replace("NAME", "Four").getBytes(StandardCharsets.UTF_8)));
    Shell shell = run("check", folder.resolve("src").toString(), two.toString(), fat.toString(), fourJar.toString());
    assertEquals(1, shell.code(), shell::toString);
    for (String name : List.of("src/app/One.java:5:22", "app/Two.java:5", "app/Three.java:5", "app/Four.java:5")) {
      assertTrue(shell.out().contains(name + ": error: [SecurityContextLeak]"), name + "\n" + shell.out());
    }
    assertTrue(shell.out().contains("call ctx.dispose() (in fat.jar!/lib.jar)") && shell.out().contains("call ctx.dispose() (in four.jar)"), shell.out());
    assertEquals(2, shell.out().split("\\(in ", -1).length - 1, "what lies in no archive needs no name of one:\n" + shell.out());
    assertEquals(3, shell.out().split("    GSSContext ctx = m", -1).length - 1, "snippets of One, Two and Four:\n" + shell.out());
    assertTrue(shell.out().contains("4 findings"));
  }

  @Test void whatIsJudgedFromSourceIsNotJudgedTwice() throws IOException {
    Path one = leak("src", "One");
    Path classes = classes("target/classes", one);
    assertTrue(run("check", one.toString(), classes.toString()).out().contains("1 finding "));
  }

  @Test void whatDoesNotCompileIsJudgedAsFarAsItGoes() throws IOException {
    leak("src", "One");
    source("src/app/Bad.java", LEAK.replace("NAME", "Bad").replace("class Bad {", "class Bad { Zork zork; int x = zork.y();"));
    source("src/app/Worse.java", "class Worse { void m( }");
    Shell shell = run("check", folder.resolve("src").toString());
    assertEquals(3, shell.code());
    assertTrue(shell.out().contains("src/app/One.java:5:22: error:"), shell.out());
    assertTrue(shell.out().contains("src/app/Bad.java:3: not judged: this does not compile"), shell.out());
    assertTrue(shell.out().contains("src/app/Worse.java:1: not judged"), shell.out());
  }

  @Test void whatDoesNotCompileIsToldOfOnce() throws IOException {
    source("src/app/Native.java", """
        package app;
        import com.missing.Handle;
        import com.missing.Sspi;
        class Native {
          byte[] client() {
            Handle handle = new Handle();
            for (int i : Sspi.list()) { System.out.println(i); }
            try {
              return Sspi.token(handle, () -> handle).getBytes();
            } finally {
              Sspi.INSTANCE.FreeCredentialsHandle(handle);
            }
          }
        }
        """);
    source("src/app/Use.java", "package app; class Use { byte[] a() { return new Native().client(); } }");
    Shell shell = run("check", folder.resolve("src").toString());
    assertEquals(3, shell.code(), shell::toString);
    assertEquals(1, shell.out().lines().filter(line -> line.contains("not judged: ")).count(), shell::toString);
    assertTrue(shell.out().startsWith("src/app/Native.java:2: not judged: this does not compile"), shell::toString);
  }

  @Test void missingLibrariesOfAJarAreToldOf() throws IOException {
    Path library = classes("lib", source("lib-src/lib/Helper.java", "package lib; public class Helper { public static void look(Object o) {} }"));
    Path source = source("src/app/Uses.java", LEAK.replace("NAME", "Uses").replace("return ctx", "lib.Helper.look(ctx); return ctx"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "-proc:none", "-cp", library.toString(), "-d", classes.toString(),
        source.toString()));
    Path jar = zip("uses.jar", Map.of("app/Uses.class", Files.readAllBytes(classes.resolve("app/Uses.class"))));
    Shell shell = run("check", jar.toString());
    assertTrue(shell.out().contains("note: 1 class is missing that the judged code names, so what it does was guessed by name: lib (1); give the libraries with "
        + "--classpath"), shell::toString);
    assertEquals(1, shell.code(), "weaker, not incomplete");
    assertFalse(run("check", "--classpath", library.toString(), jar.toString()).out().contains("note:"));
  }

  @Test void anEmptyFolderIsNotClean() {
    assertEquals(0, Shell.run(Engine.real(), "--help").code());
    assertEquals(2, run("check", folder.resolve("none").toString()).code());
  }

  @Test void twoRunsGiveTheSameBytes() throws IOException {
    for (int i = 0; i < 5; i++) {
      leak("src", "P" + i);
    }
    Path classes = classes("out", leak("other", "Other"));
    String[] arguments = {"--format", "sarif", folder.resolve("src").toString(), classes.toString()};
    String first = run("check", arguments).out();
    assertEquals(first, run("check", arguments).out());
    assertFalse(first.contains(folder.toString()), first);
  }

  @Test void suppressionsCount() throws IOException {
    String suppressed = LEAK.replace("NAME", "S").replace("  byte[]", "  @SuppressWarnings(\"SecurityContextLeak\")\n  byte[]");
    source("src/app/S.java", suppressed);
    String src = folder.resolve("src").toString();
    assertEquals(0, run("check", src).code());
    assertEquals(1, run("check", "--require-reason", src).code());
    source("src/app/S.java", suppressed.replace("SecurityContextLeak\"", "SecurityContextLeak: because the caller holds it\""));
    assertEquals(0, run("check", "--require-reason", "--unused-suppressions", src).code());
    source("src/app/S.java", "@SuppressWarnings(\"DoubleRelease\") class S {}");
    Shell unused = run("check", src);
    assertEquals(0, unused.code());
    assertTrue(unused.out().contains("src/app/S.java:1:1: note: the suppression of DoubleRelease suppresses nothing"), unused.out());
    assertEquals(1, run("check", "--unused-suppressions", src).code());
  }

  @Test void rowsOfOnesOwn() throws IOException {
    Path rows = source("rows.yaml", """
        api: ours
        source: "our wiki"
        kinds:
          - { name: acme.ctx, noun: context, rule: SecurityContextLeak, release: "pool.give({})" }
        calls:
          - { call: "app.Pool#take/0", begins: { kind: acme.ctx, at: Result } }
          - { call: "app.Pool#give/1", ends: { of: "Argument[0]", kind: acme.ctx } }
        """);
    Path pool = classes("pool", source("lib/app/Pool.java", "package app; public interface Pool { Object take(); void give(Object o); }"));
    Path jar = zip("pool.jar", Map.of("app/Pool.class", Files.readAllBytes(pool.resolve("app/Pool.class"))));
    source("src/app/Use.java", "package app; class Use { void m(Pool p) { Object o = p.take(); } }");
    Shell lint = Shell.run(Engine.real(), "models", "lint", rows.toString());
    assertEquals(0, lint.code(), lint::toString);
    assertEquals(1, run("check", "--classpath", jar.toString(), "--models", rows.toString(), folder.resolve("src").toString()).code());
    Path dead = source("dead.yaml", Files.readString(rows) + "  - { call: \"app.Pool#give/1\", ends: { of: \"Argument[0]\", kind: acme.ctx } }\n");
    Shell told = run("check", "--classpath", jar.toString(), "--models", dead.toString(), folder.resolve("src").toString());
    assertEquals(1, told.code(), told::toString);
    assertTrue(told.out().contains("note: dead.yaml:7: 'app.Pool#give/1' is never asked: 'app.Pool#give/1' in line 8 is about the same calls"), told::toString);
    assertEquals(3, run("check", "--models", source("bad.yaml", "apy: x").toString(), folder.resolve("src").toString()).code());
  }

  @Test void explainsWhatIsBelieved() {
    Shell shell = Shell.run(Engine.real(), "explain", "org.ietf.jgss.GSSManager#createContext");
    assertEquals(0, shell.code());
    assertTrue(shell.out().contains("- call: \"org.ietf.jgss.GSSManager#createContext/4\""), shell.out());
    assertEquals(2, Shell.run(Engine.real(), "explain", "com.acme.Nothing#isKnown").code());
    assertTrue(Shell.run(Engine.real(), "models", "list").out().contains("GSSManager#createContext/4"));
  }
}
