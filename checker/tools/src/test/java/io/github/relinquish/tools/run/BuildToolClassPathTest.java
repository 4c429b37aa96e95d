package io.github.relinquish.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildToolClassPathTest {
  @TempDir Path folder;
  private Path jar;

  @BeforeEach void needsAPosixShell() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    jar = Files.writeString(folder.resolve("dep.jar"), "");
  }

  private void script(String name, String body) throws IOException {
    Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
    assertTrue(folder.resolve(name).toFile().setExecutable(true));
  }

  @Test void asksTheWrapperOfAMavenProject() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Path classes = Files.createDirectories(folder.resolve("module/target/classes"));
    script("mvnw", "echo '[INFO] Dependencies classpath:'\necho '" + jar + ":/nowhere/x.jar'\n");
    BuildToolClassPath.Found found = BuildToolClassPath.of(folder, false);
    assertEquals(List.of(jar, classes), found.entries());
    assertTrue(found.remarks().isEmpty());
  }

  @Test void saysWhyItHasNone() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    script("mvnw", "exit 7\n");
    assertTrue(BuildToolClassPath.of(folder, false).remarks().get(0).contains("exit code 7"));
  }

  @Test void saysWhatMavenSaid() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    script("mvnw", "echo '[INFO] Scanning'\necho '[ERROR] '\necho '[ERROR] Cannot access central in offline mode'\necho '[ERROR] -> [Help 1]'\nexit 1\n");
    assertEquals(List.of("the class path could not be had from Maven (exit code 1), which said: Cannot access central in offline mode"),
        BuildToolClassPath.of(folder, false).remarks());
  }

  @Test void asksTheWrapperOfAGradleProject() throws IOException {
    Files.writeString(folder.resolve("build.gradle"), "");
    script("gradlew", "case \"$*\" in *--offline*) echo 'relinquish-class-path:" + jar + "';; *) exit 1;; esac\n");
    assertEquals(List.of(jar), BuildToolClassPath.of(folder, false).entries());
  }

  @Test void aCommandThatHangsIsEnded() {
    BoundedProcess.Outcome outcome = BoundedProcess.run(List.of("/bin/sh", "-c", "sleep 60"), folder, 1);
    assertEquals("no answer in 1 s", outcome.reason());
  }
}
