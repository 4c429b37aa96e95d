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

  /** A resource that hangs on some of eight names is told apart from one that hangs on others. */
  @Test void namesTheMethodsWhosePathsWereNotFollowed() throws IOException {
    StringBuilder text = new StringBuilder("import org.ietf.jgss.*;\nclass Many {\n  Object a0, a1, a2, a3, a4, a5, a6, a7;\n"
        + "  static void paths(GSSManager m, boolean[] b, Many it, byte[] in) throws GSSException {\n    GSSContext c = m.createContext(in);\n");
    for (int i = 0; i < 8; i++) {
      text.append("    if (b[").append(i).append("]) it.a").append(i).append(" = c;\n");
    }
    Path many = Files.writeString(folder.resolve("Many.java"), text + "    c.wrap(in, 0, 1, null);\n  }\n}\n");
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-g", "-d", classes.toString(), many.toString()));
    ClassVerdicts verdicts = run().judge();
    assertEquals(List.of("Many.paths Many.java:5"), verdicts.unfollowed().stream().map(u -> u.body().shortName() + " " + u.site()).toList());
    assertEquals(verdicts, run().inParallel(2).judge());
  }

  /** Nothing calls into it, and nothing in it is named by a row: the field's type alone makes a promise. */
  @Test void judgesClassesThatOnlyNameAType() throws IOException {
    String text = """
        import org.ietf.jgss.GSSContext;
        class Holder {
          private GSSContext context;
          Holder(GSSContext context) { this.context = context; }
          void close() {
            if (context != null) {
              context = null;
            }
          }
        }
        """;
    Path holder = Files.writeString(folder.resolve("Holder.java"), text);
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-g", "-d", classes.toString(), holder.toString()));
    assertEquals(1, run().judge().findings().stream().filter(f -> f.site().file().equals("Holder.java")).count());
  }

  @Test void needsAThread() {
    assertThrows(IllegalArgumentException.class, () -> run().inParallel(0));
  }
}
