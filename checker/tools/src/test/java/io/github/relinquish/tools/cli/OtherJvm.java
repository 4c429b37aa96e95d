package io.github.relinquish.tools.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as it is being tested, in a JVM of its own. */
public final class OtherJvm {
  private OtherJvm() {}

  /** What starts it, but for the program's own arguments. */
  public static List<String> command(String... flags) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of(flags));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(arg -> arg.startsWith("--add-")).forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Main.class.getName()));
    return command;
  }
}
