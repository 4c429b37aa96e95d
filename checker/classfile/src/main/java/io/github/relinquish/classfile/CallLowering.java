package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Lowers calls, and the instructions that only look like calls: boxing, lambdas, string concatenation. */
final class CallLowering {
  /** Boxed type by its primitive's descriptor. */
  private static final Map<String, String> BOXES = Map.of(
      "Z", "java/lang/Boolean", "B", "java/lang/Byte", "C", "java/lang/Character", "S", "java/lang/Short",
      "I", "java/lang/Integer", "J", "java/lang/Long", "F", "java/lang/Float", "D", "java/lang/Double");

  private final BlockLowering block;

  CallLowering(BlockLowering block) {
    this.block = block;
  }

  void lower(MethodInsnNode call) {
    if (isBoxing(call) || isUnboxing(call)) {
      block.assign(TypeNames.of(Type.getReturnType(call.desc)), block.stack().pop());
      return;
    }
    if (isNullCheck(call)) {
      lowerNullCheck(call);
      return;
    }
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    MethodKey callee = new MethodKey(TypeNames.ofInternal(call.owner), call.name, call.desc);
    List<Variable> operands = block.stack().pop(Type.getArgumentTypes(call.desc).length + (isStatic ? 0 : 1));
    String type = TypeNames.of(Type.getReturnType(call.desc));
    Variable target = type.equals("void") ? Variable.VOID : block.result(type);
    List<String> thrown = block.context().references().thrownBy(callee);
    block.emit(new Step.Invoke(block.site(), target, kindOf(call, callee), callee, operands, thrown));
  }

  /** Since Java 11 javac calls private methods of nest mates virtually, although no other body can be meant. */
  private CallKind kindOf(MethodInsnNode call, MethodKey callee) {
    return switch (call.getOpcode()) {
      case Opcodes.INVOKESTATIC -> CallKind.STATIC;
      case Opcodes.INVOKESPECIAL -> CallKind.SPECIAL;
      default -> isOwnPrivate(callee) ? CallKind.SPECIAL : CallKind.VIRTUAL;
    };
  }

  private boolean isOwnPrivate(MethodKey callee) {
    return callee.owner().equals(block.context().owner())
        && block.context().isOwnPrivate().test(callee.name() + callee.descriptor());
  }

  private static boolean isBoxing(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC && call.name.equals("valueOf") && call.desc.charAt(2) == ')'
        && call.owner.equals(BOXES.get(call.desc.substring(1, 2)));
  }

  private static boolean isUnboxing(MethodInsnNode call) {
    String primitive = call.desc.substring(call.desc.length() - 1);
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL && call.desc.startsWith("()")
        && call.owner.equals(BOXES.get(primitive))
        && call.name.equals(TypeNames.of(Type.getReturnType(call.desc)) + "Value");
  }

  private static boolean isNullCheck(MethodInsnNode call) {
    return call.owner.equals("java/util/Objects") && call.name.equals("requireNonNull");
  }

  private void lowerNullCheck(MethodInsnNode call) {
    Variable checked = block.stack().pop(Type.getArgumentTypes(call.desc).length).get(0);
    // javac checks the receivers of inner creations and method references so, and drops the result.
    if (!block.isDroppedNext()) {
      block.assign(checked.type(), checked);
    }
  }

  void lower(InvokeDynamicInsnNode node) {
    Handle bootstrap = node.bsm;
    String type = TypeNames.of(Type.getReturnType(node.desc));
    List<Variable> operands = block.stack().pop(Type.getArgumentTypes(node.desc).length);
    switch (bootstrap.getOwner()) {
      case "java/lang/invoke/LambdaMetafactory" -> lowerClosure(node, type, operands);
      case "java/lang/invoke/StringConcatFactory" ->
          block.emit(new Step.Operate(block.site(), block.result(type), "+", operands));
      default -> {
        String why = TypeNames.ofInternal(bootstrap.getOwner()) + "." + bootstrap.getName();
        block.emit(new Step.Havoc(block.site(), type.equals("void") ? Variable.VOID : block.result(type), why));
      }
    }
  }

  private void lowerClosure(InvokeDynamicInsnNode node, String type, List<Variable> captured) {
    // metafactory and altMetafactory agree on the first three: erased type, implementation, instantiated type.
    if (node.bsmArgs.length < 2 || !(node.bsmArgs[1] instanceof Handle body)) {
      throw new MalformedCode("makes a lambda without a body");
    }
    CallKind kind = switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC -> CallKind.STATIC;
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE -> CallKind.VIRTUAL;
      case Opcodes.H_INVOKESPECIAL -> CallKind.SPECIAL;
      case Opcodes.H_NEWINVOKESPECIAL -> CallKind.CREATE;
      default -> throw new MalformedCode("makes a lambda of a field");
    };
    MethodKey key = new MethodKey(TypeNames.ofInternal(body.getOwner()), body.getName(), body.getDesc());
    CallKind exact = kind == CallKind.VIRTUAL && isOwnPrivate(key) ? CallKind.SPECIAL : kind;
    block.emit(new Step.Closure(block.site(), block.result(type), type, exact, key, captured));
  }
}
