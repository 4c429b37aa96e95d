package io.github.relinquish.classfile.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.relinquish.core.data.ShippedProtocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassRunTest {
  private static final String ONE = """
      import org.ietf.jgss.*;
      class One {
        byte[] leakBad(byte[] in) throws GSSException {
          GSSContext c = Two.make(in);
          return c.acceptSecContext(in, 0, in.length);
        }
      }
      """;
  private static final String TWO = """
      import org.ietf.jgss.*;
      class Two {
        static GSSContext make(byte[] in) throws GSSException {
          return GSSManager.getInstance().createContext(in);
        }
        static void twiceBad(byte[] in) throws GSSException {
          GSSContext c = make(in);
          c.dispose();
          c.wrap(in, 0, 1, null);
        }
      }
      """;

  @TempDir Path folder;
  private Path classes;

  @BeforeEach void compile() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes"));
    Path one = Files.writeString(folder.resolve("One.java"), ONE);
    Path two = Files.writeString(folder.resolve("Two.java"), TWO);
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(
        null, null, null, "-proc:none", "-g", "-d", classes.toString(), one.toString(), two.toString()));
  }

  private ClassRun run() {
    return ClassRun.of(List.of(classes), List.of(), ShippedProtocols.load());
  }

  @Test void judgesEveryClass() throws IOException {
    ClassVerdicts verdicts = run().judge();
    assertEquals(2, verdicts.classes());
    assertEquals(
        List.of("One.java:4 SecurityContextLeak", "Two.java:9 UseAfterRelease"),
        verdicts.findings().stream().map(f -> f.site() + " " + f.rule().title()).toList());
    assertEquals(List.of(), verdicts.crashes());
  }

  @Test void findsTheSameWithMoreThreads() throws IOException {
    assertEquals(run().judge(), run().inParallel(3).judge());
  }

  @Test void notesWhatIsMissing() throws IOException {
    ClassVerdicts verdicts =
        ClassRun.of(List.of(folder.resolve("nowhere")), List.of(), ShippedProtocols.load()).inParallel(2).judge();
    assertEquals(0, verdicts.classes());
    assertEquals(1, verdicts.notes().size());
  }

  @Test void needsAThread() {
    assertThrows(IllegalArgumentException.class, () -> run().inParallel(0));
  }
}
