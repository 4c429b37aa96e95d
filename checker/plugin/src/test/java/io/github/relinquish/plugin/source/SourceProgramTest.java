package io.github.relinquish.plugin.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.AnnotationFact;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceProgramTest {
  private static final String ANNOTATION = """
      package p;
      import java.lang.annotation.*;
      @Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE_USE})
      @interface Mark { String[] value() default {}; }
      """;

  @Test
  void findsBodiesOfUnitsNobodyVisited() {
    Sources sources = Sources.of("A.java", "class A {}", "B.java", "class B { int f() { return 1; } }");
    assertTrue(sources.program().bodyOf(new MethodKey("B", "f", "()I")).isPresent());
    assertTrue(sources.program().bodyOf(new MethodKey("B", "g", "()I")).isEmpty());
  }

  @Test
  void buildsAGraphOnce() {
    Sources sources = Sources.of("A.java", "class A { void f() {} }");
    MethodKey key = new MethodKey("A", "f", "()V");
    assertSame(sources.program().bodyOf(key).orElseThrow(), sources.program().bodyOf(key).orElseThrow());
  }

  @Test
  void knowsSubclassesOfTheRunTransitively() {
    Sources sources = Sources.of(
        "A.java", "class A implements Face { Object o = new A() {}; }", "B.java", "class B extends A { class C extends B {} }",
        "Face.java", "interface Face extends Runnable { default void run() {} }");
    assertEquals(List.of("A", "A$1", "B", "B$C"), sources.program().subclassesOf("Face"));
    assertEquals(List.of("A", "A$1", "B", "B$C", "Face"), sources.program().subclassesOf("java.lang.Runnable"));
  }

  @Test
  void describesAClass() {
    Sources sources = Sources.of("p/Mark.java", ANNOTATION, "p/A.java", """
        package p;
        @Mark("close")
        abstract class A extends java.io.InputStream implements AutoCloseable {
          static final int K = 1 << 3;
          private @Mark String s;
          A(@Mark({"x", "y"}) String a) {}
          protected abstract @Mark("r") String m(int i, Object... o) throws java.io.IOException, IllegalStateException;
          class In { In(long l) {} }
        }
        """);
    ClassShape shape = sources.program().shapeOf("p.A").orElseThrow();
    assertEquals("java.io.InputStream", shape.superclass());
    assertEquals(List.of("java.lang.AutoCloseable"), shape.interfaces());
    assertEquals(Scope.RUN, shape.scope());
    assertEquals(List.of("close"), shape.annotations().get(0).strings("value"));
    FieldShape k = shape.fields().get(0);
    assertEquals(new Literal.Int(8), k.constant().orElseThrow());
    assertTrue(k.is(Modifier.STATIC) && k.is(Modifier.FINAL));
    assertEquals(List.of("p.Mark"), shape.fields().get(1).annotations().stream().map(AnnotationFact::type).toList());
    MethodShape m = shape.method("m", "(I[Ljava/lang/Object;)Ljava/lang/String;").orElseThrow();
    assertEquals(List.of("java.io.IOException", "java.lang.IllegalStateException"), m.thrown());
    assertEquals(List.of("r"), m.annotations().get(0).strings("value"));
    assertEquals(7, m.site().line());
    MethodShape constructor = shape.method("<init>", "(Ljava/lang/String;)V").orElseThrow();
    assertEquals(List.of("x", "y"), constructor.parameterAnnotations().get(0).get(0).strings("value"));
    MethodShape inner = sources.program().shapeOf("p.A$In").orElseThrow().methods().get(0);
    assertEquals("(Lp/A;J)V", inner.key().descriptor());
    assertEquals(2, inner.parameterNames().size());
  }

  @Test
  void tellsThePlatformFromTheRest() {
    Sources sources = Sources.of(List.of("--release", "17"), "A.java", "class A {}");
    assertEquals(Scope.PLATFORM, sources.program().shapeOf("java.util.Map$Entry").orElseThrow().scope());
    assertTrue(sources.program().shapeOf("java.util.Map$Entry").orElseThrow().isInterface());
    assertTrue(sources.program().shapeOf("no.such.Thing").isEmpty());
    assertTrue(sources.program().shapeOf("java.util").isEmpty());
  }

  @Test
  void namesPlacesExactly() {
    Sources sources = Sources.of("A.java", """
        class A {
        \tvoid f(StringBuilder s) {
        \t\tint rc = s.append( // here
                1).length();
          }
        }
        """);
    FlowGraph graph = sources.program().bodyOf(new MethodKey("A", "f", "(Ljava/lang/StringBuilder;)V")).orElseThrow();
    Site append = invoke(graph, "append").site();
    assertEquals(3, append.line());
    assertEquals(12, append.column());
    Tree tree = sources.program().treeAt(append, sources.unit(0)).orElseThrow();
    assertTrue(tree instanceof MethodInvocationTree);
    assertTrue(tree.toString().endsWith("append(1)"));
    assertEquals(tree, sources.program().pathOf(append).orElseThrow().getLeaf());
    assertFalse(sources.program().pathOf(Site.UNKNOWN).isPresent());
  }

  @Test
  void listsClassesInOrder() {
    Sources sources = Sources.of(
        "A.java", "class A { class B {} void f() { class L {} new Object() {}; } } interface Z {}");
    assertEquals(List.of("A", "A$B", "A$1L", "A$1", "Z"),
        sources.program().classesIn(sources.unit(0)).stream().map(ClassShape::name).toList());
  }

  private static Step.Invoke invoke(FlowGraph graph, String name) {
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        if (step instanceof Step.Invoke call && call.callee().name().equals(name)) {
          return call;
        }
      }
    }
    throw new AssertionError("no call of " + name);
  }
}
