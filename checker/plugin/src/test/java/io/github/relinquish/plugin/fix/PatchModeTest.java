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

  private static final Path PAGE = Path.of("..", "..", "docs", "fixes.md");

  @TempDir Path folder;

  @Test void theCommandOfThePageWritesAPatch() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Leak.java"), LEAK);
    javac(ofThePage().replace("/path/to/the/project", folder.toString()), file);
    String patch = Files.readString(folder.resolve("error-prone.patch"));
    List<String> added = patch.lines().filter(l -> l.startsWith("+ ")).toList();
    assertEquals(List.of(
        "+    try {",
        "+      return ctx.acceptSecContext(token, 0, token.length); // may throw",
        "+    } finally {",
        "+      ctx.dispose();",
        "+    }"), added);
    assertEquals(LEAK, Files.readString(file));
  }

  @Test void inPlaceOnceIsEnough() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Leak.java"), LEAK);
    String inPlace = ofThePage().replace("/path/to/the/project", "IN_PLACE");
    javac(inPlace, file);
    String mended = Files.readString(file);
    assertTrue(mended.contains("    } finally {\n      ctx.dispose();\n    }\n"), mended);
    javac(inPlace, file);
    assertEquals(mended, Files.readString(file));
  }

  /** The plugin's argument as the page has it, on one line. */
  private static String ofThePage() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("ErrorProne -Xep");
    return page.substring(start, page.indexOf('"', start)).replaceAll("\\s+", " ");
  }

  private void javac(String plugin, Path file) throws IOException, InterruptedException {
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
        "-Xplugin:" + plugin, file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
  }
}
