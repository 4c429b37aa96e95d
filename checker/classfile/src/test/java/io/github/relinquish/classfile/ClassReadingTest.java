package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.program.AnnotationFact;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

final class ClassReadingTest {
  private static final String SOURCE = """
      package demo;
      import java.lang.annotation.*;
      @Shapes.Marks({"a", "b"})
      public abstract class Shapes<T extends Exception> extends java.io.Reader {
        enum Level { LOW, HIGH }
        @interface Marks { String[] value() default {}; Level level() default Level.LOW; int weight() default 0; }
        @Target({ElementType.TYPE_USE}) @interface Owning {}
        static final String NAME = "Negotiate";
        static final int OK = 0;
        @Owning Object held;
        @Owning Object open(String first, @Owning @Marks("x") Object second) throws java.io.IOException, T { return null; }
        @Marks(level = Level.HIGH, weight = 3) protected abstract java.util.List<@Owning Object> none();
        class Inner { Inner(@Marks("y") Object given) {} }
        Runnable anonymous() { return new Runnable() { public void run() {} }; }
      }
      """;

  private static final Map<String, byte[]> CLASSES = Compiled.of("demo/Shapes.java", SOURCE, "-g");

  private static ClassShape shape(String name) throws UnreadableClass {
    return ClassReading.read(CLASSES.get(name), Scope.RUN).shape();
  }

  private static MethodShape method(ClassShape shape, String name) {
    return shape.methods().stream().filter(m -> m.key().name().equals(name)).findFirst().orElseThrow();
  }

  @Test void readsTheDeclarationOfAClass() throws Exception {
    ClassShape shape = shape("demo.Shapes");
    assertEquals("java.io.Reader", shape.superclass());
    assertEquals("", shape.enclosing());
    assertEquals(List.of(new AnnotationFact("demo.Shapes$Marks", Map.of("value", List.of("a", "b")))), shape.annotations());
    assertEquals("[\"Negotiate\"]", shape.fields().get(0).constants().toString());
    assertEquals("[0]", shape.fields().get(1).constants().toString());
    assertEquals("demo.Shapes$Owning", shape.fields().get(2).annotations().get(0).type());
  }

  @Test void readsTheDeclarationOfAMethod() throws Exception {
    MethodShape open = method(shape("demo.Shapes"), "open");
    assertEquals(List.of("first", "second"), open.parameterNames());
    assertEquals(List.of("java.io.IOException", "java.lang.Exception"), open.thrown());
    assertEquals("demo.Shapes$Owning", open.annotations().get(0).type());
    assertEquals(List.of(), open.parameterAnnotations().get(0));
    assertEquals(2, open.parameterAnnotations().get(1).size());
    assertEquals("demo/Shapes.java:11", open.site().toString());
    MethodShape none = method(shape("demo.Shapes"), "none");
    assertTrue(none.is(Modifier.ABSTRACT) && none.is(Modifier.PROTECTED));
    assertEquals(
        List.of(new AnnotationFact("demo.Shapes$Marks", Map.of("level", List.of("HIGH")))), none.annotations(),
        "the annotation of the type argument does not count");
  }

  @Test void knowsWhatIsAroundAClass() throws Exception {
    assertEquals("demo.Shapes", shape("demo.Shapes$Inner").enclosing());
    assertEquals("demo.Shapes", shape("demo.Shapes$1").enclosing());
    assertTrue(shape("demo.Shapes$1").isAnonymous());
    MethodShape constructor = method(shape("demo.Shapes$Inner"), "<init>");
    assertEquals(List.of(), constructor.parameterAnnotations().get(0), "the outer instance");
    assertEquals("demo.Shapes$Marks", constructor.parameterAnnotations().get(1).get(0).type());
  }

  @Test void refusesWhatIsNoClass() {
    assertThrows(UnreadableClass.class, () -> ClassReading.read(new byte[0], Scope.RUN));
    assertThrows(UnreadableClass.class, () -> ClassReading.read("no class file at all".getBytes(), Scope.RUN));
  }

  @Test void readsClassesOfJavaVersionsToCome() throws Exception {
    byte[] future = CLASSES.get("demo.Shapes").clone();
    future[7] = 99;
    assertEquals("demo.Shapes", ClassReading.read(future, Scope.RUN).shape().name());
    assertEquals(99, future[7], "the bytes are the caller's");
  }

  /** Cut off anywhere and damaged anywhere: an answer or a reason, never another exception. */
  @Test void survivesBrokenBytes() {
    Random random = new Random(17);
    byte[] good = CLASSES.get("demo.Shapes");
    int refused = 0;
    for (int length = 0; length < good.length; length++) {
      refused += isRefused(Arrays.copyOf(good, length)) ? 1 : 0;
    }
    for (int round = 0; round < 3_000; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i <= round % 5; i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      refused += isRefused(bad) ? 1 : 0;
    }
    assertTrue(refused > 1_000, "only " + refused + " refused");
  }

  private static boolean isRefused(byte[] bytes) {
    try {
      ClassModel model = ClassReading.read(bytes, Scope.RUN);
      model.bodies().forEach(key -> model.bodyOf(key.name(), key.descriptor()));
      return false;
    } catch (UnreadableClass e) {
      return true;
    }
  }

  @Test void givesUpSubroutinesOfAncientCompilers() throws Exception {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_4, Opcodes.ACC_PUBLIC, "demo/Old", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "old", "()V", null, null);
    Label subroutine = new Label();
    method.visitCode();
    method.visitJumpInsn(Opcodes.JSR, subroutine);
    method.visitInsn(Opcodes.RETURN);
    method.visitLabel(subroutine);
    method.visitVarInsn(Opcodes.ASTORE, 0);
    method.visitVarInsn(Opcodes.RET, 0);
    method.visitMaxs(1, 1);
    method.visitEnd();
    ClassModel model = ClassReading.read(writer.toByteArray(), Scope.RUN);
    assertTrue(model.bodyOf("old", "()V").isEmpty());
    assertTrue(model.bodyOf("old", "()V").isEmpty());
    assertEquals(
        List.of(new Note("demo.Old#old()V", "has a subroutine (JSR) of an ancient compiler")), model.notes());
  }
}
