package io.github.relinquish.tools.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each broken fixture is broken, and builds with our check at work after the printed lines were followed to the letter. One of them is built
 * in every run; {@code -Ddoctor.builds=true} builds all: about three minutes, and the first time with the network.
 */
class CuredProjectsTest {
  private static final Path FIXTURES = Path.of("src/test/resources/doctor");
  private static final int JDK = 17;

  @TempDir Path scratch;

  private static List<Path> broken() throws IOException {
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      return folders.filter(Files::isDirectory).filter(f -> !f.getFileName().toString().startsWith("healthy")).sorted().toList();
    }
  }

  private Path copyOf(Path fixture) throws IOException {
    return DoctorTest.copy(fixture, scratch.resolve(fixture.getFileName().toString()));
  }

  @TestFactory Stream<DynamicTest> theDoctorIsContentWithWhatWasFollowed() throws IOException {
    return broken().stream().map(fixture -> DynamicTest.dynamicTest(fixture.getFileName().toString(), () -> {
      Path project = copyOf(fixture);
      List<Complaint> followed = Cure.all(project, JDK);
      assertFalse(followed.isEmpty());
      assertEquals(List.of(), Doctor.examine(project, JDK));
    }));
  }

  @Test void plainJavacBuildsWhenCured() throws IOException, InterruptedException {
    Path project = copyOf(FIXTURES.resolve("j-in-argfile-javac"));
    assertNotEquals("", Ward.complaint(project, Ward.javac(Map.of())));
    String export = Cure.all(project, JDK).get(0).lines().get(0);
    String value = export.substring(export.indexOf('"') + 1, export.length() - 1);
    assertEquals("", Ward.complaint(project, Ward.javac(Map.of("JAVA_TOOL_OPTIONS", value))));
  }

  @EnabledIfSystemProperty(named = "doctor.builds", matches = "true", disabledReason = "minutes and the network: -Ddoctor.builds=true")
  @TestFactory Stream<DynamicTest> mavenBuildsWhenCured() throws IOException {
    assumeTrue(Runtime.version().feature() == JDK, "one row is about JDK 17, the toolchain of another asks for it");
    Ward.Build maven = Ward.maven(Files.createDirectories(Path.of("target", "doctor").toAbsolutePath()));
    return broken().stream().filter(fixture -> Files.exists(fixture.resolve("pom.xml"))).map(fixture -> DynamicTest.dynamicTest(fixture.getFileName().toString(), () -> {
      Path project = copyOf(fixture);
      assertNotEquals("", Ward.complaint(project, maven), "it is not broken");
      Cure.all(project, JDK);
      assertEquals("", Ward.complaint(project, maven));
    }));
  }
}
