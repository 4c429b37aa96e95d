package io.github.relinquish.tools.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same program in a JVM that is set to answer soon: without the compiler that pays only after minutes, and with the classes of the
 * last session in an archive that the JVM maps instead of reading and verifying them. The other JVM has this one's standard streams.
 */
final class QuickStart {
  private static final String EARLY = "-XX:TieredStopAtLevel=";
  private static final String OLD = ".jsa";

  private final List<String> jvm;
  private final String program;
  private final Path cache;

  /**
   * @param jvm arguments of this JVM
   * @param program its class path: a jar or several entries
   * @param cache where an archive may be kept
   */
  QuickStart(List<String> jvm, String program, Path cache) {
    this.jvm = List.copyOf(jvm);
    this.program = program;
    this.cache = cache;
  }

  /** Where this user's programs keep what they can make again. */
  static Path cacheIn(Map<String, String> environment, String home) {
    String given = environment.getOrDefault("XDG_CACHE_HOME", environment.getOrDefault("LOCALAPPDATA", ""));
    return (given.isEmpty() ? Path.of(home, ".cache") : Path.of(given)).resolve("relinquish");
  }

  /** Whether another JVM would be an improvement; not where somebody chose its compilers or debugs it. */
  boolean isWorthwhile() {
    return jvm.stream().noneMatch(argument -> argument.startsWith(EARLY) || argument.startsWith("-agentlib:jdwp"));
  }

  /** Runs the program and waits for its end. */
  int run(List<String> arguments) throws IOException, InterruptedException {
    Optional<Path> archive = archive();
    Path fresh = cache.resolve("new-" + ProcessHandle.current().pid() + OLD);
    ProcessBuilder builder = new ProcessBuilder(command(archive, fresh, arguments)).inheritIO();
    builder.environment().putAll(localeFor(System.getProperty("sun.jnu.encoding", "")));
    Process process = builder.start();
    Thread hook = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(hook);
    int code = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(hook);
    if (archive.isPresent() && Files.exists(fresh)) {
      keep(fresh, archive.get(), code == 0);
    }
    return code;
  }

  /** Containers often have no locale, and then a JVM cannot open a file whose name is not ASCII; this one is there nearly everywhere. */
  static Map<String, String> localeFor(String encodingOfNames) {
    return encodingOfNames.startsWith("ANSI_X3.4") ? Map.of("LC_ALL", "C.UTF-8") : Map.of();
  }

  /** What is started: with the archive where there is one, else so that it writes one when it ends. */
  List<String> command(Optional<Path> archive, Path fresh, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(jvm);
    command.add(EARLY + "1");
    if (jvm.stream().noneMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"))) {
      command.add("-XX:+UseSerialGC");
    }
    archive.ifPresent(file -> command.addAll(List.of("-Xlog:disable",   // a warning on standard output would break the protocol
        Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:ArchiveClassesAtExit=" + fresh)));
    command.addAll(isJar() ? List.of("-jar", program) : List.of("-cp", program, Main.class.getName()));
    command.addAll(arguments);
    return command;
  }

  private boolean isJar() {
    return program.endsWith(".jar") && !program.contains(File.pathSeparator);
  }

  /** The archive of this program, as it is now, on this JVM, whether it is there or not; none where none can be made. */
  Optional<Path> archive() {
    if (!isJar() || jvm.stream().anyMatch(argument -> argument.startsWith("-Xshare") || argument.contains("Archive"))) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(program).toAbsolutePath();
      int key = List.of(jar.toString(), Files.size(jar), Files.getLastModifiedTime(jar).toMillis(), jvm).hashCode();
      Files.createDirectories(cache);
      String name = "lsp-" + System.getProperty("java.vm.version").replaceAll("[^\\w.+-]", "_") + "-" + Integer.toHexString(key) + OLD;
      return Optional.of(cache.resolve(name));
    } catch (IOException e) {
      return Optional.empty();                    // nowhere to keep one: it starts more slowly
    }
  }

  /** Puts a whole archive where the next start looks for it, in the place of those of other versions. */
  private void keep(Path fresh, Path archive, boolean isWhole) throws IOException {
    if (!isWhole) {
      Files.delete(fresh);
      return;
    }
    try (Stream<Path> files = Files.list(cache)) {
      for (Path old : files.filter(f -> f.toString().endsWith(OLD) && !f.equals(fresh)).toList()) {
        Files.deleteIfExists(old);
      }
    }
    Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
  }
}
