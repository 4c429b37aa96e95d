package io.github.relinquish.tools.doctor;

import java.util.List;

/**
 * How poms set the compiler of one module up, in whatever plugin section, management or profile they say so.
 *
 * @param file pom that sets it up, where a cure goes, relative to the folder that is examined
 * @param module pom of the module
 * @param arguments of the compiler, in order
 * @param processorPath coordinates on the processor path, {@code group:artifact:version}, in order
 * @param isForked whether javac runs in a JVM of its own
 * @param hasToolchain whether another JDK is asked for
 */
record MavenSetup(String file, String module, List<String> arguments, List<String> processorPath, boolean isForked, boolean hasToolchain) {
  MavenSetup {
    arguments = List.copyOf(arguments);
    processorPath = List.copyOf(processorPath);
  }

  /** Arguments for the JVM of a forked javac, without their {@code -J}. */
  List<String> forkArguments() {
    return arguments.stream().filter(argument -> argument.startsWith("-J")).map(argument -> argument.substring(2)).toList();
  }
}
