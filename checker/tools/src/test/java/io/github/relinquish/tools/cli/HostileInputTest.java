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
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs made to harm: bounded, noted once, and the rest is checked. */
class HostileInputTest {
  private static final String LEAK = """
      class Leak {
        void m(org.ietf.jgss.GSSManager m) throws Exception {
          org.ietf.jgss.GSSContext ctx = m.createContext((byte[]) null);
        }
      }
      """;
  @TempDir Path folder;
  private Path src;

  @BeforeEach void write() throws IOException {
    folder = folder.toRealPath();
    src = Files.createDirectories(folder.resolve("src"));
    Files.writeString(src.resolve("Leak.java"), LEAK);
  }

  private Shell check(Path path, String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("check", "--root", folder.toString(), "--no-build-tool", path.toString()));
    words.addAll(List.of(more));
    return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Shell.run(Engine.real(), words.toArray(String[]::new)));
  }

  private static void leakIsFound(Shell shell) {
    assertTrue(shell.out().contains("src/Leak.java:3:36: error: [SecurityContextLeak]"), shell::toString);
  }

  @Test void linksInACircle() throws IOException {
    Files.createSymbolicLink(src.resolve("again"), src);
    Files.createSymbolicLink(src.resolve("Same.java"), src.resolve("Leak.java"));
    Shell shell = check(src);
    leakIsFound(shell);
    assertEquals(1, shell.code(), shell::toString);
    assertTrue(shell.out().contains("1 finding "), shell.out());
  }

  @Test void malformedText() throws IOException {
    Files.write(src.resolve("Bad.java"), new byte[] {'c', 'l', 'a', 's', 's', ' ', (byte) 0xff, (byte) 0xfe, '{', '}'});
    Shell shell = check(src);
    leakIsFound(shell);
    assertEquals(3, shell.code());
  }

  @Test void deepNesting() throws IOException {
    int depth = 3000;
    Files.writeString(src.resolve("Deep.java"), "class Deep { int x = " + "(".repeat(depth) + "1" + ")".repeat(depth) + "; void m() {"
        + "{".repeat(depth) + "}".repeat(depth) + "} int y(int a) { return " + "a+".repeat(depth) + "a; } }");
    leakIsFound(check(src));
  }

  @Test void moreThanTheCompilerCanTake() throws IOException {
    int depth = 400_000;
    Files.writeString(src.resolve("Deep.java"), "class Deep { int x = " + "(".repeat(depth) + "1" + ")".repeat(depth) + "; }");
    Shell shell = check(src);
    leakIsFound(shell);
  }

  @Test void namesWithMarkupAndEscapes() throws IOException {
    Path odd = src.resolve("<script>alert(1)</script>".replace('/', '_') + "\u001b[31m.java");
    Files.writeString(odd, LEAK.replace("Leak", "Odd"));
    Shell text = check(src);
    assertFalse(text.out().contains("\u001b"), "no escape reaches the terminal");
    Shell html = check(src, "--format", "html");
    assertFalse(html.out().contains("<script>alert"), "no markup reaches the page");
    assertFalse(html.out().contains("\u001b"));
  }

  @Test void bombsAndNamesThatLeadOut() throws IOException {
    Path jar = folder.resolve("bad.jar");
    try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("../../../Out.class"));
      zip.write(1);
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("Bomb.class"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("Broken.class"));
      zip.write("no class".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Files.write(folder.resolve("cut.jar"), java.util.Arrays.copyOf(Files.readAllBytes(jar), 60));
    for (String name : List.of("bad.jar", "cut.jar")) {
      Shell shell = check(folder.resolve(name), src.toString());
      leakIsFound(shell);
      assertEquals(3, shell.code(), shell::toString);
      assertTrue(shell.out().contains("not judged: " + name), shell.out());
    }
    assertFalse(Files.exists(folder.resolve("../Out.class")));
  }

  @Test void rowsThatGrowWhileTheyAreRead() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
    }
    Path rows = Files.writeString(folder.resolve("rows.yaml"), bomb);
    assertEquals(1, Shell.run(Engine.real(), "models", "lint", rows.toString()).code());
    Path deep = Files.writeString(folder.resolve("deep.yaml"), "[".repeat(100_000));
    assertEquals(1, Shell.run(Engine.real(), "models", "lint", deep.toString()).code());
    assertEquals(3, check(src, "--models", rows.toString()).code());
  }

  /** Just beyond the limit and stored, so that its size is no lie; and an archive in an archive in an archive, without end. */
  @Test void hugeClassesAndArchivesWithoutEnd() throws IOException {
    Path jar = folder.resolve("huge.jar");
    try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("Huge.class"));
      byte[] piece = new byte[1 << 20];
      new java.util.Random(1).nextBytes(piece);
      for (int i = 0; i <= 100; i++) {
        zip.write(piece);
      }
      zip.closeEntry();
    }
    byte[] inner = new byte[0];
    for (int depth = 0; depth < 12; depth++) {
      java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("inner.jar"));
        zip.write(inner);
        zip.closeEntry();
      }
      inner = bytes.toByteArray();
    }
    Files.write(folder.resolve("deep.jar"), inner);
    for (String name : List.of("huge.jar", "deep.jar")) {
      Shell shell = check(folder.resolve(name), src.toString());
      leakIsFound(shell);
      assertEquals(3, shell.code(), shell::toString);
      assertEquals(1, shell.out().lines().filter(line -> line.contains("not judged: " + name)).count(), shell.out());
    }
  }

  /** Names that only a class file can have. */
  @Test void escapesInClassFiles() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    assertEquals(0, javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "-proc:none", "-d", classes.toString(),
        src.resolve("Leak.java").toString()));
    byte[] bytes = Files.readAllBytes(classes.resolve("Leak.class"));
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("Leak.java", "\u001b[31mX<b>").replace("\u0003ctx", "\u0003<u>");
    Files.write(classes.resolve("Leak.class"), text.getBytes(StandardCharsets.ISO_8859_1));
    Shell plain = check(classes);
    assertTrue(plain.out().contains("[SecurityContextLeak]"), plain::toString);
    assertFalse(plain.out().contains("\u001b"), plain.out());
    for (String form : List.of("html", "sarif", "gitlab", "rdjson", "junit")) {
      String out = check(classes, "--format", form).out();
      assertFalse(out.contains("\u001b") || form.matches("html|junit") && out.contains("<u>"), form + "\n" + out);
    }
  }

  @Test void aHugeSourceIsLeftOut() throws IOException {
    try (OutputStream out = Files.newOutputStream(src.resolve("Huge.java"))) {
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 17; i++) {
        out.write(blanks);
      }
    }
    Shell shell = check(src);
    leakIsFound(shell);
    assertEquals(3, shell.code());
  }
}
