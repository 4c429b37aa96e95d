package io.github.relinquish.tools.cli;

import io.github.relinquish.core.data.ProtocolShelf;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.plugin.session.Settings;
import io.github.relinquish.tools.run.BuildToolClassPath;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.Judgement;
import io.github.relinquish.tools.run.Request;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is judged. */
final class InputOptions {
  private static final List<String> PROJECT = List.of(".git", "pom.xml", "build.gradle", "build.gradle.kts", "build.xml");

  /** As for {@code java}: all jars of a folder. */
  private static final String ALL = "*";

  @Parameters(paramLabel = "PATH", arity = "0..*",
      description = "Source folders and files, class folders, jars, wars. Default: this folder.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = {"-cp", "--classpath"}, paramLabel = "PATH", description = "Class path of the sources.")
  private String classPath;

  @Option(names = "--root", paramLabel = "DIR",
      description = "Folder that reported paths are relative to, and where the build file lies. Default: this folder, or the project that PATH is in.")
  private Path root;

  @Option(names = "--no-build-tool", description = "Never ask the project's Maven or Gradle for the class path.")
  private boolean withoutBuildTool;

  @Option(names = "--online", description = "Let the project's Maven or Gradle use the network to find the class path.")
  private boolean isOnline;

  @Option(names = "--models", paramLabel = "FILE", description = "Rows of your own; may be given again.")
  private List<Path> models = new ArrayList<>();

  @Option(names = "--require-reason", description = "A suppression without a reason counts for nothing.")
  private boolean requiresReason;

  @Option(names = "--option", paramLabel = "NAME=VALUE", description = "An option of the checks; may be given again.")
  private Map<String, String> options = new TreeMap<>();

  /** What the build tool said; asking twice in one run costs seconds. */
  private BuildToolClassPath.Found found;

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Judges what was asked for; what the class path could not be found for is said in the report. */
  Judgement judge(Engine engine) {
    List<Note> remarks = new ArrayList<>();
    Judgement judged = engine.judge().judge(request(remarks));
    Report report = judged.report().relativeTo(slashed(root())).and(Report.of(List.of(), remarks));
    return new Judgement(report, judged.source());
  }

  Request request(List<Note> remarks) {
    List<Path> asked = paths.isEmpty() ? List.of(root()) : paths;
    asked.forEach(path -> Named.input("", path));
    Map<String, String> all = new TreeMap<>(options);
    if (requiresReason) {
      all.put("RequireReason", "true");
    }
    if (root != null) {
      Named.folder("--root", root);
    }
    models.forEach(model -> Named.file("--models", model));
    validate(Settings.of(all));
    return new Request(asked, classPath(asked, remarks), root(), models, all);
  }

  private static void validate(Settings settings) {
    List<String> problems = new ArrayList<>(settings.problems());
    if (!settings.packs().isEmpty()) {
      ProtocolShelf shelf = ProtocolShelf.shipped();
      settings.packs().forEach(pack -> problems.addAll(shelf.addPack(pack)));
    }
    if (!problems.isEmpty()) {
      throw new Misuse(String.join("; ", problems));
    }
  }

  /** A request without a build tool and without options; over nothing where no path is named. */
  static Request plain(List<Path> paths, String classPath) {
    return new Request(paths, split(classPath), Path.of(""), List.of(), Map.of());
  }

  private List<Path> classPath(List<Path> asked, List<Note> remarks) {
    if (classPath != null) {
      return split(classPath);
    }
    if (withoutBuildTool || asked.stream().allMatch(InputOptions::isArchive)) {
      return List.of();
    }
    if (found == null) {
      found = BuildToolClassPath.of(root(), isOnline);
    }
    found.remarks().forEach(remark -> remarks.add(Note.remark(remark + "; give --classpath or --online")));
    return found.entries();
  }

  /** Where everything is below the current folder, that; else the nearest folder above the first path that looks like a project. */
  private Path root() {
    Path here = (root == null ? Path.of("") : root).toAbsolutePath().normalize();
    if (root != null || paths.stream().allMatch(path -> path.toAbsolutePath().normalize().startsWith(here))) {
      return here;
    }
    Path first = paths.get(0).toAbsolutePath().normalize();
    Path folder = Files.isDirectory(first) ? first : first.getParent();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (PROJECT.stream().map(at::resolve).anyMatch(Files::exists)) {
        return at;
      }
    }
    return folder;
  }

  private static boolean isArchive(Path path) {
    String name = path.toString();
    return name.endsWith(".jar") || name.endsWith(".war") || name.endsWith(".class");
  }

  private static List<Path> split(String classPath) {
    List<Path> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      if (entry.equals(ALL) || entry.endsWith(File.separator + ALL)) {
        entries.addAll(Named.jars("--classpath", Path.of(entry.substring(0, entry.length() - ALL.length()))));
      } else if (!entry.isEmpty()) {
        Named.input("--classpath", Path.of(entry));
        entries.add(Path.of(entry));
      }
    }
    return entries;
  }

  private static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
