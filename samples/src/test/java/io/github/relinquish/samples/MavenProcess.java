package io.github.relinquish.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Maven that runs these tests, run once more on another project. */
final class MavenProcess {
  private MavenProcess() {}

  /** Runs a goal quietly; offline where this build is. */
  static void run(Path pom, String... arguments) throws IOException, InterruptedException {
    boolean isWindows = File.separatorChar == '\\';
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("window.maven"), "bin", isWindows ? "mvn.cmd" : "mvn").toString(),
        "-B", "-q", "-f", pom.toAbsolutePath().toString(),
        "-Dmaven.repo.local=" + System.getProperty("window.repository")));
    command.addAll(List.of(arguments));
    if (System.getProperty("window.offline", "").endsWith("true")) {
      command.add("-o");
    }
    Process maven = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(maven.getInputStream().readAllBytes());
    if (maven.waitFor() != 0) {
      throw new IOException("Maven cannot do " + List.of(arguments) + ":\n" + output);
    }
  }
}
