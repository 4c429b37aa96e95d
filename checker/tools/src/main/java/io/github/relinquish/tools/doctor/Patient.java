package io.github.relinquish.tools.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that was read of a project.
 *
 * @param jdk feature number of the JDK that builds it
 * @param maven one module of it, as its poms say
 * @param jvmConfig lines of {@code .mvn/jvm.config}
 * @param gradle text of its Gradle script
 * @param gradleFile name of that script
 * @param argumentFiles files of arguments for javac by name
 */
record Patient(int jdk, Optional<MavenSetup> maven, List<String> jvmConfig, Optional<String> gradle, String gradleFile,
    Map<String, String> argumentFiles) {
  private static final Pattern CORE_IN_GRADLE = Pattern.compile("error_prone_core:([0-9][0-9A-Za-z.\\-]*)");
  private static final long LARGEST = 4L << 20;

  /** One for each module of a Maven project, else one. */
  static List<Patient> all(Path folder, int jdk) throws IOException {
    List<Patient> patients = new ArrayList<>();
    if (Files.isRegularFile(folder.resolve("pom.xml"))) {
      for (MavenSetup module : PomChain.setups(folder)) {
        patients.add(of(folder, jdk, Optional.of(module)));
      }
    }
    return patients.isEmpty() ? List.of(of(folder, jdk, Optional.empty())) : patients;
  }

  private static Patient of(Path folder, int jdk, Optional<MavenSetup> maven) throws IOException {
    Path config = mavenRoot(folder).resolve(".mvn/jvm.config");
    List<String> jvmConfig = Files.isRegularFile(config) ? read(config).lines().toList() : List.of();
    String script = Files.isRegularFile(folder.resolve("build.gradle.kts")) ? "build.gradle.kts" : "build.gradle";
    Optional<String> gradle = Files.isRegularFile(folder.resolve(script)) ? Optional.of(read(folder.resolve(script))) : Optional.empty();
    return new Patient(jdk, maven, jvmConfig, gradle, script, argumentFiles(folder, maven));
  }

  /** Maven takes its JVM's flags from the nearest folder above that has a {@code .mvn}. */
  private static Path mavenRoot(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".mvn"))) {
        return at;
      }
    }
    return folder;
  }

  /** Version of Error Prone that is asked for. */
  Optional<String> errorProne() {
    if (maven.isPresent()) {
      return maven.get().processorPath().stream().filter(path -> path.startsWith("com.google.errorprone:error_prone_core:"))
          .map(path -> path.substring(path.lastIndexOf(':') + 1)).findFirst();
    }
    Matcher core = CORE_IN_GRADLE.matcher(gradle.orElse(""));
    return core.find() ? Optional.of(core.group(1)) : Optional.empty();
  }

  /** Minor number of Error Prone 2; absent where the version is no number. */
  Optional<Integer> errorProneMinor() {
    return errorProne().map(version -> Pattern.compile("2\\.(\\d+).*").matcher(version)).filter(Matcher::matches)
        .map(version -> Integer.parseInt(version.group(1)));
  }

  /** All of the text in which names of checks and options stand. */
  String flags() {
    return String.join("\n", maven.map(MavenSetup::arguments).orElse(List.of())) + "\n" + gradle.orElse("") + "\n"
        + String.join("\n", argumentFiles.values());
  }

  /** File in which the flags stand. */
  String flagsFile() {
    return maven.isPresent() ? maven.get().file() : gradle.isPresent() ? gradleFile : argumentFiles.keySet().stream().findFirst().orElse("");
  }

  private static Map<String, String> argumentFiles(Path folder, Optional<MavenSetup> maven) throws IOException {
    Map<String, String> files = new TreeMap<>();
    List<String> named = new ArrayList<>();
    maven.ifPresent(it -> it.arguments().stream().filter(argument -> argument.startsWith("@")).forEach(argument -> named.add(argument.substring(1))));
    try (Stream<Path> children = Files.list(folder)) {
      children.map(child -> child.getFileName().toString()).filter(name -> name.endsWith(".args") || name.endsWith(".argfile")).forEach(named::add);
    }
    Path root = folder.toAbsolutePath().normalize();
    for (String name : named) {
      Path file = root.resolve(name.replace("${project.basedir}/", "").replace("${basedir}/", "")).normalize();
      if (file.startsWith(root) && Files.isRegularFile(file)) {
        files.put(root.relativize(file).toString().replace('\\', '/'), read(file));
      }
    }
    return files;
  }

  static String read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(file.getFileName() + " is larger than any build file");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
