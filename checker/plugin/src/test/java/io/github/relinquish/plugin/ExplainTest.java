package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Option {@code Explain}: why each call on the path was believed to do what it does. */
class ExplainTest {
  private static final String ON = "-XepOpt:Relinquish:Explain=on";
  private static final JavaFileObject LEAK = JavaFileObjects.forSourceString("Leak", """
      import java.io.IOException;
      import java.util.Objects;
      import javax.annotation.WillNotClose;
      import org.ietf.jgss.*;
      abstract class Leak {
        void run(GSSManager manager) throws GSSException, IOException {
          GSSContext context = open(manager);
          look(context);
          peek(context);
          Compiled.read(context);
          send(context);
          Objects.hash(context);
          store();
          context.dispose();
        }
        GSSContext open(GSSManager manager) throws GSSException {
          return manager.createContext((GSSCredential) null);
        }
        void look(GSSContext context) {
          context.isEstablished();
        }
        abstract void peek(@WillNotClose GSSContext context);
        abstract void send(GSSContext context);
        abstract void store() throws IOException;
      }
      """);
  private static final String COMPILED = """
      import org.ietf.jgss.GSSContext;
      class Compiled {
        static void read(GSSContext context) {
          context.isEstablished();
        }
      }
      """;

  @TempDir Path folder;

  @Test void offUnlessAskedFor() throws IOException {
    assertEquals(List.of(), why(Findings.compile("", classPath(), LEAK)));
    assertEquals(List.of(), why(Findings.compile("-XepOpt:Relinquish:Explain=off", classPath(), LEAK)));
  }

  @Test void everyReasonHasItsWords() throws IOException {
    List<String> why = why(Findings.compile(ON, classPath(), LEAK));
    assertEquals(List.of(
        "why: Leak.open() acquires it: its source, Leak.java line 16",
        "why: GSSManager.createContext() acquires it: row org.ietf.jgss.GSSManager#createContext(GSSCredential), jgss.yaml line N",
        "why: Leak.look() is given it: its source, Leak.java line 19",
        "why: Leak.peek() is given it: annotations of Leak.peek()",
        "why: Compiled.read() is given it: its class file, Compiled.class",
        "why: Leak.send() is given it: it cannot be read, and the guess is that it only looks at it",
        "why: Objects.hash() is given it: no row is about it, and what the JDK has no row for only looks at what it is given",
        "why: Leak.store() throws IOException: it declares that"), why);
  }

  @Test void reportsSayItUnasked() throws IOException {
    Path reports = folder.resolve("reports");
    Findings.compile("-XepOpt:Relinquish:Report=" + reports, classPath(), LEAK);
    try (Stream<Path> files = Files.list(reports)) {
      Path sarif = files.filter(f -> f.toString().endsWith(".sarif")).findFirst().orElseThrow();
      assertTrue(Files.readString(sarif).contains("\"Compiled.read() is given it: its class file, Compiled.class\""));
    }
  }

  private List<File> classPath() throws IOException {
    Path source = Files.writeString(folder.resolve("Compiled.java"), COMPILED);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString()));
    List<File> path = new ArrayList<>(List.of(classes.toFile()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).forEach(path::add);
    return path;
  }

  private static List<String> why(Compilation compilation) {
    return compilation.warnings().stream().flatMap(d -> d.getMessage(Locale.ROOT).lines()).map(String::strip)
        .filter(l -> l.startsWith("why: ")).map(l -> l.replaceAll("yaml line \\d+", "yaml line N")).collect(Collectors.toList());
  }
}
