package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.Terminal;
import io.github.relinquish.tools.doctor.Complaint;
import io.github.relinquish.tools.doctor.Doctor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relinquish doctor}: why the plugin does not run in a build. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
    description = "Reads JDK, Maven and Gradle files, names what is wrong in the set-up and prints the lines to paste.")
final class DoctorCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", description = "Folder of the project. Default: this folder.")
  private Path folder;

  @Option(names = "--jdk", paramLabel = "N", description = "Feature number of the JDK that builds it. Default: of the one that runs this.")
  private int jdk = Runtime.version().feature();

  @Spec private CommandSpec spec;

  @Override public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new Misuse("there is no folder " + folder);
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      List<Complaint> complaints = Doctor.examine(folder, jdk);
      out.println("Found: " + Terminal.plain(Doctor.describe(folder, jdk)));
      int number = 1;
      for (Complaint complaint : complaints) {
        print(out, number++, complaint);
      }
      out.println(complaints.isEmpty() ? "Nothing is wrong in the set-up." : "\n" + complaints.size() + " to mend.");
      return (complaints.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS).code();
    } catch (IOException e) {
      throw new Misuse("a build file cannot be read: " + e.getMessage());
    }
  }

  private static void print(PrintWriter out, int number, Complaint complaint) {
    String file = complaint.file().isEmpty() ? "" : complaint.file() + ": ";
    out.println("\n" + number + ". [" + complaint.row() + "] " + Terminal.plain(file + complaint.cause()));
    out.println("   " + complaint.cure());
    complaint.lines().forEach(line -> out.println("     " + Terminal.plain(line)));
  }
}
