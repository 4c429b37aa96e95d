package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the jar, with a pretended JVM that prints what it is given. */
class LauncherTest {
  private static final Path SCRIPT = Path.of("src/main/scripts/relinquish").toAbsolutePath();
  @TempDir Path folder;

  @Test void startsTheJarBesideItThroughALink() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    Path home = folder.resolve("with blank");
    Path jar = Files.writeString(Files.createDirectories(home).resolve("relinquish-cli-1.jar"), "");
    Path copy = Files.copy(SCRIPT, home.resolve("relinquish"));
    copy.toFile().setExecutable(true);
    Path link = Files.createSymbolicLink(folder.resolve("link"), copy);
    assertEquals("<-Xmx1g><-jar><" + jar.toRealPath() + "><check><a b>\n", start(link, Map.of("RELINQUISH_JAVA_OPTS", "-Xmx1g"), 0));
  }

  @Test void startsQuicklyButForTheServerThatStays() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    Path jar = Files.writeString(folder.resolve("relinquish-cli-1.jar"), "").toRealPath();
    Path copy = Files.copy(SCRIPT, folder.resolve("relinquish"));
    copy.toFile().setExecutable(true);
    assertEquals("<-XX:TieredStopAtLevel=1><-XX:+UseSerialGC><-jar><" + jar + "><check><a b>\n", start(copy, Map.of(), 0));
    assertEquals("<-jar><" + jar + "><lsp>\n", start(copy, Map.of(), 0, "lsp"));
  }

  @Test void saysThatThereIsNoJar() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    Path copy = Files.copy(SCRIPT, folder.resolve("relinquish"));
    copy.toFile().setExecutable(true);
    start(copy, Map.of(), 2);
  }

  private String start(Path script, Map<String, String> environment, int code) throws IOException, InterruptedException {
    return start(script, environment, code, "check", "a b");
  }

  private String start(Path script, Map<String, String> environment, int code, String... words) throws IOException, InterruptedException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nfor word in \"$@\"; do printf '<%s>' \"$word\"; done\necho\n");
    java.toFile().setExecutable(true);
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("RELINQUISH_JAVA_OPTS");
    builder.environment().remove("RELINQUISH_JAR");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes());
    assertEquals(code, process.waitFor());
    return out;
  }
}
