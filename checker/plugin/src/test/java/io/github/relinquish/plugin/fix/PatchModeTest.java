package io.github.relinquish.plugin.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error Prone's patch mode writes our fixes, in a javac of its own. */
final class PatchModeTest {
  private static final String LEAK = """
      import org.ietf.jgss.GSSContext;
      import org.ietf.jgss.GSSException;
      import org.ietf.jgss.GSSManager;

      class Leak {
        byte[] accept(GSSManager manager, byte[] token) throws GSSException {
          GSSContext ctx = manager.createContext(token);
          return ctx.acceptSecContext(token, 0, token.length); // may throw
        }
      }
      """;

  @Test void patchModeWritesTheFix(@TempDir Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("Leak.java");
    Files.writeString(file, LEAK);
    assertTrue(javac(folder, file).contains("+    try {"), "the patch is written");
    String patch = Files.readString(folder.resolve("error-prone.patch"));
    List<String> added = patch.lines().filter(l -> l.startsWith("+ ")).toList();
    assertEquals(List.of(
        "+    try {",
        "+      return ctx.acceptSecContext(token, 0, token.length); // may throw",
        "+    } finally {",
        "+      ctx.dispose();",
        "+    }"), added);
  }

  private static String javac(Path folder, Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    for (String part : List.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util")) {
      command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    for (String part : List.of("code", "comp")) {
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-d", folder.toString(),
        "-processorpath", Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(p -> !p.isBlank()).collect(Collectors.joining(File.pathSeparator)),
        "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:SecurityContextLeak:WARN -XepPatchChecks:SecurityContextLeak -XepPatchLocation:"
            + folder,
        file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
    Path patch = folder.resolve("error-prone.patch");
    return Files.exists(patch) ? Files.readString(patch) : output;
  }
}
