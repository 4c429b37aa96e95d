package io.github.relinquish.tools.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Builds projects with the real tools, each with a clean class and with one that has a leak and a mistake that Error Prone looks for by default. */
final class Ward {
  static final String LEAK = "[SecurityContextLeak]";
  private static final String UNASKED = "[DeadException]";
  private static final int MINUTES = 10;
  private static final String CLEAN = "package com.acme;\n\npublic class Peer {}\n";
  private static final String LEAKING = """
      package com.acme;

      import org.ietf.jgss.*;

      public class Peer {
        byte[] open(GSSManager manager, GSSName name) throws GSSException {
          new IllegalStateException();
          GSSContext context = manager.createContext(name, null, null, GSSContext.DEFAULT_LIFETIME);
          return context.initSecContext(new byte[0], 0, 0);
        }
      }
      """;

  /** What a build said and how it ended. */
  record Said(int code, String text) {}

  /** One way to build a project. */
  @FunctionalInterface
  interface Build {
    Said run(Path project) throws IOException, InterruptedException;
  }

  private Ward() {}

  /** Empty where a clean class builds and a leak fails the build by our check alone; else what happened instead. */
  static String complaint(Path project, Build build) throws IOException, InterruptedException {
    Path peer = peer(project);
    Files.writeString(peer, LEAKING);
    Said leaking = build.run(project);
    if (leaking.code() == 0 || !leaking.text().contains(LEAK)) {
      return "the leak is not found: " + leaking.text();
    }
    if (leaking.text().contains(UNASKED)) {
      return "other checks run too: " + leaking.text();
    }
    Files.writeString(peer, CLEAN);
    Said clean = build.run(project);
    return clean.code() == 0 ? "" : "a clean class does not build: " + clean.text();
  }

  private static Path peer(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      Path there = files.filter(file -> file.endsWith("com/acme/Peer.java")).findFirst().orElse(project.resolve("src/main/java/com/acme/Peer.java"));
      Files.createDirectories(there.getParent());
      return there;
    }
  }

  /** Maven as it builds this project, with a repository in which our plugin lies. */
  static Build maven(Path scratch) throws IOException {
    Path settings = settings(scratch);
    Path toolchains = Files.writeString(scratch.resolve("toolchains.xml"), "<toolchains><toolchain><type>jdk</type><provides><version>17</version></provides>"
        + "<configuration><jdkHome>" + System.getProperty("java.home") + "</jdkHome></configuration></toolchain></toolchains>");
    return project -> run(project, Map.of(), List.of(Path.of(System.getProperty("doctor.maven"), "bin", "mvn").toString(), "-B", "-ntp", "-s", settings.toString(),
        "-t", toolchains.toString(), "clean", "compile"));
  }

  private static Path settings(Path scratch) throws IOException {
    Path home = Files.createDirectories(scratch.resolve("repo/io/github/relinquish/relinquish-errorprone/0.1.0-SNAPSHOT"));
    Files.copy(jar(), home.resolve("relinquish-errorprone-0.1.0-SNAPSHOT.jar"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(home.resolve("relinquish-errorprone-0.1.0-SNAPSHOT.pom"), "<project><modelVersion>4.0.0</modelVersion><groupId>io.github.relinquish</groupId>"
        + "<artifactId>relinquish-errorprone</artifactId><version>0.1.0-SNAPSHOT</version></project>");
    String lax = "<releases><checksumPolicy>ignore</checksumPolicy></releases><snapshots><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy></snapshots>";
    String known = "<id>known</id><url>" + Path.of(System.getProperty("doctor.repository")).toUri() + "</url>" + lax;
    return Files.writeString(scratch.resolve("settings.xml"), "<settings><localRepository>" + scratch.resolve("m2") + "</localRepository><profiles><profile>"
        + "<id>near</id><repositories><repository><id>near</id><url>" + scratch.resolve("repo").toUri() + "</url>" + lax + "</repository><repository>" + known
        + "</repository></repositories><pluginRepositories><pluginRepository>" + known + "</pluginRepository></pluginRepositories></profile></profiles>"
        + "<activeProfiles><activeProfile>near</activeProfile></activeProfiles></settings>");
  }

  /** The plugin's jar, as the same build has packaged it. */
  static Path jar() {
    return Path.of("../plugin/target/relinquish-errorprone-0.1.0-SNAPSHOT.jar").toAbsolutePath().normalize();
  }

  /** Plain javac with the argument file of a fixture; the class path of this test holds Error Prone and our plugin. */
  static Build javac(Map<String, String> environment) {
    return project -> run(project, environment, List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "@javac.args",
        "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-processorpath", processors(), "-d", "classes", "src/main/java/com/acme/Peer.java"));
  }

  private static String processors() {
    return String.join(File.pathSeparator, System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
  }

  private static Said run(Path folder, Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("ward", ".txt");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("MAVEN_OPTS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(command + " did not end");
    }
    String text = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    return new Said(process.exitValue(), text);
  }
}
