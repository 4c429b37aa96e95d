package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of users and of libraries, through a whole javac, on an invented company library that no shipped row knows. */
class ModelsTest {
  private static final Path VAULT = Path.of("src", "test", "resources", "models", "vault.yaml");
  private static final String MODEL = "META-INF/relinquish/vault.yaml";
  private static final List<String> FOUND = List.of(
      "[SecurityContextLeak] vault session", "[UseAfterRelease]", "[ReleaseOrder]", "[CredentialsHandleLeak]");

  @TempDir static Path folder;
  private static Path classes;
  private static Path jar;

  @BeforeAll static void compileTheLibrary() throws IOException {
    classes = Files.createDirectories(folder.resolve("classes"));
    Path source = folder.resolve("Vault.java");
    Files.writeString(source, """
        package acme;
        public class Vault {
          public Login login(String user, char[] word) { return new Login(); }
          public int open(Login login, Cell cell) { return 0; }
        }
        """);
    Path others = folder.resolve("Login.java");
    Files.writeString(others, "package acme; public class Login { public void forget() {} }");
    Path cell = folder.resolve("Cell.java");
    Files.writeString(cell, "package acme; public class Cell { public native Session get(); }");
    Path session = folder.resolve("Session.java");
    Files.writeString(session, "package acme; public class Session { public native String read(String path) throws java.io.IOException; public void logoff() {} }");
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    assertEquals(0, javac.run(null, null, null, "-d", classes.toString(), source.toString(), others.toString(), cell.toString(), session.toString()));
    jar = jar("vault.jar", Map.of());
  }

  @Test void withoutRowsNothingIsKnown() {
    assertEquals(List.of(), Findings.messages(compile("", List.of(jar))));
  }

  @Test void fileNamedByAnOption() {
    assertFound(compile("-XepOpt:Relinquish:Models=" + VAULT, List.of(jar)));
  }

  @Test void jarShipsItsOwn() throws IOException {
    Path shipping = jar("shipping.jar", Map.of("META-INF/relinquish/", "", MODEL, Files.readString(VAULT)));
    assertFound(compile("", List.of(shipping)));
  }

  @Test void jarWithoutEntriesForFoldersShipsItsOwn() throws IOException {
    Path bare = jar("bare.jar", Map.of(MODEL, Files.readString(VAULT)));
    assertFound(compile("", List.of(bare)));
  }

  @Test void folderShipsItsOwn() throws IOException {
    Path resources = folder.resolve("resources");
    Files.createDirectories(resources.resolve("META-INF/relinquish"));
    Files.copy(VAULT, resources.resolve(MODEL));
    assertFound(compile("", List.of(jar, resources)));
  }

  @Test void libraryThatIsThereTwiceIsReadOnce() throws IOException {
    Path one = jar("one.jar", Map.of(MODEL, Files.readString(VAULT)));
    Path two = jar("two.jar", Map.of(MODEL, Files.readString(VAULT)));
    assertFound(compile("", List.of(one, two)));
  }

  @Test void rowsOfTheUserWinOverThoseOfALibrary() throws IOException {
    Path shipping = jar("overruled.jar", Map.of(MODEL, Files.readString(VAULT)));
    Path mine = write("mine.yaml", """
        api: Ours
        source: here
        calls:
          - call: "acme.Vault#open/2"
            borrows: "Argument[0]"
          - call: "acme.Vault#login/2"
            ensures: Result nonnull
        """);
    List<String> messages = Findings.messages(compile("-XepOpt:Relinquish:Models=" + mine, List.of(shipping)));
    assertEquals(1, messages.size(), messages::toString);
    assertTrue(messages.get(0).startsWith("[UseAfterRelease]"), messages::toString);
  }

  @Test void eachProblemOfAUsersFileIsOneError() throws IOException {
    Path wrong = write("wrong.yaml", """
        api: Ours
        source: here
        calls:
          - call: "acme.Vault#open/2"
            begin: { kind: sspi.ctx, at: Result }
          - call: "acme.Vault#open/2"
            borrows: "Argument[2]"
        """);
    assertEquals(List.of(
            "Relinquish: " + wrong + ":5:5: a row has no 'begin'; did you mean 'begins'?",
            "Relinquish: " + wrong + ":7:14: 'Argument[2]' is beyond the 2 parameters of 'acme.Vault#open/2', counted from 0"),
        errors(compile("-XepOpt:Relinquish:Models=" + wrong, List.of(jar))));
  }

  @Test void rowsOfTheUserHoldForClassesOfTheSameRun() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(List.of(client()));
    for (String type : List.of("Vault", "Login", "Cell", "Session")) {
      sources.add(JavaFileObjects.forResource(folder.resolve(type + ".java").toUri().toURL()));
    }
    assertFound(Findings.compile("-XepOpt:Relinquish:Models=" + VAULT, List.of(), sources.toArray(JavaFileObject[]::new)));
  }

  @Test void missingFileIsOneError() {
    List<String> errors = errors(compile("-XepOpt:Relinquish:Models=" + VAULT + ",nowhere.yaml", List.of(jar)));
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).startsWith("Relinquish: the model file 'nowhere.yaml' of option Relinquish:Models is not used: there is no such file; name it in full"),
        errors::toString);
  }

  @Test void misspeltPackIsOneError() {
    List<String> errors = errors(compile("-XepOpt:Relinquish:Packs=windows-lokal", List.of(jar)));
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).startsWith("Relinquish: there is no pack 'windows-lokal'; did you mean 'windows-local'?; there are class-loaders, hadoop, "), errors::toString);
  }

  @Test void brokenFileOfALibraryFailsNobodysBuild() throws IOException {
    Path broken = jar("broken.jar", Map.of(MODEL, "api: [", "META-INF/relinquish/z.yaml", "api: x\nsource: y\ncals: []\n"));
    Compilation compilation = compile("", List.of(broken));
    assertEquals(List.of(), errors(compilation));
    List<String> messages = Findings.messages(compilation);
    assertEquals(2, messages.size(), messages::toString);
    assertTrue(messages.get(1).endsWith("z.yaml:3:1: a protocol file has no 'cals'; did you mean 'calls'? (the model file is on the class path and is left out)"),
        messages::toString);
  }

  @Test void packIsOffUntilItIsAskedFor() {
    JavaFileObject login = JavaFileObjects.forSourceString("Login", """
        class Login {
          interface NetApi { boolean ConvertSidToStringSid(Object sid, com.sun.jna.ptr.PointerByReference buffer); }
          boolean run(NetApi api) {
            com.sun.jna.ptr.PointerByReference buffer = new com.sun.jna.ptr.PointerByReference();
            return api.ConvertSidToStringSid(this, buffer);
          }
        }
        """);
    assertEquals(List.of(), Findings.messages(Findings.compile("", login)));
    List<String> messages = Findings.messages(Findings.compile("-XepOpt:Relinquish:Packs=windows-local", login));
    assertEquals(1, messages.size(), messages::toString);
    assertTrue(messages.get(0).startsWith("[ContextBufferLeak]"), messages::toString);
  }

  private static void assertFound(Compilation compilation) {
    List<String> messages = Findings.messages(compilation);
    assertEquals(FOUND.size(), messages.size(), messages::toString);
    for (String expected : FOUND) {
      assertTrue(messages.stream().anyMatch(m -> m.startsWith(expected)), () -> expected + " is not in " + messages);
    }
  }

  private static List<String> errors(Compilation compilation) {
    return compilation.diagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(Locale.ROOT)).toList();
  }

  private static Compilation compile(String options, List<Path> classPath) {
    return Findings.compile(options, classPath.stream().map(Path::toFile).toList(), client());
  }

  private static JavaFileObject client() {
    return JavaFileObjects.forSourceString("Client", """
        import acme.*;
        import java.io.IOException;
        class Client {
          String leaks(Vault vault, Login login) throws IOException {
            Cell cell = new Cell();
            if (vault.open(login, cell) < 0) { return ""; }
            Session session = cell.get();
            String text = session.read("a");
            session.logoff();
            return text;
          }
          String tidy(Vault vault, Login login) throws IOException {
            Cell cell = new Cell();
            if (vault.open(login, cell) < 0) { return ""; }
            Session session = cell.get();
            try { return session.read("a"); } finally { session.logoff(); }
          }
          String late(Session session) throws IOException {
            session.logoff();
            return session.read("b");
          }
          void order(Vault vault, Cell cell) {
            Login login = vault.login("me", new char[0]);
            if (vault.open(login, cell) < 0) { login.forget(); return; }
            login.forget();
            cell.get().logoff();
          }
          void forgotten(Vault vault) {
            vault.login("me", new char[0]);
          }
        }
        """);
  }

  private static Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Path jar(String name, Map<String, String> more) throws IOException {
    Path file = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
      for (String type : List.of("Vault", "Login", "Cell", "Session")) {
        out.putNextEntry(new JarEntry("acme/" + type + ".class"));
        out.write(Files.readAllBytes(classes.resolve("acme").resolve(type + ".class")));
      }
      for (Map.Entry<String, String> entry : new TreeMap<>(more).entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
