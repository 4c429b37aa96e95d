package io.github.relinquish.tools.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The flags that Error Prone needs of the JVM in which javac runs, and the ways in which they fail to reach it. */
final class JvmComplaints {
  private static final String CONFIG = ".mvn/jvm.config";
  private static final String SEEN = ": IllegalAccessError, \"An unknown compilation problem occurred\"";

  private JvmComplaints() {}

  static List<Complaint> commentInJvmConfig(Patient patient) {
    List<String> comments = new ArrayList<>();
    for (String line : patient.jvmConfig()) {
      if (line.strip().startsWith("#")) {
        comments.add(line);
      }
    }
    return comments.isEmpty() ? List.of() : List.of(new Complaint("jvm-config-comment", CONFIG,
        "Maven 3 takes a comment for a word of the command line and does not start: \"Could not find or load main class #\"",
        "delete:", comments));
  }

  static List<Complaint> argumentFile(Patient patient) {
    if (patient.maven().isPresent()) {
      return inMaven(patient.maven().get(), patient.argumentFiles());
    }
    List<Complaint> complaints = new ArrayList<>();
    patient.argumentFiles().forEach((name, text) -> {
      List<String> ignored = text.lines().map(String::strip).filter(line -> line.startsWith("-J")).toList();
      if (!ignored.isEmpty()) {
        String joined = String.join(" ", ignored.stream().map(line -> line.substring(2)).toList());
        complaints.add(new Complaint("j-in-argfile", name, "javac ignores -J inside an @file" + SEEN,
            "delete those lines there and set before javac runs:", List.of("export JAVA_TOOL_OPTIONS=\"" + joined + "\"")));
      }
    });
    return complaints;
  }

  /** Only javac's own command expands such files, and Maven does not call it, or puts everything into a file of its own. */
  private static List<Complaint> inMaven(MavenSetup maven, Map<String, String> files) {
    List<Complaint> complaints = new ArrayList<>();
    for (String argument : maven.arguments()) {
      if (argument.startsWith("@")) {
        String name = argument.substring(Math.max(argument.lastIndexOf('/'), 0) + 1);
        List<String> lines = new ArrayList<>(List.of("<arg>" + argument + "</arg>"));
        String text = files.entrySet().stream().filter(file -> file.getKey().endsWith(name)).map(Map.Entry::getValue).findFirst().orElse("");
        text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("-J")).map(line -> line.replaceAll("^\"(.*)\"$", "$1"))
            .forEach(line -> lines.add("<arg>" + line + "</arg>"));
        complaints.add(new Complaint("j-in-argfile", maven.file(), "Maven passes no @file on to javac, nor the -J in it: \"invalid flag: @...\"",
            lines.size() == 1 ? "delete:" : "write the others for the first:", lines));
      }
    }
    return complaints;
  }

  /** Which JVM must have the flags depends on fork and toolchain; the four ways to get that wrong look alike from outside. */
  static List<Complaint> exports(Patient patient) {
    if (patient.maven().isEmpty()) {
      return List.of();
    }
    MavenSetup maven = patient.maven().get();
    List<String> missingInFork = JavacFlags.missing(maven.forkArguments());
    if (maven.hasToolchain() && !missingInFork.isEmpty()) {
      return List.of(new Complaint("toolchain-jvm-config", maven.file(), "a toolchain runs javac in a JVM of its own, which " + CONFIG
          + " does not reach" + SEEN, "into the configuration of maven-compiler-plugin:", forked(missingInFork)));
    }
    if (maven.isForked() || maven.hasToolchain()) {
      return missingInFork.isEmpty() ? List.of() : List.of(new Complaint("exports-missing", maven.file(),
          "the forked javac lacks flags" + SEEN, "into the configuration of maven-compiler-plugin:", forked(missingInFork)));
    }
    List<String> words = patient.jvmConfig().stream().map(String::strip).filter(line -> !line.startsWith("#")).toList();
    List<String> missing = JavacFlags.missing(words);
    if (missing.isEmpty()) {
      return List.of();
    }
    if (missingInFork.isEmpty()) {
      return List.of(new Complaint("j-args-without-fork", maven.file(), "-J arguments are dropped silently because javac is not forked" + SEEN,
          "into the configuration of maven-compiler-plugin:", List.of("<fork>true</fork>")));
    }
    return List.of(new Complaint("exports-missing", CONFIG, "javac runs inside Maven's JVM, which lacks flags" + SEEN,
        "add, one a line and without comments:", missing));
  }

  private static List<String> forked(List<String> missing) {
    List<String> lines = new ArrayList<>(List.of("<fork>true</fork>", "<compilerArgs>"));
    missing.forEach(flag -> lines.add("  <arg>-J" + flag + "</arg>"));
    lines.add("</compilerArgs>");
    return lines;
  }
}
