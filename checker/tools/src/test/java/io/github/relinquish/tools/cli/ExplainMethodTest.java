package io.github.relinquish.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.report.Report;
import io.github.relinquish.tools.run.Engine;
import io.github.relinquish.tools.run.SarifReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of the user's own methods, as rows; pasted back in place of the bodies they give the same findings. */
class ExplainMethodTest {
  private static final String PEER = """
      package app;
      import org.ietf.jgss.*;
      public class Peer {
        private GSSContext ctx;
        private static Object kept;
        public Peer(GSSContext c) { ctx = c; }
        public static GSSContext open(GSSManager m, GSSName n) throws GSSException { return m.createContext(n, null, null, 0); }
        public static GSSContext find(GSSManager m, GSSName n) {
          try { return m.createContext(n, null, null, 0); } catch (GSSException e) { return null; }
        }
        public static void end(GSSContext c) throws GSSException { c.dispose(); }
        public static boolean endIf(GSSContext c, boolean wanted) {
          if (!wanted) { return false; }
          try { c.dispose(); } catch (GSSException e) { kept = e; }
          return true;
        }
        public static int sent(GSSContext c) throws GSSException { return c.wrap(new byte[1], 0, 1, null).length; }
        public static GSSContext same(GSSContext c) { return c; }
        public static void keep(GSSContext c) { kept = c; }
        public void close() throws GSSException { ctx.dispose(); }
        public static int plain(int a) { return a + 1; }
      }
      """;
  /** The same without bodies. */
  private static final String UNREADABLE = """
      package app;
      import org.ietf.jgss.*;
      public class Peer {
        public Peer(GSSContext c) { init(c); }
        private native void init(GSSContext c);
        public static native GSSContext open(GSSManager m, GSSName n) throws GSSException;
        public static native GSSContext find(GSSManager m, GSSName n);
        public static native void end(GSSContext c) throws GSSException;
        public static native boolean endIf(GSSContext c, boolean wanted);
        public static native int sent(GSSContext c) throws GSSException;
        public static native GSSContext same(GSSContext c);
        public static native void keep(GSSContext c);
        public native void close() throws GSSException;
      }
      """;
  private static final String USER = """
      package app;
      import org.ietf.jgss.*;
      class User {
        void lost(GSSManager m, GSSName n) throws GSSException { Peer.open(m, n); }
        void found(GSSManager m, GSSName n) { GSSContext c = Peer.find(m, n); }
        void foundAndEnded(GSSManager m, GSSName n) throws GSSException { GSSContext c = Peer.find(m, n); if (c != null) { Peer.end(c); } }
        void ended(GSSManager m, GSSName n) throws GSSException { GSSContext c = Peer.open(m, n); Peer.end(c); }
        void usedAfterwards(GSSManager m, GSSName n) throws GSSException {
          GSSContext c = Peer.open(m, n); Peer.end(c); Peer.sent(c);
        }
        void onlyUsed(GSSManager m, GSSName n) throws GSSException { GSSContext c = Peer.open(m, n); Peer.sent(c); }
        void sometimes(GSSManager m, GSSName n, boolean b) throws GSSException {
          GSSContext c = m.createContext(n, null, null, 0); if (!Peer.endIf(c, b)) { c.dispose(); }
        }
        void onlySometimes(GSSManager m, GSSName n, boolean b) throws GSSException {
          GSSContext c = m.createContext(n, null, null, 0); Peer.endIf(c, b);
        }
        void another(GSSManager m, GSSName n) throws GSSException { GSSContext c = Peer.same(Peer.open(m, n)); c.dispose(); }
        void given(GSSManager m, GSSName n) throws GSSException { Peer.keep(Peer.open(m, n)); }
        void inAnObject(GSSManager m, GSSName n) throws GSSException { new Peer(Peer.open(m, n)).close(); }
      }
      """;
  @TempDir Path folder;
  private Path sources;

  @BeforeEach void write() throws IOException {
    folder = folder.toRealPath();
    sources = Files.createDirectories(folder.resolve("src/app"));
    Files.writeString(sources.resolve("Peer.java"), PEER);
    Files.writeString(sources.resolve("User.java"), USER);
  }

  private String explained(String method, Path where) {
    Shell shell = Shell.run(Engine.real(), "explain", method, where.toString());
    assertEquals(0, shell.code(), shell::toString);
    return shell.out();
  }

  @Test void methodsOfSourcesAreExplained() {
    assertTrue(explained("app.Peer#open", sources).contains("begins: { kind: gss.ctx, at: Result }"), () -> explained("app.Peer#open", sources));
    assertTrue(explained("Peer#find", sources).contains("when: \"Result nonnull\""), () -> explained("Peer#find", sources));
    assertTrue(explained("endIf", sources).contains("when: \"Result true\""), () -> explained("endIf", sources));
    assertTrue(explained("Peer#close", sources).contains("of: \"Receiver.ctx\"") || explained("Peer#close", sources).contains("Receiver.ctx"));
    assertTrue(explained("Peer#<init>", sources).contains("moves: { from: \"Argument[0]\", to: Receiver.ctx }"), () -> explained("Peer#<init>", sources));
    assertTrue(explained("Peer#sent", sources).contains("borrows: \"Argument[0]\""), () -> explained("Peer#sent", sources));
    assertTrue(explained("Peer#plain", sources).startsWith("# app.Peer#plain"), () -> explained("Peer#plain", sources));
  }

  @Test void methodsOfClassFilesAreExplainedAlike() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "-proc:none", "-d", classes.toString(),
        sources.resolve("Peer.java").toString()));
    for (String method : List.of("open", "end", "endIf", "same", "close", "sent")) {
      assertEquals(withoutPlaces(explained("Peer#" + method, sources)), withoutPlaces(explained("Peer#" + method, classes)), method);
    }
  }

  private static String withoutPlaces(String rows) {
    return rows.replaceAll("  # .*\n", "").replaceAll("    source: .*\n", "");
  }

  @Test void pastedBackTheyTakeThePlaceOfTheBodies() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (String method : List.of("open", "find", "end", "endIf", "sent", "same", "keep", "close", "<init>")) {
      String text = explained("app.Peer#" + method, sources);
      rows.append(rows.isEmpty() ? text : text.substring(text.indexOf("calls:\n") + 7));
    }
    Path models = Files.writeString(folder.resolve("peer.yaml"), rows);
    Shell lint = Shell.run(Engine.real(), "models", "lint", models.toString());
    assertEquals(0, lint.code(), () -> lint + "\n" + rows);
    List<String> before = findings();
    assertFalse(before.isEmpty());
    Files.writeString(sources.resolve("Peer.java"), UNREADABLE);
    List<String> blind = findings();
    assertEquals(before, findings("--models", models.toString()), () -> "without rows: " + blind + "\n" + rows);
    assertFalse(before.equals(blind), "the rows make the difference");
  }

  private List<String> findings(String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("check", "--no-build-tool", "--root", folder.toString(), "--format", "sarif",
        sources.toString()));
    words.addAll(List.of(more));
    Shell shell = Shell.run(Engine.real(), words.toArray(String[]::new));
    assertTrue(shell.code() <= 1, shell::toString);
    Report report = SarifReader.read(shell.out());
    return report.findings().stream().filter(f -> f.site().file().endsWith("User.java")).map(f -> f.site() + " " + f.rule()).toList();
  }
}
