package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.MethodKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The names that the methods of one class mention, and whom its code stands in. */
final class MentionScan extends ClassVisitor {
  /** A simple name, and the class that the instruction names with it; for a created class its own. */
  record Mention(String name, String owner) {}

  /**
   * What one method says.
   *
   * @param mentions methods, fields and created classes
   * @param lambdas bodies in the same class that it makes closures of
   */
  record Said(Set<Mention> mentions, Set<MethodKey> lambdas) {
    Said() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  private final String owner;
  private final Map<MethodKey, Said> methods = new LinkedHashMap<>();
  /** Binary names by internal ones: few classes are named by many instructions. */
  private final Map<String, String> named = new HashMap<>();

  private MentionScan(String owner) {
    super(Opcodes.ASM9);
    this.owner = owner;
  }

  /** Method by method, in declaration order; what is in front of broken code still counts. */
  static Map<MethodKey, Said> of(ClassReader reader, String owner) {
    MentionScan scan = new MentionScan(owner);
    try {
      reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      // The same code is given up, with a note, as soon as its body is asked for.
      return scan.methods;
    }
    return scan.methods;
  }

  @Override public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    Said said = methods.computeIfAbsent(new MethodKey(owner, name.intern(), descriptor.intern()), k -> new Said());
    return new MethodVisitor(Opcodes.ASM9) {
      @Override public void visitMethodInsn(int code, String of, String called, String type, boolean isInterface) {
        mention(of, called, said);
        answer(of, type, MentionScan.this::binary).ifPresent(said.mentions()::add);
      }

      @Override public void visitFieldInsn(int code, String of, String field, String type) {
        said.mentions().add(new Mention(field, binary(of)));
      }

      @Override public void visitTypeInsn(int code, String type) {
        mention(Type.getObjectType(type), said);
      }

      @Override public void visitLdcInsn(Object value) {
        if (value instanceof Type type) {
          mention(type, said);
        }
      }

      @Override public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle body) {
            mention(body, said);
          }
        }
      }
    };
  }

  private void mention(Handle body, Said said) {
    mention(body.getOwner(), body.getName(), said);
    boolean isOwn = binary(body.getOwner()).equals(owner) && body.getDesc().startsWith("(");
    if (isOwn && body.getName().startsWith("lambda$")) {
      said.lambdas().add(new MethodKey(owner, body.getName().intern(), body.getDesc().intern()));
    }
  }

  /** Whoever makes an object, casts, tests or has a literal names the class; arrays have no name. */
  private void mention(Type type, Said said) {
    if (type.getSort() == Type.OBJECT) {
      said.mentions().add(new Mention(simpleName(type.getInternalName()), binary(type.getInternalName())));
    }
  }

  private void mention(String of, String called, Said said) {
    said.mentions().add(new Mention(nameOf(of, called), binary(of)));
  }

  private String binary(String internalName) {
    return named.computeIfAbsent(internalName, TypeNames::ofInternal);
  }

  /** A constructor is mentioned by the simple name of its class. */
  static Mention mention(String of, String called) {
    return new Mention(nameOf(of, called), TypeNames.ofInternal(of));
  }

  /**
   * The class in a package that a method answers is mentioned by its binary name; whoever asks, asks for libraries, which the JDK is not.
   *
   * @param binary makes binary names of internal ones
   */
  static Optional<Mention> answer(String of, String descriptor, UnaryOperator<String> binary) {
    int end = descriptor.indexOf(')') + 1;
    boolean isInPackage = descriptor.startsWith("L", end) && descriptor.indexOf('/', end) > 0;
    return isInPackage && !of.startsWith("java/")
        ? Optional.of(new Mention(binary.apply(descriptor.substring(end + 1, descriptor.length() - 1)), binary.apply(of)))
        : Optional.empty();
  }

  private static String nameOf(String of, String called) {
    return called.equals(MethodKey.CONSTRUCTOR) ? simpleName(of) : called;
  }

  /** What stands behind the last slash or dollar, without the number in front of a local class. */
  private static String simpleName(String internalName) {
    int cut = Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$'));
    String last = internalName.substring(cut + 1);
    int digits = 0;
    while (digits < last.length() && Character.isDigit(last.charAt(digits))) {
      digits++;
    }
    return digits < last.length() ? last.substring(digits) : last;
  }
}
