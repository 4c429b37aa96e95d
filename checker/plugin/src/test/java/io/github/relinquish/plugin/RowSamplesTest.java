package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.errorprone.CompilationTestHelper;
import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.data.ProtocolShelf;
import io.github.relinquish.core.data.ShippedProtocols;
import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.summary.AnnotationTable;
import io.github.relinquish.core.summary.Hierarchy;
import io.github.relinquish.core.summary.RowTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every shipped row that begins or ends a resource has a bad and a good use under {@code src/test/rows}, those of a pack under {@code
 * src/test/rows/packs} in a folder named after it, where the pack is switched on; one without fails the build.
 *
 * <p>Which rows a sample is about is not written down: it is asked of the table that the engine asks.
 */
class RowSamplesTest {
  private static final Path ROWS = Path.of("src", "test", "rows");
  private static final Path PACKS = ROWS.resolve("packs");
  private static final int FOREIGN_MEMORY = 22;
  /** The wrapper of the JDK is public, its package is not. */
  private static final List<String> EXPORTS = List.of("--add-modules", "jdk.crypto.cryptoki",
      "--add-exports", "jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED");

  @TempDir static Path folder;
  private static Path stubs;

  @BeforeAll static void packStubs() throws IOException {
    Path classes = compile(stubSources(), "stubs", System.getProperty("java.class.path"));
    stubs = folder.resolve("stubs.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(stubs)); Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    }
  }

  @TestFactory Stream<DynamicTest> samples() throws IOException {
    return sources().stream().map(file -> sample(file, List.of("-cp", classPath())));
  }

  @TestFactory Stream<DynamicTest> samplesOfPacks() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String pack : ShippedProtocols.packs()) {
      List<String> options = new ArrayList<>(List.of("-cp", classPath(), "-XepOpt:Relinquish:Packs=" + pack));
      options.addAll(EXPORTS);
      javaFilesIn(PACKS.resolve(pack)).forEach(file -> tests.add(sample(file, options)));
    }
    return tests.stream();
  }

  private static DynamicTest sample(Path file, List<String> options) {
    return dynamicTest(ROWS.relativize(file).toString(), () -> {
      CompilationTestHelper helper = Checks.helper(RowSamplesTest.class, options.toArray(String[]::new));
      helper.addSourceLines("rows/" + file.getFileName(), Files.readAllLines(file).toArray(String[]::new)).doTest();
    });
  }

  @Test void everyRowHasABadAndAGoodUse() throws IOException {
    Map<String, String> exempt = exempt();
    Protocols protocols = ShippedProtocols.load();
    List<Row> rows = protocols.rows().stream()
        .filter(row -> !exempt.containsKey(row.call().owner()))
        .filter(row -> Runtime.version().feature() >= FOREIGN_MEMORY || !needsForeignMemory(row.call()))
        .toList();
    assertEquals("", missing(rows, uses(protocols, "shipped", sources())));
  }

  @TestFactory Stream<DynamicTest> everyRowOfAPackHasABadAndAGoodUse() {
    return ShippedProtocols.packs().stream().map(pack -> dynamicTest(pack, () -> {
      ProtocolShelf shelf = ProtocolShelf.shipped();
      assertEquals(List.of(), shelf.addPack(pack));
      Protocols protocols = shelf.protocols();
      List<Row> rows = protocols.rows().stream().filter(row -> row.file().equals("packs/" + pack + ".yaml")).toList();
      assertFalse(rows.isEmpty(), "rows of the pack");
      assertEquals("", missing(rows, uses(protocols, pack, javaFilesIn(PACKS.resolve(pack)))));
    }));
  }

  @Test void everyFolderIsAPack() throws IOException {
    try (Stream<Path> folders = Files.list(PACKS)) {
      assertEquals(ShippedProtocols.packs(), folders.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  private static String missing(List<Row> rows, Uses uses) {
    TreeSet<String> missing = new TreeSet<>();
    for (Row row : rows) {
      if (begins(row) && !uses.bad.contains(row)) {
        missing.add(row.file() + ":" + row.line() + ": " + row.call() + " has no bad use");
      }
      if ((begins(row) || ends(row)) && !uses.good.contains(row)) {
        missing.add(row.file() + ":" + row.line() + ": " + row.call() + " has no good use");
      }
    }
    return String.join("\n", missing);
  }

  private static boolean needsForeignMemory(CallPattern call) {
    return call.owner().startsWith("java.lang.foreign.") || call.types().contains("java.lang.foreign.MemorySegment");
  }

  private static boolean begins(Row row) {
    return row.effects().stream().anyMatch(e -> e instanceof Effect.Begin begin && !begin.isLent());
  }

  private static boolean ends(Row row) {
    return row.effects().stream().anyMatch(e -> e instanceof Effect.Release);
  }

  /** Rows that methods named {@code ...Bad} and {@code ...Ok} ask for. */
  private record Uses(List<Row> bad, List<Row> good) {}

  private static Uses uses(Protocols protocols, String name, List<Path> sources) throws IOException {
    Uses uses = new Uses(new ArrayList<>(), new ArrayList<>());
    List<Path> classPath = Arrays.stream(classPath().split(File.pathSeparator)).map(Path::of).toList();
    Path classes = compile(sources, name, classPath());
    try (ClassFileProgram program = ClassFileProgram.open(List.of(classes), classPath)) {
      Hierarchy hierarchy = new Hierarchy(program);
      RowTable table = new RowTable(protocols, hierarchy, new AnnotationTable(protocols, hierarchy));
      for (String type : program.runClasses()) {
        ClassShape shape = program.shapeOf(type).orElseThrow();
        for (MethodShape method : shape.methods()) {
          List<Row> rows = method.key().name().endsWith("Bad") ? uses.bad : method.key().name().endsWith("Ok") ? uses.good : new ArrayList<>();
          calls(program, method.key()).forEach(call -> rows.addAll(table.rowsFor(call, "")));
        }
      }
    }
    return uses;
  }

  private static List<MethodKey> calls(ClassFileProgram program, MethodKey method) {
    List<MethodKey> calls = new ArrayList<>();
    program.bodyOf(method).ifPresent(graph -> {
      for (Block block : graph.blocks()) {
        for (Step step : block.steps()) {
          if (step instanceof Step.Invoke call) {
            calls.add(call.callee());
          }
        }
      }
    });
    return calls;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = javaFilesIn(ROWS);
    if (Runtime.version().feature() >= FOREIGN_MEMORY) {
      sources.addAll(javaFilesIn(ROWS.resolve(String.valueOf(FOREIGN_MEMORY))));
    }
    return sources;
  }

  private static List<Path> javaFilesIn(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return new ArrayList<>(files.filter(f -> f.toString().endsWith(".java")).sorted().toList());
    }
  }

  /** Outlines of foreign classes, by package. */
  private static List<Path> stubSources() throws IOException {
    try (Stream<Path> files = Files.walk(ROWS.resolve("stubs"))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static Path compile(List<Path> sources, String name, String classPath) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp", classPath, "-d", classes.toString()));
    arguments.addAll(EXPORTS);
    sources.forEach(source -> arguments.add(source.toString()));
    assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
    return classes;
  }

  private static String classPath() {
    return stubs + File.pathSeparator + System.getProperty("java.class.path");
  }

  /** Owner, then the reason behind a colon and a space. */
  private static Map<String, String> exempt() throws IOException {
    Map<String, String> exempt = new TreeMap<>();
    for (String line : Files.readAllLines(ROWS.resolve("exempt.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        exempt.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
      }
    }
    return exempt;
  }
}
