package io.github.relinquish.tools.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions that do not go together. */
final class VersionComplaints {
  /** The newest that starts on JDK 17. */
  static final String NEWEST_ON_17 = "2.42.0";
  private static final int LAST_MINOR_ON_17 = 42;
  private static final int JDK_OF_NEWER = 21;
  private static final int OLDEST_JDK = 17;
  /** What the oldest supported Error Prone was built against. */
  private static final int GUAVA_MAJOR = 33;
  private static final Pattern GUAVA = Pattern.compile("com\\.google\\.guava:guava:(\\d+)\\b.*");

  private VersionComplaints() {}

  /** The version of this jar as repositories know it. */
  static String own() {
    try (InputStream in = VersionComplaints.class.getResourceAsStream("/io/github/relinquish/tools/cli/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new IllegalStateException("version.properties is not in the jar", e);
    }
  }

  static List<Complaint> jdkTooOld(Patient patient) {
    List<Complaint> complaints = new ArrayList<>();
    if (patient.jdk() < OLDEST_JDK) {
      complaints.add(new Complaint("jdk", "", "JDK " + patient.jdk() + " builds this project; Error Prone and this plugin need JDK 17 or newer",
          "build with a newer JDK:", List.of("export JAVA_HOME=/path/to/jdk-17")));
      return complaints;
    }
    boolean isTooNew = patient.errorProneMinor().filter(minor -> minor > LAST_MINOR_ON_17).isPresent();
    if (isTooNew && patient.jdk() < JDK_OF_NEWER) {
      String line = patient.gradle().isPresent() && patient.maven().isEmpty()
          ? "errorprone(\"com.google.errorprone:error_prone_core:" + NEWEST_ON_17 + "\")"
          : "<path><groupId>com.google.errorprone</groupId><artifactId>error_prone_core</artifactId><version>" + NEWEST_ON_17 + "</version></path>";
      complaints.add(new Complaint("jdk17-new-errorprone", patient.flagsFile(), "Error Prone " + patient.errorProne().orElseThrow()
          + " needs JDK 21 and JDK " + patient.jdk() + " builds this project: UnsupportedClassVersionError, \"An unknown compilation problem occurred\"",
          "use the newest that runs on JDK 17:", List.of(line)));
    }
    return complaints;
  }

  /** Up to 2.42.0 the file is silently passed over and the default checks run instead of the chosen ones. */
  static List<Complaint> pluginArgumentFile(Patient patient) {
    boolean isOld = patient.errorProneMinor().filter(minor -> minor <= LAST_MINOR_ON_17).isPresent();
    Matcher file = Pattern.compile("-Xplugin:ErrorProne\\s[^\\n\"']*?@(\\S+)").matcher(patient.flags());
    if (!isOld || !file.find()) {
      return List.of();
    }
    return List.of(new Complaint("plugin-argfile", patient.flagsFile(), "Error Prone " + patient.errorProne().orElseThrow()
        + " silently ignores @" + file.group(1) + " behind -Xplugin:ErrorProne and runs its default checks instead",
        "write the flags of that file into the argument itself:",
        List.of("<arg>-Xplugin:ErrorProne -XepDisableAllChecks -Xep:SecurityContextLeak:ERROR</arg>")));
  }

  static List<Complaint> oldGuava(Patient patient) {
    List<Complaint> complaints = new ArrayList<>();
    for (String path : patient.maven().map(MavenSetup::processorPath).orElse(List.of())) {
      Matcher guava = GUAVA.matcher(path);
      if (guava.matches() && Integer.parseInt(guava.group(1)) < GUAVA_MAJOR) {
        complaints.add(new Complaint("old-guava", patient.flagsFile(), path + " stands on the processor path, and Error Prone needs Guava "
            + GUAVA_MAJOR + " or newer: NoSuchMethodError inside Error Prone", "replace its version, or take the path away:",
            List.of("<path><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>33.4.0-jre</version></path>")));
      }
    }
    return complaints;
  }
}
