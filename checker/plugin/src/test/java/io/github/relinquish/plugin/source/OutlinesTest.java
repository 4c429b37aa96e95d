package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Outline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An outline leaves out nothing that the flow graph has. */
final class OutlinesTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  static List<Path> sources() throws IOException {
    try (Stream<Path> lowering = Files.list(RESOURCES.resolve("lowering")); Stream<Path> agree = Files.list(RESOURCES.resolve("agree"))) {
      return Stream.concat(lowering, agree).filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void hasWhatTheGraphHas(Path file) throws IOException {
    String text = Files.readString(file);
    Assumptions.assumeTrue(!text.startsWith("// java ") || Runtime.version().feature() >= 25);
    Sources sources = Sources.of(file.getFileName().toString(), text);
    SourceProgram program = sources.program();
    int outlined = 0;
    for (ClassShape shape : program.classesIn(sources.unit(0))) {
      for (MethodShape method : shape.methods()) {
        Optional<Outline> outline = program.outlineOf(method.key());
        if (outline.isPresent()) {
          outlined++;
          Facts missing = new Facts();
          missing.read(program, method.key());
          missing.remove(outline.get());
          assertEquals("[] [] []", missing.toString(), method.key() + " has more than " + outline.get());
        }
      }
    }
    assertTrue(outlined > 0, "nothing was compared");
  }

  @Test
  void hasNoOtherFieldsThanTheGraph() {
    Sources sources = Sources.of("A.java",
        "class A { int x; static int y; int f(int z, A other) { int w = z + y; return other.x + w; } A(int q) { this(q, 0); } A(int q, int r) {} }");
    assertEquals(Set.of("x"), ordinary(sources.program().outlineOf(new MethodKey("A", "f", "(ILA;)I")).orElseThrow()));
    assertEquals(Set.of(), ordinary(sources.program().outlineOf(new MethodKey("A", "<init>", "(I)V")).orElseThrow()));
  }

  private static Set<String> ordinary(Outline outline) {
    Set<String> fields = new TreeSet<>(outline.fields());
    fields.removeIf(f -> f.startsWith("val$"));
    return fields;
  }

  /** What a graph and those of its lambdas say. */
  private static final class Facts {
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> created = new TreeSet<>();
    private final Set<String> calls = new TreeSet<>();

    void read(SourceProgram program, MethodKey body) {
      Optional<FlowGraph> graph = program.bodyOf(body);
      if (graph.isPresent()) {
        graph.get().blocks().forEach(b -> b.steps().forEach(s -> read(program, s)));
      }
    }

    private void read(SourceProgram program, Step step) {
      if (step instanceof Step.LoadField load) {
        fields.add(load.field().name());
      } else if (step instanceof Step.StoreField store) {
        fields.add(store.field().name());
      } else if (step instanceof Step.Create create && !create.type().endsWith("[]")) {
        created.add(create.type());
      } else if (step instanceof Step.Invoke call) {
        calls.add(call.kind() + " " + call.callee());
      } else if (step instanceof Step.Closure closure && closure.body().name().startsWith("lambda$")) {
        read(program, closure.body());
      } else if (step instanceof Step.Closure closure && !closure.body().owner().endsWith("[]")) {
        calls.add(closure.kind() + " " + closure.body());
      }
    }

    void remove(Outline outline) {
      // Assertions make errors without saying so; nothing below the JDK hears of it.
      created.remove("java.lang.AssertionError");
      calls.removeIf(c -> c.startsWith("SPECIAL java.lang.AssertionError#"));
      fields.removeAll(outline.fields());
      created.removeAll(outline.created());
      outline.calls().forEach(c -> calls.remove(c.kind() + " " + c.callee()));
    }

    @Override public String toString() {
      return fields + " " + created + " " + calls;
    }
  }
}
