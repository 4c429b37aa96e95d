package io.github.relinquish.tools.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Looks a project over and names every cause for which the plugin would not run, or would not be heard. */
public final class Doctor {
  private static final List<Function<Patient, List<Complaint>>> EXAMINATIONS = List.of(
      VersionComplaints::jdkTooOld, VersionComplaints::pluginArgumentFile, VersionComplaints::oldGuava,
      JvmComplaints::commentInJvmConfig, JvmComplaints::argumentFile, FlagComplaints::notSetUp, JvmComplaints::exports,
      FlagComplaints::policy, FlagComplaints::misspeltChecks, FlagComplaints::misspeltOptions);

  private Doctor() {}

  /**
   * What is wrong, most basic first.
   *
   * @param folder of the project
   * @param jdk feature number of the JDK that builds it
   * @throws IOException where a build file cannot be read
   */
  public static List<Complaint> examine(Path folder, int jdk) throws IOException {
    List<Complaint> complaints = new ArrayList<>();
    List<Patient> patients = Patient.all(folder, jdk);
    EXAMINATIONS.forEach(examination -> patients.forEach(patient -> complaints.addAll(examination.apply(patient))));
    return complaints.stream().distinct().toList();
  }

  /** What was read, in one line. */
  public static String describe(Path folder, int jdk) throws IOException {
    List<Patient> patients = Patient.all(folder, jdk);
    Patient patient = patients.get(0);
    String modules = patients.size() > 1 ? " (" + patients.size() + " modules)" : "";
    String build = patient.maven().isPresent() ? "Maven" + modules : patient.gradle().isPresent() ? "Gradle (" + patient.gradleFile() + ")" : "no build file";
    return "JDK " + jdk + ", " + build + ", " + versions(patients);
  }

  private static String versions(List<Patient> patients) {
    List<String> versions = patients.stream().flatMap(p -> p.errorProne().stream()).distinct().sorted().toList();
    return versions.isEmpty() ? "no Error Prone" : "Error Prone " + String.join(" and ", versions);
  }
}
