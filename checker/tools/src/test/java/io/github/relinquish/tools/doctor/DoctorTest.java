package io.github.relinquish.tools.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class DoctorTest {
  private static final Path FIXTURES = Path.of("src/test/resources/doctor");

  @TestFactory Stream<DynamicTest> everyBrokenProjectGetsItsCure() throws IOException {
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      List<Path> sorted = folders.filter(Files::isDirectory).sorted().toList();
      return sorted.stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> golden(folder)));
    }
  }

  private static void golden(Path folder) throws IOException {
    StringWriter out = new StringWriter();
    int code = Main.commandLine(Engine.absent(), new PrintWriter(out), new PrintWriter(out))
        .execute("doctor", "--jdk", "17", folder.toString());
    String actual = out.toString().replace(System.lineSeparator(), "\n");
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertEquals(Files.readString(expected), actual);
    String name = folder.getFileName().toString();
    assertEquals(name.startsWith("healthy") ? 0 : 1, code);
    String row = name.replaceFirst("^gradle-", "").replaceFirst("-(forked|javac)$", "");
    assertTrue(code == 0 || actual.contains("[" + row + "]"), () -> "the cause " + row + " is not named:\n" + actual);
  }

  @Test void entitiesOfAPomAreNotFollowed() {
    String bomb = "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><project>&x;</project>";
    IOException refused = assertThrows(IOException.class, () -> PomReader.read(bomb.getBytes(StandardCharsets.UTF_8)));
    assertTrue(refused.getMessage().contains("DOCTYPE"), refused.getMessage());
  }

  @Test void anOldJdkIsNamed() throws IOException {
    assertEquals("jdk", Doctor.examine(FIXTURES.resolve("healthy"), 11).get(0).row());
  }

  @Test void wordsAreNearOrNot() {
    assertEquals(1, Spelling.distance("Report", "Reports"));
    assertEquals("Report", Spelling.meant("Reprot", FlagComplaints.OPTIONS).orElseThrow());
    assertTrue(Spelling.meant("NullAway", List.of("Relinquish")).isEmpty());
  }
}
