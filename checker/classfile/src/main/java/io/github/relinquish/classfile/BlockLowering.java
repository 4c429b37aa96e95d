package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lowers the instructions of one block that do not end it. The operand stack is followed by name: an entry is the
 * variable that holds the value, so loading a local is no step at all.
 *
 * <p>Invariant: no variable on the stack is written while it lies there; a local that is gets copied first.
 */
final class BlockLowering {
  private final BodyContext context;
  private final MethodCode code;
  private final OperandStack stack;
  private final List<Step> steps = new ArrayList<>();
  private final CallLowering calls = new CallLowering(this);
  private int position;
  private int current;

  BlockLowering(BodyContext context, int start, List<Variable> stackAtEntry) {
    this.context = context;
    this.code = context.code();
    this.stack = new OperandStack(stackAtEntry);
    this.position = start;
    this.current = start;
  }

  /** Binds the exception that comes to a handler. */
  void startHandler(String type) {
    Variable target = context.variables().temporary(type);
    emit(new Step.Caught(site(), target));
    stack.push(target);
  }

  /** Lowers the instruction at {@link #position()} and goes behind it and whatever it swallowed. */
  void lowerNext() {
    current = position++;
    AbstractInsnNode node = code.at(current);
    if (node instanceof InsnNode) {
      lowerPlain(node.getOpcode());
    } else if (node instanceof IntInsnNode push) {
      lowerPush(push);
    } else if (node instanceof VarInsnNode local) {
      lowerLocal(local);
    } else if (node instanceof IincInsnNode increment) {
      lowerIncrement(increment);
    } else if (node instanceof LdcInsnNode constant) {
      lowerLdc(constant.cst);
    } else if (node instanceof FieldInsnNode field) {
      lowerField(field);
    } else if (node instanceof TypeInsnNode typed) {
      lowerTyped(typed);
    } else if (node instanceof MultiANewArrayInsnNode array) {
      stack.pop(array.dims);
      String type = TypeNames.ofDescriptor(array.desc);
      emit(new Step.Create(site(), result(type), type));
    } else if (node instanceof MethodInsnNode call) {
      calls.lower(call);
    } else if (node instanceof InvokeDynamicInsnNode dynamic) {
      calls.lower(dynamic);
    } else {
      throw new MalformedCode("has an unexpected instruction " + node.getOpcode());
    }
  }

  /** The instruction to lower next. */
  int position() {
    return position;
  }

  /** Goes over the instruction at {@link #position()}, which someone else lowers. */
  void skip() {
    current = position++;
  }

  BodyContext context() {
    return context;
  }

  OperandStack stack() {
    return stack;
  }

  List<Step> steps() {
    return steps;
  }

  void emit(Step step) {
    steps.add(step);
  }

  /** Where the instruction being lowered stands. */
  Site site() {
    return code.site(current);
  }

  /** A variable that holds {@code literal} from here on. */
  Variable constant(String type, Literal literal) {
    Variable target = context.variables().temporary(type);
    emit(new Step.Constant(site(), target, literal));
    return target;
  }

  /**
   * Where the result of the step about to be emitted goes: straight into the local that the next instruction would store
   * it to, else into a temporary on the stack.
   */
  Variable result(String type) {
    Optional<Variable> local = storedNext(type);
    if (local.isPresent()) {
      return local.get();
    }
    Variable target = context.variables().temporary(type.isEmpty() ? TypeNames.OBJECT : type);
    stack.push(target);
    return target;
  }

  private Optional<Variable> storedNext(String type) {
    Optional<AbstractInsnNode> next = code.following(position);
    if (next.isEmpty() || !(next.get() instanceof VarInsnNode store) || !isStore(store.getOpcode())) {
      return Optional.empty();
    }
    Variable local = context.locals().written(store.var, storeCategory(store.getOpcode()), position, type);
    position++;
    keepOldValue(local);
    return Optional.of(local);
  }

  /** Whether the result of the instruction before {@link #position()} is thrown away; if so, goes behind the POP. */
  boolean isDroppedNext() {
    boolean isDropped = code.following(position).filter(n -> n.getOpcode() == Opcodes.POP).isPresent();
    if (isDropped) {
      position++;
    }
    return isDropped;
  }

  private void keepOldValue(Variable local) {
    if (stack.holds(local)) {
      Variable copy = context.variables().temporary(local.type());
      emit(new Step.Assign(site(), copy, local));
      stack.replace(local, copy);
    }
  }

  /** Moves the operands to where the next block expects them, all at once: no move may overwrite the source of another. */
  void handOn(List<Variable> holders) {
    List<Variable> values = stack.values();
    for (Variable value : values) {
      int wanted = holders.indexOf(value);
      if (wanted >= 0 && !values.get(wanted).equals(value)) {
        Variable copy = context.variables().temporary(value.type());
        emit(new Step.Assign(site(), copy, value));
        stack.replace(value, copy);
      }
    }
    List<Variable> sources = stack.values();
    for (int i = 0; i < holders.size(); i++) {
      if (!sources.get(i).equals(holders.get(i))) {
        emit(new Step.Assign(site(), holders.get(i), sources.get(i)));
      }
    }
    stack.become(holders);
  }

  private static boolean isStore(int opcode) {
    return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
  }

  private static char storeCategory(int opcode) {
    return "IJFDA".charAt(opcode - Opcodes.ISTORE);
  }

  private void lowerPlain(int opcode) {
    if (opcode == Opcodes.NOP) {
      return;
    }
    if (opcode <= Opcodes.DCONST_1) {
      lowerSmallConstant(opcode);
    } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      Variable index = stack.pop();
      Variable array = stack.pop();
      String type = TypeNames.elementOf(array.type(), Operators.elementType(opcode));
      emit(new Step.LoadElement(site(), result(type), array, index));
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      Variable value = stack.pop();
      Variable index = stack.pop();
      emit(new Step.StoreElement(site(), stack.pop(), index, value));
    } else if (opcode >= Opcodes.POP && opcode <= Opcodes.SWAP) {
      stack.shuffle(opcode);
    } else if (opcode == Opcodes.ARRAYLENGTH) {
      Variable array = stack.pop();
      emit(new Step.Length(site(), result("int"), array));
    } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
      stack.pop();
    } else {
      lowerOperator(opcode);
    }
  }

  private void lowerOperator(int opcode) {
    Optional<Operators.Operator> arithmetic = Operators.arithmetic(opcode);
    if (arithmetic.isPresent()) {
      operate(arithmetic.get().sign(), arithmetic.get().operands(), arithmetic.get().type());
    } else if (Operators.isThreeWay(opcode)) {
      operate("<=>", 2, "int");
    } else {
      String type = Operators.conversion(opcode)
          .orElseThrow(() -> new MalformedCode("has an unexpected instruction " + opcode));
      lowerConversion(opcode, type);
    }
  }

  /** Widening keeps the number and with it what is known about it; narrowing makes another one. */
  private void lowerConversion(int opcode, String type) {
    if (opcode == Opcodes.I2L || opcode == Opcodes.I2F || opcode == Opcodes.I2D || opcode == Opcodes.F2D) {
      assign(type, stack.pop());
    } else {
      operate("(" + type + ")", 1, type);
    }
  }

  private void operate(String sign, int count, String type) {
    List<Variable> operands = stack.pop(count);
    emit(new Step.Operate(site(), result(type), sign, operands));
  }

  /** The value under another type, the same value. */
  void assign(String type, Variable source) {
    Variable target = result(type);
    // x = (T) x stores to the local it came from, which is no step.
    if (!target.equals(source)) {
      emit(new Step.Assign(site(), target, source));
    }
  }

  private void lowerSmallConstant(int opcode) {
    if (opcode == Opcodes.ACONST_NULL) {
      emit(new Step.Constant(site(), result(""), Literal.NULL));
    } else if (opcode <= Opcodes.ICONST_5) {
      emit(new Step.Constant(site(), result("int"), new Literal.Int(opcode - Opcodes.ICONST_0)));
    } else if (opcode <= Opcodes.LCONST_1) {
      emit(new Step.Constant(site(), result("long"), new Literal.Int(opcode - Opcodes.LCONST_0)));
    } else if (opcode <= Opcodes.FCONST_2) {
      emit(new Step.Constant(site(), result("float"), new Literal.Opaque((float) (opcode - Opcodes.FCONST_0) + "f")));
    } else {
      emit(new Step.Constant(site(), result("double"), new Literal.Opaque("" + (double) (opcode - Opcodes.DCONST_0))));
    }
  }

  private void lowerPush(IntInsnNode push) {
    if (push.getOpcode() == Opcodes.NEWARRAY) {
      stack.pop();
      String type = Operators.newArrayType(push.operand) + "[]";
      emit(new Step.Create(site(), result(type), type));
    } else {
      emit(new Step.Constant(site(), result("int"), new Literal.Int(push.operand)));
    }
  }

  private void lowerLdc(Object value) {
    if (value instanceof Integer number) {
      emit(new Step.Constant(site(), result("int"), new Literal.Int(number)));
    } else if (value instanceof Long number) {
      emit(new Step.Constant(site(), result("long"), new Literal.Int(number)));
    } else if (value instanceof Float number) {
      emit(new Step.Constant(site(), result("float"), new Literal.Opaque(number + "f")));
    } else if (value instanceof Double number) {
      emit(new Step.Constant(site(), result("double"), new Literal.Opaque(number.toString())));
    } else if (value instanceof String text) {
      emit(new Step.Constant(site(), result("java.lang.String"), new Literal.Text(text)));
    } else if (value instanceof Type type && type.getSort() != Type.METHOD) {
      emit(new Step.Constant(
          site(), result("java.lang.Class"), new Literal.Opaque(TypeNames.of(type) + ".class")));
    } else if (value instanceof ConstantDynamic dynamic) {
      String why = dynamic.getBootstrapMethod().getOwner() + "." + dynamic.getBootstrapMethod().getName();
      emit(new Step.Havoc(site(), result(TypeNames.ofDescriptor(dynamic.getDescriptor())), why.replace('/', '.')));
    } else {
      emit(new Step.Constant(
          site(), result("java.lang.invoke.MethodHandle"), new Literal.Opaque(value.toString().replace(" ", ""))));
    }
  }

  private void lowerLocal(VarInsnNode local) {
    int opcode = local.getOpcode();
    if (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD) {
      stack.push(context.locals().read(local.var, "IJFDA".charAt(opcode - Opcodes.ILOAD), current));
    } else if (isStore(opcode)) {
      Variable value = stack.pop();
      Variable target = context.locals().written(local.var, storeCategory(opcode), current, value.type());
      keepOldValue(target);
      if (!target.equals(value)) {
        emit(new Step.Assign(site(), target, value));
      }
    } else {
      throw new MalformedCode("has a subroutine (RET) of an ancient compiler");
    }
  }

  private void lowerIncrement(IincInsnNode increment) {
    Variable local = context.locals().read(increment.var, 'I', current);
    keepOldValue(local);
    Variable by = constant("int", new Literal.Int(increment.incr));
    emit(new Step.Operate(site(), local, "+", List.of(local, by)));
  }

  private void lowerField(FieldInsnNode node) {
    FieldKey field =
        context.references().declared(new FieldKey(TypeNames.ofInternal(node.owner), node.name));
    String type = TypeNames.ofDescriptor(node.desc);
    switch (node.getOpcode()) {
      case Opcodes.GETSTATIC -> emit(new Step.LoadStatic(site(), result(type), field));
      case Opcodes.PUTSTATIC -> emit(new Step.StoreStatic(site(), field, stack.pop()));
      case Opcodes.GETFIELD -> {
        Variable receiver = stack.pop();
        emit(new Step.LoadField(site(), result(type), receiver, field));
      }
      default -> {
        Variable value = stack.pop();
        emit(new Step.StoreField(site(), stack.pop(), field, value));
      }
    }
  }

  private void lowerTyped(TypeInsnNode node) {
    String type = TypeNames.ofInternal(node.desc);
    switch (node.getOpcode()) {
      case Opcodes.NEW -> emit(new Step.Create(site(), result(type), type));
      case Opcodes.ANEWARRAY -> {
        stack.pop();
        emit(new Step.Create(site(), result(type + "[]"), type + "[]"));
      }
      case Opcodes.CHECKCAST -> assign(type, stack.pop());
      default -> {
        Variable value = stack.pop();
        emit(new Step.TypeTest(site(), result("boolean"), value, type));
      }
    }
  }
}
