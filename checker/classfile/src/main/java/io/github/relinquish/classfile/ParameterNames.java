package io.github.relinquish.classfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Names of parameters as the class file tells them, {@code p0}, {@code p1}, .. where it does not. */
final class ParameterNames {
  private ParameterNames() {}

  /** One name a declared parameter; the receiver has none. */
  static List<String> of(MethodNode method) {
    Type[] types = Type.getArgumentTypes(method.desc);
    List<String> names = new ArrayList<>();
    int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    for (int i = 0; i < types.length; i++) {
      String name = declared(method, types.length, i);
      names.add((name.isEmpty() ? fromDebug(method, slot, i) : name).intern());
      slot += types[i].getSize();
    }
    return names;
  }

  private static String declared(MethodNode method, int count, int index) {
    if (method.parameters == null || method.parameters.size() != count || method.parameters.get(index).name == null) {
      return "";
    }
    return method.parameters.get(index).name;
  }

  private static String fromDebug(MethodNode method, int slot, int index) {
    // A parameter comes first in its slot, though not always from the first instruction on: agents put code before it.
    String descriptor = Type.getArgumentTypes(method.desc)[index].getDescriptor();
    List<LocalVariableNode> locals = method.localVariables == null ? List.of() : method.localVariables;
    return locals.stream()
        .filter(local -> local.index == slot && local.desc.equals(descriptor))
        .min(Comparator.comparingInt(local -> method.instructions.indexOf(local.start)))
        .map(local -> local.name).orElse("p" + index);
  }
}
