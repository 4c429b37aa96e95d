package io.github.relinquish.tools.doctor;

import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flags of javac and of Error Prone. */
final class FlagComplaints {
  private static final String NAMESPACE = "Relinquish";
  private static final List<String> CHECKS = Arrays.stream(RuleId.values()).map(RuleId::title).toList();
  private static final Pattern CHECK = Pattern.compile("-Xep:(\\w+)");
  private static final Pattern GRADLE_CHECK = Pattern.compile("\\b(?:error|warn|check|enable|disable)\\s*\\(?\\s*[\"'](\\w+)[\"']");
  private static final Pattern OPTION = Pattern.compile("(?:-XepOpt:|option\\s*\\(?\\s*[\"'])(\\w+):(\\w+)");

  private FlagComplaints() {}

  static boolean runsErrorProne(Patient patient) {
    return patient.flags().contains("-Xplugin:ErrorProne") || patient.gradle().orElse("").contains("net.ltgt.errorprone");
  }

  static List<Complaint> notSetUp(Patient patient) {
    if (patient.maven().isPresent()) {
      boolean isComplete = runsErrorProne(patient) && patient.errorProne().isPresent()
          && patient.maven().get().processorPath().stream().anyMatch(path -> path.contains(":relinquish-errorprone:"));
      return isComplete ? List.of() : List.of(new Complaint("not-set-up", patient.maven().get().file(), "the compiler does not run Error Prone with this plugin",
          "into the configuration of maven-compiler-plugin:", mavenLines()));
    }
    if (patient.gradle().isPresent()) {
      boolean isComplete = runsErrorProne(patient) && patient.gradle().get().contains("relinquish-errorprone");
      return isComplete ? List.of() : List.of(new Complaint("not-set-up", patient.gradleFile(), "the compiler does not run Error Prone with this plugin",
          "add:", gradleLines()));
    }
    return patient.argumentFiles().isEmpty() ? List.of(new Complaint("no-build", "", "there is neither pom.xml nor build.gradle here",
        "name the folder of the project, or check it without its build:", List.of("relinquish check --classpath CP src"))) : List.of();
  }

  static List<Complaint> policy(Patient patient) {
    if (patient.maven().isEmpty() || !runsErrorProne(patient)) {
      return List.of();
    }
    List<String> arguments = patient.maven().get().arguments();
    List<String> lines = new ArrayList<>();
    if (arguments.stream().noneMatch(argument -> argument.contains("compilePolicy"))) {
      lines.add("<arg>" + JavacFlags.COMPILE_POLICY + "</arg>");
    }
    if (arguments.stream().noneMatch(argument -> argument.contains("should-stop"))) {
      lines.add("<arg>" + JavacFlags.SHOULD_STOP + "</arg>");
    }
    return lines.isEmpty() ? List.of() : List.of(new Complaint("policy-missing", patient.maven().get().file(),
        "Error Prone refuses to start without them: \"Fatal error compiling\"", "into <compilerArgs>:", lines));
  }

  static List<Complaint> misspeltChecks(Patient patient) {
    Set<String> written = new TreeSet<>(all(CHECK, patient.flags()));
    written.addAll(all(GRADLE_CHECK, patient.gradle().orElse("")));
    List<Complaint> complaints = new ArrayList<>();
    for (String name : written) {
      Optional<String> meant = CHECKS.contains(name) ? Optional.empty() : Spelling.meant(name, CHECKS);
      boolean isSilent = patient.flags().contains("-XepIgnoreUnknownCheckNames");
      meant.ifPresent(right -> complaints.add(new Complaint("misspelt-check", patient.flagsFile(), "there is no check " + name
          + (isSilent ? ", and -XepIgnoreUnknownCheckNames hides it: the check does not run" : ": \"not a valid checker name\""),
          "write:", List.of("-Xep:" + right))));
    }
    return complaints;
  }

  static List<Complaint> misspeltOptions(Patient patient) {
    List<Complaint> complaints = new ArrayList<>();
    Matcher option = OPTION.matcher(patient.flags());
    while (option.find()) {
      boolean isOurs = option.group(1).equals(NAMESPACE);
      boolean isNearlyOurs = Spelling.meant(option.group(1), List.of(NAMESPACE)).isPresent();
      if (isOurs && Settings.names().contains(option.group(2)) || !isNearlyOurs) {
        continue;
      }
      List<String> lines = Spelling.meant(option.group(2), Settings.names()).map(right -> List.of(right)).orElse(Settings.names())
          .stream().map(right -> "-XepOpt:" + NAMESPACE + ":" + right + "=...").toList();
      complaints.add(new Complaint("misspelt-option", patient.flagsFile(), isOurs
          ? "the plugin stops the build at -XepOpt:" + option.group(1) + ":" + option.group(2) + ": there is no such option"
          : "Error Prone ignores -XepOpt:" + option.group(1) + ":" + option.group(2) + " silently: there is no such option", lines.size() == 1 ? "write:" : "there are:", lines));
    }
    return complaints;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(hit -> hit.group(1)).toList();
  }

  private static List<String> mavenLines() {
    return List.of("<compilerArgs>", "  <arg>" + JavacFlags.COMPILE_POLICY + "</arg>", "  <arg>" + JavacFlags.SHOULD_STOP + "</arg>",
        "  <arg>-XDaddTypeAnnotationsToSymbol=true</arg>", "  <arg>-Xplugin:ErrorProne</arg>",
        "</compilerArgs>", "<annotationProcessorPaths>",
        "  <path><groupId>com.google.errorprone</groupId><artifactId>error_prone_core</artifactId><version>" + VersionComplaints.NEWEST_ON_17
            + "</version></path>",
        "  <path><groupId>io.github.relinquish</groupId><artifactId>relinquish-errorprone</artifactId><version>" + VersionComplaints.own()
            + "</version></path>",
        "</annotationProcessorPaths>");
  }

  private static List<String> gradleLines() {
    return List.of("plugins { id(\"net.ltgt.errorprone\") version \"5.1.0\" }", "dependencies {",
        "  errorprone(\"com.google.errorprone:error_prone_core:" + VersionComplaints.NEWEST_ON_17 + "\")",
        "  errorprone(\"io.github.relinquish:relinquish-errorprone:" + VersionComplaints.own() + "\")", "}");
  }
}
