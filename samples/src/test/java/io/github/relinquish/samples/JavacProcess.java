package io.github.relinquish.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of a plain javac with Error Prone and our plugin on its processor path, the way a user without a build tool calls it. */
final class JavacProcess {
  private static final List<String> RULES = List.of(
      "CredentialsHandleLeak", "SecurityContextLeak", "ProviderUnloadedBeforeContextDeleted", "UseAfterRelease", "DoubleRelease",
      "ReleaseOrder", "ImpersonationNotReverted", "ContextBufferLeak", "LoginNotLoggedOut");
  private static final List<String> EXPORTED =
      List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");

  private final Path jdk;
  private final String errorProne;

  JavacProcess(Path jdk, String errorProneVersion) throws IOException, InterruptedException {
    this.jdk = jdk;
    this.errorProne = ErrorProneClassPath.of(errorProneVersion);
  }

  /** What javac says about the files. */
  String compile(List<Path> files) throws IOException, InterruptedException {
    return compile(files, System.getProperty("java.class.path"), List.of());
  }

  /** @param options more options of javac */
  String compile(List<Path> files, String classPath, List<String> options) throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory("relinquish");
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin").resolve("javac").toString()));
    EXPORTED.forEach(p -> command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + p + "=ALL-UNNAMED"));
    List.of("code", "comp").forEach(p -> command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + p + "=ALL-UNNAMED"));
    command.addAll(List.of("-J-Duser.language=en", "-Xlint:-removal", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW",
        "-XDaddTypeAnnotationsToSymbol=true", "-Xmaxwarns", "1000", "-encoding", "UTF-8", "-d", classes.toString(),
        "-cp", classPath, "-processorpath", errorProne + File.pathSeparator + plugin(),
        "-Xplugin:ErrorProne -XepDisableAllChecks -XepAllErrorsAsWarnings " + rules()));
    command.addAll(options);
    files.forEach(f -> command.add(f.toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(javac.getInputStream().readAllBytes());
    if (javac.waitFor() != 0) {
      throw new IOException("javac failed:\n" + said);
    }
    return said;
  }

  private static String rules() {
    return RULES.stream().map(r -> "-Xep:" + r + ":WARN").collect(Collectors.joining(" "));
  }

  /** The jar, or where Maven stopped before packaging it: the folders and jars that it will be made of. */
  private static String plugin() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("relinquish-") || entry.contains("snakeyaml") || entry.contains("asm")
            || entry.replace('\\', '/').matches(".*/checker/\\w+/target/classes/?"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** All sources of a folder, in the order of their names. */
  static List<Path> sourcesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
