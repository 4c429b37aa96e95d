package io.github.relinquish.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.relinquish.core.graph.GraphPrinter;
import io.github.relinquish.core.program.Scope;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Debug information as other compilers and agents write it; what javac writes is in {@link LoweringTest}. */
final class LocalsTest {
  /** An agent puts code before the parameter's range, and a Kotlin range begins two instructions behind its store. */
  @Test void namesVariablesWhoseRangesBeginLate() throws Exception {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, "demo/Late", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "late", "(Ljava/lang/Object;)I", null, null);
    Label given = new Label();
    Label copied = new Label();
    Label end = new Label();
    method.visitCode();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitInsn(Opcodes.POP);
    method.visitLabel(given);
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitVarInsn(Opcodes.ASTORE, 1);
    method.visitInsn(Opcodes.ICONST_0);
    method.visitVarInsn(Opcodes.ISTORE, 2);
    method.visitLabel(copied);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "hashCode", "()I", false);
    // The slot of the copy serves a value of the compiler's own, which the copy must not lend its name.
    method.visitVarInsn(Opcodes.ISTORE, 1);
    method.visitVarInsn(Opcodes.ILOAD, 1);
    method.visitInsn(Opcodes.IRETURN);
    method.visitLabel(end);
    method.visitLocalVariable("given", "Ljava/lang/Object;", null, given, end, 0);
    method.visitLocalVariable("copy", "Ljava/lang/Object;", null, copied, end, 1);
    method.visitMaxs(0, 0);
    method.visitEnd();
    ClassModel model = ClassReading.read(writer.toByteArray(), Scope.RUN);
    assertEquals("""
        graph demo.Late#late(Ljava/lang/Object;)I (given: java.lang.Object)
        b0:
          copy = given
          l2 = 0
          l1 = invoke virtual java.lang.Object#hashCode()I(copy)
          return l1
        """, GraphPrinter.print(model.bodyOf("late", "(Ljava/lang/Object;)I").orElseThrow()));
  }
}
