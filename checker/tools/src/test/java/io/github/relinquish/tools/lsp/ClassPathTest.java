package io.github.relinquish.tools.lsp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.tools.run.BuildToolClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.FileChangeType;
import org.junit.jupiter.api.Test;

/** Jars and class folders: what stands in them counts, and counts anew when they are built again. */
class ClassPathTest extends InFolder {
  private static final String ROWS = """
      api: Acme
      source: "Acme 1"
      calls:
        - call: "com.acme.Closer#end/1"
          ends: { of: "Argument[0]", kind: gss.ctx }
      """;
  private static final String INSIDE = "META-INF/relinquish/acme.yaml";

  @Test void believesTheEditorRatherThanWhatTheOtherModuleWasCompiledTo() throws Exception {
    modules("app", "lib");
    Path classes = folder.resolve("lib/target/classes");
    String closer = "lib/src/main/java/com/acme/Closer.java";
    compile(classes, closer, Pair.CLOSER);
    Path user = write("app/src/main/java/com/acme/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", classes));
      client.open(folder.resolve(closer), Pair.FORGETS);
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(uri)));
    }
  }

  @Test void readsBodiesOfTheClassPathInTheSettings() throws Exception {
    Path classes = folder.resolve("classes");
    compile(classes, "lib/Closer.java", Pair.FORGETS);
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", classes));
      assertEquals(List.of("SecurityContextLeak"), rules(client.pull(client.open(user, Pair.USER))));
    }
  }

  @Test void readsAJarAgainThatWasBuiltAnew() throws Exception {
    Path jar = folder.resolve("lib.jar");
    Files.move(jarOf(Pair.CLOSER.replace("context.dispose();", "").replace(" throws GSSException", "")), jar);
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", jar));
      String uri = client.open(user, Pair.USER);
      assertFalse(throwing(client.pull(uri)));
      Files.move(jarOf(Pair.CLOSER), jar, StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
      client.change(uri, Pair.USER + "\n");
      assertTrue(throwing(client.pull(uri)));
    }
  }

  private static boolean throwing(List<Diagnostic> shown) {
    return shown.stream().anyMatch(d -> d.getMessage().contains("when Closer.end() throws GSSException"));
  }

  private Path jarOf(String text) throws IOException {
    Path classes = folder.resolve("classes");
    compile(classes, "lib/Closer.java", text);
    Path jar = folder.resolve("new.jar");
    zip(jar, Map.of("com/acme/Closer.class", Files.readAllBytes(classes.resolve("com/acme/Closer.class"))));
    return jar;
  }

  private static void zip(Path jar, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
  }

  @Test void readsRowsAgainInAJarThatWasBuiltAnew() throws Exception {
    Path jar = folder.resolve("rows.jar");
    zip(jar, Map.of(INSIDE, ROWS.getBytes(UTF_8)));
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", jar));
      client.open(folder.resolve("src/Closer.java"), Pair.FORGETS);
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of(), client.next(uri), "the row says that it is released");
      zip(jar, Map.of(INSIDE, ROWS.replace("#end/1", "#other/1").getBytes(UTF_8)));
      Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
      tell(client, jar, FileChangeType.Changed);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)), "without an edit");
      zip(jar, Map.of(INSIDE, ROWS.getBytes(UTF_8)));
      Files.setLastModifiedTime(jar, FileTime.fromMillis(1_100_000_000_000L));
      client.change(uri, Pair.USER + "\n");
      assertEquals(List.of(), client.pull(uri), "where nobody watches files, with the next edit");
    }
  }

  @Test void readsRowsAgainInAFolderOfTheClassPath() throws Exception {
    Path rows = write("classes/" + INSIDE, ROWS);
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", folder.resolve("classes")));
      client.open(folder.resolve("src/Closer.java"), Pair.FORGETS);
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of(), client.next(uri), "the row says that it is released");
      Files.delete(rows);
      tell(client, rows, FileChangeType.Deleted);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)));
    }
  }

  @Test void readsAClassFolderAgainThatWasCompiledAnew() throws Exception {
    Path classes = folder.resolve("classes");
    compile(classes, "lib/Closer.java", Pair.CLOSER.replace("context.dispose();", ""));
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", classes));
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("SecurityContextLeak"), rules(client.next(uri)));
      compile(classes, "lib/Closer.java", Pair.CLOSER);
      tell(client, classes.resolve("com/acme/Closer.class"), FileChangeType.Changed);
      assertEquals(List.of(), client.next(uri));
    }
  }

  @Test void saysNothingWhereNothingOnTheClassPathChanged() throws Exception {
    modules("app", "lib");
    Path classes = folder.resolve("lib/target/classes");
    compile(classes, "lib/src/main/java/com/acme/Closer.java", Pair.CLOSER);
    Path user = write("app/src/main/java/com/acme/User.java", Pair.USER);
    AtomicInteger runs = new AtomicInteger();
    Judging real = Judging.inProcess();
    Server server = new Server((sources, rules, files, canceled, sink) -> {
      runs.incrementAndGet();
      real.judge(sources, rules, files, canceled, sink);
    }, project -> new BuildToolClassPath.Found(List.of(), List.of()));
    try (Client client = new Client(server)) {
      client.start(new ClientCapabilities(), settings("classPath", classes));
      String uri = client.open(user, Pair.USER);
      client.pull(uri);
      int before = runs.get();
      tell(client, classes.resolve("com/acme/Closer.class"), FileChangeType.Changed);
      tell(client, folder.resolve("elsewhere/Some.class"), FileChangeType.Changed);
      client.pull(uri);
      assertEquals(before, runs.get(), "sources stand for the one, nobody reads the other");
    }
  }

  @Test void readsAJarAgainThatWasHalfWritten() throws Exception {
    Path jar = folder.resolve("lib.jar");
    byte[] whole = Files.readAllBytes(jarOf(Pair.CLOSER));
    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", jar));
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("NotJudged"), rules(client.next(uri)));
      Files.write(jar, whole);
      List<Diagnostic> shown = client.next(uri);
      assertTrue(throwing(shown), () -> "without an edit, and nobody said that the jar is another: " + shown);
    }
  }

  @Test void readsAClassFolderAgainThatWasBeingCompiled() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", classes));
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("NotJudged"), rules(client.next(uri)));
      compile(classes, "lib/Closer.java", Pair.CLOSER);
      assertEquals(List.of(), client.next(uri), "without an edit, and nobody said that there are classes");
    }
  }

  @Test void readsAClassFolderThatComesLater() throws Exception {
    Path classes = folder.resolve("lib/classes");
    Path user = write("src/User.java", Pair.USER);
    try (Client client = new Client()) {
      client.start(new ClientCapabilities(), settings("classPath", classes));
      String uri = client.open(user, Pair.USER);
      assertEquals(List.of("NotJudged"), rules(client.next(uri)));
      compile(classes, "lib/Closer.java", Pair.CLOSER);
      client.change(uri, Pair.USER + "\n");
      assertEquals(List.of(), client.pull(uri));
    }
  }

  @Test void readsAJarAgainThatWasReplacedWhileItWasRead() throws Exception {
    Path jar = folder.resolve("lib.jar");
    byte[] other = Files.readAllBytes(jarOf(Pair.CLOSER.replace("context.dispose();", "").replace(" throws GSSException", "")));
    byte[] whole = Files.readAllBytes(jarOf(Pair.CLOSER));
    Files.write(jar, other);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
    Path user = write("src/User.java", Pair.USER);
    AtomicInteger runs = new AtomicInteger();
    Judging real = Judging.inProcess();
    Server server = new Server((sources, rules, files, canceled, sink) -> {
      real.judge(sources, rules, files, canceled, (file, answer) -> {
        sink.accept(file, answer);
        if (runs.getAndIncrement() == 0) {
          replace(jar, whole);
        }
      });
    }, project -> new BuildToolClassPath.Found(List.of(), List.of()));
    try (Client client = new Client(server)) {
      client.start(new ClientCapabilities(), settings("classPath", jar));
      String uri = client.open(user, Pair.USER);
      assertFalse(throwing(client.next(uri)));
      assertTrue(throwing(client.next(uri)), "nothing was missing, but what was said is of the jar before");
    }
  }

  private static void replace(Path jar, byte[] bytes) {
    try {
      Files.write(jar, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
