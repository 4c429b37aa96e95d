package io.github.relinquish.samples;

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
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Where recipes are built: a local repository of their own, build tools by name, and copies of the fixtures. */
final class Workshop {
  private static final Path ROOT = Path.of("target", "recipes").toAbsolutePath();
  private static final Path FIXTURES = Path.of("..", "docs", "ci", "fixtures").toAbsolutePath().normalize();
  private static final String GET = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";
  private static final int MINUTES = 10;

  /** What a program said and how it ended. */
  record Said(int code, String text) {}

  private Workshop() {}

  /** A copy of a fixture, with the sources that all share. */
  static Path fixture(String name) throws IOException {
    Path copy = ROOT.resolve("copies").resolve(name);
    delete(copy);
    copy(FIXTURES.resolve("project"), copy);
    copy(FIXTURES.resolve(name), copy);
    return copy;
  }

  /** Settings for a Maven that finds our plugin, and what is in the local repository at hand, before it asks the network. */
  static Path settings() throws IOException {
    String name = "relinquish-errorprone-0.1.0-SNAPSHOT";
    Path home = Files.createDirectories(ROOT.resolve("repo/io/github/relinquish/relinquish-errorprone/0.1.0-SNAPSHOT"));
    Files.copy(Path.of(System.getProperty("recipes.plugin")), home.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(home.resolve(name + ".pom"), "<project><modelVersion>4.0.0</modelVersion><groupId>io.github.relinquish</groupId>"
        + "<artifactId>relinquish-errorprone</artifactId><version>0.1.0-SNAPSHOT</version></project>");
    // A snapshot that Maven has copied stays what it was.
    delete(ROOT.resolve("m2/io/github/relinquish"));
    // Maven 4 insists on checksums, which local repositories have for some files only.
    String lax = "<releases><checksumPolicy>ignore</checksumPolicy></releases><snapshots><enabled>true</enabled><checksumPolicy>ignore</checksumPolicy>"
        + "</snapshots>";
    String known = "<id>known</id><url>" + Path.of(System.getProperty("window.repository")).toUri() + "</url>" + lax;
    return Files.writeString(ROOT.resolve("settings.xml"), "<settings><localRepository>" + ROOT.resolve("m2") + "</localRepository><profiles><profile>"
        + "<id>recipes</id><repositories><repository><id>near</id><url>" + ROOT.resolve("repo").toUri() + "</url>" + lax + "</repository><repository>" + known
        + "</repository></repositories><pluginRepositories><pluginRepository>" + known + "</pluginRepository></pluginRepositories></profile></profiles>"
        + "<activeProfiles><activeProfile>recipes</activeProfile></activeProfiles></settings>");
  }

  /** The Maven of some version, by name. */
  static Path maven(String version) throws IOException, InterruptedException {
    Path home = ROOT.resolve("apache-maven-" + version);
    if (!Files.isDirectory(home)) {
      Path zip = artifact("org.apache.maven", "apache-maven", version, "-bin.zip", ":zip:bin");
      unzip(zip, ROOT);
    }
    Path start = home.resolve("bin/mvn");
    start.toFile().setExecutable(true);
    return start;
  }

  /** A file of the local repository at hand; fetched when it is not there. */
  static Path artifact(String group, String name, String version, String suffix, String more) throws IOException, InterruptedException {
    Path file = Path.of(System.getProperty("window.repository"), group.replace('.', '/'), name, version, name + "-" + version + suffix);
    if (!Files.exists(file)) {
      Said said = run(Path.of("").toAbsolutePath(), Map.of(), mavenAtHand(), "-B", "-q", "-ntp", GET + "get",
          "-Dmaven.repo.local=" + System.getProperty("window.repository"), "-Dtransitive=false", "-Dartifact=" + group + ":" + name + ":" + version + more);
      if (said.code() != 0) {
        throw new IOException(said.text());
      }
    }
    return file;
  }

  /** The class path of artifacts with all they need. */
  static String classPath(String remembered, List<String> coordinates) throws IOException, InterruptedException {
    StringBuilder pom = new StringBuilder("<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>"
        + "<dependencies>");
    for (String one : coordinates) {
      String[] parts = one.split(":");
      pom.append("<dependency><groupId>").append(parts[0]).append("</groupId><artifactId>").append(parts[1]).append("</artifactId><version>")
          .append(parts[2]).append("</version></dependency>");
    }
    Path file = Files.writeString(Files.createDirectories(ROOT).resolve(remembered + ".pom.xml"), pom.append("</dependencies></project>"));
    Path out = ROOT.resolve(remembered + ".txt");
    Said said = run(ROOT, Map.of(), mavenAtHand(), "-B", "-q", "-ntp", "-f", file.toString(), GET + "build-classpath",
        "-Dmaven.repo.local=" + System.getProperty("window.repository"), "-Dmdep.outputFile=" + out);
    if (said.code() != 0) {
      throw new IOException(said.text());
    }
    return Files.readString(out).trim();
  }

  private static String mavenAtHand() {
    return Path.of(System.getProperty("window.maven"), "bin", "mvn").toString();
  }

  /** Runs a program in a folder, on the JDK that runs this. */
  static Said run(Path folder, Map<String, String> environment, String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(Files.createDirectories(ROOT), "said", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
    builder.environment().remove("MAVEN_OPTS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(List.of(command) + " did not end");
    }
    String text = Files.readString(log, StandardCharsets.UTF_8);
    Files.delete(log);
    return new Said(process.exitValue(), text);
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> all = new ArrayList<>(files.sorted().toList());
        java.util.Collections.reverse(all);
        for (Path file : all) {
          Files.delete(file);
        }
      }
    }
  }

  private static void unzip(Path zip, Path to) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = to.resolve(entry.getName()).normalize();
        if (!file.startsWith(to)) {
          throw new IOException("a name that leads out: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
