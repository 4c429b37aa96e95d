package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Scope;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads the declarations of a class file. */
final class ShapeReading {
  /**
   * What was read.
   *
   * @param shape the class
   * @param sourceFile its source file as {@code package/Name.java}
   * @param isLocal whether it is a local or anonymous class
   * @param enclosingMethod where a local or anonymous class stands; empty for one in an initialiser
   */
  record Result(
      ClassShape shape,
      String sourceFile,
      boolean isLocal,
      Optional<MethodKey> enclosingMethod) {}

  private final ClassNode node;
  private final String name;
  private final String sourceFile;

  private ShapeReading(ClassNode node) {
    this.node = node;
    this.name = TypeNames.ofInternal(node.name).intern();
    this.sourceFile = sourceFile().intern();
  }

  /** Lines and names of parameters come from code, which is worth reading only for classes that are shown to people. */
  static Result read(ClassReader reader, Scope scope) {
    ClassNode node = new ClassNode();
    reader.accept(node, scope.isOwn() ? ClassReader.SKIP_FRAMES : ClassReader.SKIP_CODE);
    ShapeReading reading = new ShapeReading(node);
    return new Result(reading.shape(scope), reading.sourceFile, node.outerClass != null, reading.enclosingMethod());
  }

  private Optional<MethodKey> enclosingMethod() {
    return node.outerClass == null || node.outerMethod == null
        ? Optional.empty()
        : Optional.of(new MethodKey(TypeNames.ofInternal(node.outerClass), node.outerMethod, node.outerMethodDesc));
  }

  private ClassShape shape(Scope scope) {
    boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
    boolean isAnonymous = isAnonymous();
    return new ClassShape(
        name,
        node.superName == null || isInterface ? "" : TypeNames.ofInternal(node.superName).intern(),
        node.interfaces.stream().map(TypeNames::ofInternal).map(String::intern).toList(),
        isInterface,
        isAnonymous || (node.access & Opcodes.ACC_FINAL) != 0,
        isAnonymous,
        enclosing().intern(),
        scope,
        node.methods.stream().map(this::method).toList(),
        node.fields.stream().map(this::field).toList(),
        AnnotationFacts.of(node));
  }

  private boolean isAnonymous() {
    return node.innerClasses.stream().anyMatch(i -> i.name.equals(node.name) && i.innerName == null);
  }

  private String enclosing() {
    for (InnerClassNode inner : node.innerClasses) {
      if (inner.name.equals(node.name) && inner.outerName != null) {
        return TypeNames.ofInternal(inner.outerName);
      }
    }
    // Local and anonymous classes have no member entry; a stripped class may have kept its nest.
    String outer = node.outerClass != null ? node.outerClass : node.nestHostClass;
    return outer == null ? "" : TypeNames.ofInternal(outer);
  }

  private String sourceFile() {
    int slash = node.name.lastIndexOf('/');
    String simple = node.name.substring(slash + 1);
    int dollar = simple.indexOf('$', 1);
    String guessed = (dollar < 0 ? simple : simple.substring(0, dollar)) + ".java";
    return node.name.substring(0, slash + 1) + (node.sourceFile == null ? guessed : node.sourceFile);
  }

  private MethodKey keyOf(MethodNode method) {
    // Most names and descriptors stand in many classes.
    return new MethodKey(name, method.name.intern(), method.desc.intern());
  }

  private MethodShape method(MethodNode method) {
    return new MethodShape(
        keyOf(method),
        Modifier.ofFlags(method.access),
        ParameterNames.of(method),
        method.exceptions.stream().map(TypeNames::ofInternal).map(String::intern).toList(),
        AnnotationFacts.of(method),
        AnnotationFacts.ofParameters(method),
        Site.ofLine(sourceFile, firstLine(method)));
  }

  private static int firstLine(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }

  private FieldShape field(FieldNode field) {
    return new FieldShape(
        new FieldKey(name, field.name.intern()),
        TypeNames.ofDescriptor(field.desc).intern(),
        Modifier.ofFlags(field.access),
        field.value == null ? List.of() : List.of(Literal.of(field.value)),
        AnnotationFacts.of(field));
  }
}
