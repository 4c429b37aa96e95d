package io.github.relinquish.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class path of one version of Error Prone, as Maven resolves it; remembered under {@code target}. */
final class ErrorProneClassPath {
  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

  private ErrorProneClassPath() {}

  /** @param version of {@code error_prone_core} */
  static String of(String version) throws IOException, InterruptedException {
    Path remembered = Path.of("target", "window", "errorprone-" + version + ".txt");
    if (!isStillThere(remembered)) {
      Files.createDirectories(remembered.getParent());
      resolve(version, remembered);
    }
    return Files.readString(remembered).trim();
  }

  private static boolean isStillThere(Path remembered) throws IOException {
    if (!Files.exists(remembered)) {
      return false;
    }
    for (String jar : Files.readString(remembered).trim().split(File.pathSeparator)) {
      if (!Files.exists(Path.of(jar))) {
        return false;
      }
    }
    return true;
  }

  private static void resolve(String version, Path file) throws IOException, InterruptedException {
    MavenProcess.run(Path.of("src", "test", "resources", "window", "pom.xml"),
        "-Derrorprone.version=" + version, "-Dmdep.outputFile=" + file.toAbsolutePath(), GOAL);
  }
}
