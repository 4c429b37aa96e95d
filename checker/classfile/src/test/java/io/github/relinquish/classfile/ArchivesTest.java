package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchivesTest {
  private static final byte[] CONTENT = {1, 2, 3};
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static Archives under(Path... places) {
    return Archives.under(List.of(places), ArchiveLimits.standard());
  }

  private List<String> found(Archives archives) {
    return archives.classes().stream()
        .map(c -> c.binaryName() + " " + c.place().substring(folder.toString().length() + 1).replace('\\', '/')
            + (c.isBundled() ? " bundled" : ""))
        .toList();
  }

  private List<String> noted(Archives archives) {
    return archives.notes().stream().map(n -> n.toString().replace(folder.toString(), "").replace('\\', '/')).toList();
  }

  @Test void findsClassesInFoldersSortedByName() throws Exception {
    file("z/B.class", CONTENT);
    file("a/C$1.class", CONTENT);
    file("module-info.class", CONTENT);
    file("a/package-info.class", CONTENT);
    file("META-INF/versions/11/a/C.class", CONTENT);
    file("notes.txt", CONTENT);
    try (Archives archives = under(folder)) {
      assertEquals(List.of("a.C$1 a/C$1.class", "z.B z/B.class"), found(archives));
      assertArrayEquals(CONTENT, archives.find("z.B").orElseThrow());
      assertTrue(archives.find("z.C").isEmpty());
      assertEquals(List.of(), archives.notes());
    }
  }

  @Test void findsClassesInWarsAndTheirLibraries() throws Exception {
    Map<String, byte[]> war = new LinkedHashMap<>();
    war.put("WEB-INF/lib/lib.jar", zip(Map.of("lib/L.class", CONTENT)));
    war.put("WEB-INF/classes/app/A.class", CONTENT);
    war.put("META-INF/versions/17/app/A.class", CONTENT);
    Path file = file("app.war", zip(war));
    try (Archives archives = under(file)) {
      assertEquals(
          List.of("app.A app.war!/WEB-INF/classes/app/A.class", "lib.L app.war!/WEB-INF/lib/lib.jar!/lib/L.class bundled"),
          found(archives));
      assertArrayEquals(CONTENT, archives.find("lib.L").orElseThrow());
    }
  }

  @Test void readsNoArchiveInArchivesOfAClassPath() throws Exception {
    Path file = file("fat.jar", zip(Map.of("BOOT-INF/lib/lib.jar", zip(Map.of("lib/L.class", CONTENT)))));
    try (Archives archives = Archives.onClassPath(List.of(file, folder), ArchiveLimits.standard())) {
      assertEquals(List.of(), found(archives));
    }
  }

  @Test void ignoresNamesThatLeadOut() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("../../Evil.class", CONTENT);
    entries.put("/Absolute.class", CONTENT);
    entries.put("C:\\Drive.class", CONTENT);
    entries.put("Good.class", CONTENT);
    try (Archives archives = under(file("evil.jar", zip(entries)))) {
      assertEquals(List.of("Good evil.jar!/Good.class"), found(archives));
      assertEquals(3, archives.notes().size(), archives.notes()::toString);
    }
  }

  @Test void doesNotInflateBombs() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("Bomb.class", new byte[20 * MEGABYTE]);
    entries.put("inner.jar", zip(Map.of("Nested.class", new byte[40 * MEGABYTE])));
    entries.put("Good.class", CONTENT);
    try (Archives archives = under(file("bomb.jar", zip(entries)))) {
      assertEquals(List.of("Good bomb.jar!/Good.class"), found(archives));
      assertEquals(List.of("/bomb.jar!/Bomb.class: is compressed more than 200 times",
          "/bomb.jar!/inner.jar: is not read to its end: it inflates to more than is read of nested archives"), noted(archives));
    }
  }

  @Test void stopsAtItsLimits() throws Exception {
    ArchiveLimits small = new ArchiveLimits(3, 10, MEGABYTE, 200, 1, 2);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("Large.class", new byte[11]);
    entries.put("a.jar", zip(Map.of("b.jar", zip(Map.of("Deep.class", CONTENT)))));
    entries.put("Good.class", CONTENT);
    entries.put("Fourth.class", CONTENT);
    try (Archives archives = Archives.under(List.of(file("many.jar", zip(entries))), small)) {
      assertEquals(List.of("Good many.jar!/Good.class"), found(archives));
      assertEquals(List.of("/many.jar!/Large.class: is a class file of 11 bytes",
          "/many.jar!/a.jar!/b.jar: lies more than 1 archives deep", ": 1 more problems"), noted(archives));
    }
  }

  @Test void notesWhatIsNoArchiveAndReadsTheRest() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("broken.jar", CONTENT);
    entries.put("Good.class", CONTENT);
    Path half = file("half.jar", java.util.Arrays.copyOf(zip(entries), 60));
    Path whole = file("whole.jar", zip(entries));
    try (Archives archives = under(half, folder.resolve("none.jar"), whole)) {
      assertEquals(List.of("Good whole.jar!/Good.class"), found(archives));
      assertEquals(3, archives.notes().size(), archives.notes()::toString);
    }
  }

  @Test void leavesCirclesOfLinks() throws Exception {
    file("a/A.class", CONTENT);
    Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a"));
    try (Archives archives = under(folder)) {
      assertEquals(List.of("a.A a/A.class"), found(archives));
      assertEquals(1, archives.notes().size(), archives.notes()::toString);
    }
  }
}
