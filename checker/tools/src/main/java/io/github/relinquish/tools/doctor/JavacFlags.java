package io.github.relinquish.tools.doctor;

import java.util.List;
import java.util.stream.Stream;

/** What Error Prone needs of the JVM that javac runs in, and of javac itself. */
final class JavacFlags {
  static final String COMPILE_POLICY = "-XDcompilePolicy=simple";
  static final String SHOULD_STOP = "--should-stop=ifError=FLOW";
  private static final List<String> EXPORTED = List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENED = List.of("code", "comp");

  private JavacFlags() {}

  /** One flag a line, as {@code .mvn/jvm.config} takes them. */
  static List<String> jvm() {
    return Stream.concat(EXPORTED.stream().map(name -> flag("--add-exports", name)), OPENED.stream().map(name -> flag("--add-opens", name)))
        .toList();
  }

  private static String flag(String option, String name) {
    return option + "=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED";
  }

  /** The flags that are not among these words, however they are joined to their values. */
  static List<String> missing(List<String> words) {
    String joined = " " + String.join(" ", words).replace('=', ' ') + " ";
    return jvm().stream().filter(flag -> !joined.contains(" " + flag.replace('=', ' ') + " ")).toList();
  }
}
