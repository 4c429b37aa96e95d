package io.github.relinquish.tools.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.plugin.session.Settings;
import io.github.relinquish.tools.cli.Main;
import io.github.relinquish.tools.run.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Path FIXTURES = Path.of("src/test/resources/doctor");

  @TempDir Path scratch;

  @TestFactory Stream<DynamicTest> everyBrokenProjectGetsItsCure() throws IOException {
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      List<Path> sorted = folders.filter(Files::isDirectory).sorted().toList();
      return sorted.stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> golden(folder)));
    }
  }

  /** In a folder of its own: what lies above this project's would count for the fixture too, as it does in Maven. */
  private void golden(Path folder) throws IOException {
    Path copy = copy(folder, scratch.resolve(folder.getFileName().toString()));
    StringWriter out = new StringWriter();
    int code = Main.commandLine(Engine.absent(), new PrintWriter(out), new PrintWriter(out))
        .execute("doctor", "--jdk", "17", copy.toString());
    String actual = out.toString().replace(System.lineSeparator(), "\n");
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertEquals(Files.readString(expected), actual);
    String name = folder.getFileName().toString();
    assertEquals(name.startsWith("healthy") ? 0 : 1, code);
    String row = name.replaceFirst("^(gradle|modules|child)-", "").replaceFirst("-(forked|javac)$", "");
    assertTrue(code == 0 || actual.contains("[" + row + "]"), () -> "the cause " + row + " is not named:\n" + actual);
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  @Test void aModuleIsSeenWithItsParentAndTheFlagsAbove() throws IOException {
    Path all = copy(FIXTURES.resolve("healthy-modules"), scratch.resolve("all"));
    assertEquals(List.of(), Doctor.examine(all.resolve("peer"), 17));
    Files.delete(all.resolve(".mvn/jvm.config"));
    assertEquals(List.of("exports-missing"), Doctor.examine(all.resolve("peer"), 17).stream().map(Complaint::row).toList());
  }

  @Test void pomsInACircleEnd() throws IOException {
    String pom = "<project><parent><artifactId>a</artifactId><relativePath>pom.xml</relativePath></parent><artifactId>a</artifactId>"
        + "<modules><module>.</module><module>../circle</module></modules></project>";
    Path folder = Files.createDirectories(scratch.resolve("circle"));
    Files.writeString(folder.resolve("pom.xml"), pom);
    assertEquals("not-set-up", Doctor.examine(folder, 17).get(0).row());
  }

  @Test void entitiesOfAPomAreNotFollowed() {
    String bomb = "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><project>&x;</project>";
    IOException refused = assertThrows(IOException.class, () -> Pom.read(bomb.getBytes(StandardCharsets.UTF_8)));
    assertTrue(refused.getMessage().contains("DOCTYPE"), refused.getMessage());
  }

  @Test void anOldJdkIsNamed() throws IOException {
    assertEquals("jdk", Doctor.examine(FIXTURES.resolve("healthy"), 11).get(0).row());
  }

  @Test void wordsAreNearOrNot() {
    assertEquals(1, Spelling.distance("Report", "Reports"));
    assertEquals("Report", Spelling.meant("Reprot", Settings.names()).orElseThrow());
    assertTrue(Spelling.meant("NullAway", List.of("Relinquish")).isEmpty());
  }
}
