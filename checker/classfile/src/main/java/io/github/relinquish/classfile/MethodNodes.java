package io.github.relinquish.classfile;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * The code of a class, all methods in one pass. Methods of one class tend to be asked for in a row: it is kept until the memory is
 * tidied up the next time, and read again after that.
 *
 * <p>A method that breaks the pass is passed over in the next, up to {@link #MOST_BROKEN} of them: nobody's compiler
 * writes more, and every one costs a pass.
 */
final class MethodNodes {
  private static final int MOST_BROKEN = 16;

  private final Supplier<ClassReader> source;
  private Map<String, Throwable> broken = Map.of();
  private WeakReference<Map<String, MethodNode>> nodes = new WeakReference<>(null);

  /** @param source asked for the class whenever its code is read again */
  MethodNodes(Supplier<ClassReader> source) {
    this.source = source;
  }

  /**
   * The code of one method.
   *
   * @throws MalformedCode where its instructions cannot be read
   */
  MethodNode find(String name, String descriptor) {
    Map<String, MethodNode> read = nodes.get();
    if (read == null) {
      read = readAll();
      nodes = new WeakReference<>(read);
    }
    String wanted = name + descriptor;
    if (broken.containsKey(wanted)) {
      throw new MalformedCode("broken code: " + broken.get(wanted));
    }
    MethodNode node = read.get(wanted);
    if (node == null) {
      throw new MalformedCode("stands behind too much broken code");
    }
    return node;
  }

  private Map<String, MethodNode> readAll() {
    Map<String, MethodNode> complete = new HashMap<>();
    ClassReader reader = source.get();
    for (int pass = 0; pass <= MOST_BROKEN; pass++) {
      Pass one = new Pass(complete, broken.keySet());
      try {
        reader.accept(one, 0);
        return complete;
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        // ASM trusts its input: broken bytes surface as whatever they break first.
        if (one.current.isEmpty()) {
          return complete;
        }
        broken = new HashMap<>(broken);
        broken.put(one.current, e);
      }
    }
    return complete;
  }

  private static final class Pass extends ClassVisitor {
    private final Map<String, MethodNode> complete;
    private final Set<String> passedOver;
    private String current = "";

    Pass(Map<String, MethodNode> complete, Set<String> broken) {
      super(Opcodes.ASM9);
      this.complete = complete;
      this.passedOver = new HashSet<>(broken);
      this.passedOver.addAll(complete.keySet());
    }

    @Override public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      String key = name + descriptor;
      if (!passedOver.add(key)) {
        return null;
      }
      current = key;
      return new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions) {
        @Override public void visitEnd() {
          complete.put(key, this);
          current = "";
        }
      };
    }
  }
}
