package io.github.relinquish.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    boolean isWindows = File.separatorChar == '\\';
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("window.maven"), "bin", isWindows ? "mvn.cmd" : "mvn").toString(),
        "-B", "-q", "-f", Path.of("src", "test", "resources", "window", "pom.xml").toAbsolutePath().toString(),
        "-Dmaven.repo.local=" + System.getProperty("window.repository"),
        "-Derrorprone.version=" + version, "-Dmdep.outputFile=" + file.toAbsolutePath(), GOAL));
    if (System.getProperty("window.offline", "").endsWith("true")) {
      command.add("-o");
    }
    Process maven = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(maven.getInputStream().readAllBytes());
    if (maven.waitFor() != 0) {
      throw new IOException("Maven cannot resolve Error Prone " + version + ":\n" + output);
    }
  }
}
