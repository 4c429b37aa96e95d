package io.github.relinquish.tools.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does to a project what a complaint tells its user to do, with the lines it prints and nothing else. */
final class Cure {
  private static final Pattern ARGUMENTS = Pattern.compile("(?s)<compilerArgs>\\s*(.*?)\\s*</compilerArgs>");
  private static final String COMPILER = "<groupId>org.apache.maven.plugins</groupId>\n        <artifactId>maven-compiler-plugin</artifactId>\n        "
      + "<version>3.14.1</version>";

  private Cure() {}

  /** Follows the first complaint until the doctor has none; what is pasted once may answer two of them. */
  static List<Complaint> all(Path project, int jdk) throws IOException {
    List<Complaint> followed = new ArrayList<>();
    for (List<Complaint> left = Doctor.examine(project, jdk); !left.isEmpty() && followed.size() < 10; left = Doctor.examine(project, jdk)) {
      apply(project, left.get(0));
      followed.add(left.get(0));
      if (left.get(0).row().equals("j-in-argfile") && left.get(0).lines().get(0).startsWith("export ")) {
        break;
      }
    }
    return followed;
  }

  static void apply(Path project, Complaint complaint) throws IOException {
    Path file = project.resolve(complaint.file());
    String text = Files.exists(file) ? Files.readString(file) : "";
    Files.createDirectories(file.getParent());
    Files.writeString(file, cured(text, complaint));
  }

  private static String cured(String text, Complaint complaint) {
    return switch (complaint.row()) {
      case "jvm-config-comment" -> without(text, complaint.lines());
      case "j-in-argfile" -> complaint.file().endsWith(".xml")
          ? text.replace(line(complaint), String.join("\n", complaint.lines().subList(1, complaint.lines().size()))) : without(text, text.lines().filter(line -> line.startsWith("-J")).toList());
      case "misspelt-check" -> text.replaceAll("\\b" + named(complaint, "there is no check (\\w+)") + "\\b", after(complaint, "-Xep:"));
      case "misspelt-option" -> text.replace(named(complaint, "-XepOpt:(\\w+:\\w+)"), after(complaint, "-XepOpt:").replace("=...", ""));
      case "jdk17-new-errorprone" -> complaint.file().endsWith(".xml") ? replacePath(text, "error_prone_core", line(complaint))
          : text.replaceAll("errorprone 'com.google.errorprone:error_prone_core:[^']*'", Matcher.quoteReplacement(line(complaint)));
      case "old-guava" -> replacePath(text, "guava", line(complaint));
      case "plugin-argfile" -> text.replaceAll("<arg>-Xplugin:ErrorProne @[^<]*</arg>", Matcher.quoteReplacement(line(complaint)));
      case "policy-missing" -> text.replaceFirst("<compilerArgs>", Matcher.quoteReplacement("<compilerArgs>\n" + joined(complaint)));
      case "not-set-up" -> complaint.file().endsWith(".xml") ? withConfiguration(text, complaint) : text.replace("plugins { java }", "plugins { id(\"java\") }") + joined(complaint);
      default -> complaint.file().endsWith(".config") ? text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + joined(complaint) : forked(text, complaint);
    };
  }

  private static String line(Complaint complaint) {
    return complaint.lines().get(0);
  }

  private static String joined(Complaint complaint) {
    return String.join("\n", complaint.lines()) + "\n";
  }

  private static String after(Complaint complaint, String mark) {
    return line(complaint).substring(line(complaint).indexOf(mark) + mark.length());
  }

  private static String named(Complaint complaint, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(complaint.cause());
    if (!matcher.find()) {
      throw new AssertionError(complaint);
    }
    return matcher.group(1);
  }

  private static String without(String text, List<String> lines) {
    return String.join("\n", text.lines().filter(line -> !lines.contains(line)).toList()) + "\n";
  }

  private static String replacePath(String text, String artifact, String path) {
    Matcher old = Pattern.compile("(?s)<path>(?:(?!</path>).)*<artifactId>" + artifact + "</artifactId>(?:(?!</path>).)*</path>").matcher(text);
    return old.replaceFirst(Matcher.quoteReplacement(path));
  }

  /** The lines of {@code <compilerArgs>} go into the one that is there, the fork beside it. */
  private static String forked(String text, Complaint complaint) {
    String fork = text.contains("<fork>true</fork>") ? "" : "<fork>true</fork>\n";
    Matcher added = ARGUMENTS.matcher(joined(complaint));
    String arguments = added.find() ? added.group(1) + "\n" : "";
    return text.replaceFirst("<compilerArgs>", Matcher.quoteReplacement(fork + "<compilerArgs>\n" + arguments));
  }

  /** A pom that has never heard of the compiler plugin gets one. The version is the user's to know. */
  private static String withConfiguration(String text, Complaint complaint) {
    String properties = "<properties><relinquish.version>0.1.0-SNAPSHOT</relinquish.version><maven.compiler.source>17</maven.compiler.source>"
        + "<maven.compiler.target>17</maven.compiler.target></properties>\n";
    return text.replace("</project>", properties + "<build><plugins><plugin>\n        " + COMPILER + "<configuration>\n" + joined(complaint)
        + "</configuration></plugin></plugins></build>\n</project>");
  }
}
