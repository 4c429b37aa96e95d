package io.github.relinquish.tools.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Asks a project's own Maven or Gradle, for a bounded time and without the network unless it is allowed, what its sources are compiled against. */
public final class BuildToolClassPath {
  private static final int SECONDS = 180;
  private static final String MAVEN_HEADING = "Dependencies classpath:";
  private static final String MAVEN_ERROR = "[ERROR]";
  private static final int MOST_SAID = 600;
  private static final String GRADLE_MARK = "relinquish-class-path:";
  /** Prints, for each project with Java sources, its compile class path behind a mark. */
  private static final String GRADLE_SCRIPT = """
      allprojects { project ->
        project.afterEvaluate {
          project.tasks.register('relinquishClassPath') {
            doLast {
              def sets = project.extensions.findByName('sourceSets')
              if (sets != null) {
                println 'relinquish-class-path:' + sets.main.compileClasspath.asPath
              }
            }
          }
        }
      }
      """;

  private BuildToolClassPath() {}

  /**
   * The class path of the project in a folder; what was compiled before is part of it.
   *
   * @param folder absolute
   * @param isOnline whether the build tool may use the network
   */
  public static Found of(Path folder, boolean isOnline) {
    Set<Path> entries = new LinkedHashSet<>();
    List<String> remarks = new ArrayList<>();
    if (Files.isRegularFile(folder.resolve("pom.xml"))) {
      maven(folder, isOnline, entries, remarks);
    } else if (Files.isRegularFile(folder.resolve("build.gradle")) || Files.isRegularFile(folder.resolve("build.gradle.kts"))) {
      gradle(folder, isOnline, entries, remarks);
    }
    entries.addAll(compiled(folder));
    return new Found(List.copyOf(entries), remarks);
  }

  private static void maven(Path folder, boolean isOnline, Set<Path> entries, List<String> remarks) {
    String command = wrapperOr(folder, "mvnw", "mvn");
    List<String> line = new ArrayList<>(List.of(command, "-B", "-fae", "dependency:build-classpath"));
    if (!isOnline) {
      line.add("-o");
    }
    BoundedProcess.Outcome outcome = BoundedProcess.run(line, folder, SECONDS);
    List<String> lines = outcome.output().lines().toList();
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (lines.get(i).endsWith(MAVEN_HEADING)) {
        entries.addAll(split(lines.get(i + 1)));
      }
    }
    if (!outcome.isGood()) {
      remarks.add("the class path could not be had from Maven (" + outcome.reason() + ")"
          + lines.stream().filter(text -> text.startsWith(MAVEN_ERROR)).map(text -> text.substring(MAVEN_ERROR.length()).strip())
              .filter(text -> !text.isEmpty()).findFirst().map(text -> ", which said: " + shortened(text)).orElse(""));
    }
  }

  private static String shortened(String said) {
    return said.length() > MOST_SAID ? said.substring(0, MOST_SAID) + " ..." : said;
  }

  private static void gradle(Path folder, boolean isOnline, Set<Path> entries, List<String> remarks) {
    String command = wrapperOr(folder, "gradlew", "gradle");
    try {
      Path script = Files.createTempFile("relinquish", ".gradle");
      try {
        Files.writeString(script, GRADLE_SCRIPT, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>(List.of(command, "-q", "-I", script.toString(), "relinquishClassPath"));
        if (!isOnline) {
          line.add("--offline");
        }
        BoundedProcess.Outcome outcome = BoundedProcess.run(line, folder, SECONDS);
        outcome.output().lines().filter(text -> text.startsWith(GRADLE_MARK))
            .forEach(text -> entries.addAll(split(text.substring(GRADLE_MARK.length()))));
        if (!outcome.isGood()) {
          remarks.add("the class path could not be had from Gradle (" + outcome.reason() + ")");
        }
      } finally {
        Files.delete(script);
      }
    } catch (IOException e) {
      remarks.add("the class path could not be had from Gradle (" + e + ")");
    }
  }

  private static String wrapperOr(Path folder, String wrapper, String command) {
    boolean isWindows = File.separatorChar == '\\';
    Path script = folder.resolve(isWindows ? wrapper + (wrapper.equals("mvnw") ? ".cmd" : ".bat") : wrapper);
    return Files.isExecutable(script) ? script.toString() : command + (isWindows && command.equals("mvn") ? ".cmd" : "");
  }

  /** Class folders that the build has left, of the project and of its modules. */
  private static List<Path> compiled(Path folder) {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> modules = new ArrayList<>(List.of(folder));
      children.filter(Files::isDirectory).sorted().forEach(modules::add);
      for (Path module : modules) {
        Stream.of("target/classes", "build/classes/java/main").map(module::resolve).filter(Files::isDirectory).forEach(folders::add);
      }
    } catch (IOException e) {
      return List.of();                           // nothing was compiled as far as anyone can see
    }
    return folders;
  }

  private static List<Path> split(String classPath) {
    List<Path> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      try {
        if (!entry.isBlank() && Files.exists(Path.of(entry))) {
          entries.add(Path.of(entry));
        }
      } catch (InvalidPathException e) {
        continue;                                 // a line of the log that only looked like a class path
      }
    }
    return entries;
  }

  /**
   * What was found.
   *
   * @param entries class folders and jars that exist
   * @param remarks why there may be more
   */
  public record Found(List<Path> entries, List<String> remarks) {
    public Found {
      entries = List.copyOf(entries);
      remarks = List.copyOf(remarks);
    }
  }
}
