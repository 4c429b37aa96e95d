package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Lowers the instruction that ends a block: jump, switch, return, throw. */
final class EndLowering {
  /** A case of a switch that does not go where the default goes. */
  private record Case(int value, int block) {}

  private final BodyContext context;
  private final BlockLowering block;
  private final Edges edges;

  EndLowering(BodyContext context, BlockLowering block, Edges edges) {
    this.context = context;
    this.block = block;
    this.edges = edges;
  }

  /** Whether the next instruction ends the block, alone or (a comparison and its jump) with the one behind it. */
  boolean isNext() {
    int opcode = context.code().at(block.position()).getOpcode();
    return endsBlock(opcode) || Operators.isThreeWay(opcode) && isJumpBehind(block.position());
  }

  private static boolean endsBlock(int opcode) {
    return opcode >= Opcodes.IFEQ && opcode <= Opcodes.GOTO || opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL
        || opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH || opcode == Opcodes.ATHROW
        || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  private boolean isJumpBehind(int position) {
    return context.code().following(position + 1)
        .filter(n -> n.getOpcode() >= Opcodes.IFEQ && n.getOpcode() <= Opcodes.IFLE).isPresent();
  }

  End lower() {
    AbstractInsnNode node = context.code().at(block.position());
    block.skip();
    if (Operators.isThreeWay(node.getOpcode())) {
      JumpInsnNode jump = (JumpInsnNode) context.code().at(block.position());
      block.skip();
      Variable right = block.stack().pop();
      return branch(jump, block.stack().pop(), right);
    }
    if (node instanceof JumpInsnNode jump) {
      return lowerJump(jump);
    }
    if (node instanceof TableSwitchInsnNode table) {
      List<Integer> keys = new ArrayList<>();
      for (int i = 0; i < table.labels.size(); i++) {
        keys.add(table.min + i);
      }
      return lowerSwitch(keys, table.labels, table.dflt);
    }
    if (node instanceof LookupSwitchInsnNode lookup) {
      return lowerSwitch(lookup.keys, lookup.labels, lookup.dflt);
    }
    return switch (node.getOpcode()) {
      case Opcodes.RETURN -> new End.Return(block.site(), Variable.VOID);
      case Opcodes.ATHROW -> new End.Throw(block.site(), block.stack().pop());
      default -> new End.Return(block.site(), block.stack().pop());
    };
  }

  private End lowerJump(JumpInsnNode jump) {
    int opcode = jump.getOpcode();
    if (opcode == Opcodes.GOTO) {
      return new End.Jump(block.site(), to(jump.label));
    }
    if (!Operators.hasOneOperand(opcode)) {
      Variable right = block.stack().pop();
      return branch(jump, block.stack().pop(), right);
    }
    Variable left = block.stack().pop();
    boolean isReference = opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL;
    Variable right = isReference
        ? block.constant(TypeNames.OBJECT, Literal.NULL) : block.constant("int", new Literal.Int(0));
    return branch(jump, left, right);
  }

  private End branch(JumpInsnNode jump, Variable left, Variable right) {
    Relation relation = Operators.jumpsWhen(jump.getOpcode())
        .orElseThrow(() -> new MalformedCode("jumps on an unknown condition"));
    Condition condition = new Condition(kept(left), relation, kept(right));
    int whenTrue = to(jump.label);
    return new End.Branch(block.site(), condition, whenTrue, edges.to(block.position(), block));
  }

  /** Handing on the operands below must not overwrite what the end itself reads. */
  private Variable kept(Variable value) {
    if (block.stack().isEmpty() || !context.variables().isStackSlot(value)) {
      return value;
    }
    Variable copy = context.variables().temporary(value.type());
    block.emit(new Step.Assign(block.site(), copy, value));
    return copy;
  }

  private int to(LabelNode label) {
    return edges.to(context.code().position(label), block);
  }

  private End lowerSwitch(List<Integer> keys, List<LabelNode> labels, LabelNode otherwise) {
    Variable selector = kept(block.stack().pop());
    int last = to(otherwise);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      int target = to(labels.get(i));
      if (target != last) {
        cases.add(new Case(keys.get(i), target));
      }
    }
    Site site = block.site();
    if (cases.isEmpty()) {
      return new End.Jump(site, last);
    }
    for (int i = cases.size() - 1; i > 0; i--) {
      int next = i == cases.size() - 1 ? last : edges.extra(i + 1);
      List<Step> steps = new ArrayList<>();
      End end = compare(site, steps, selector, cases.get(i), next);
      edges.addExtra(i, steps, end);
    }
    return compare(site, block.steps(), selector, cases.get(0), cases.size() == 1 ? last : edges.extra(1));
  }

  private End compare(Site site, List<Step> steps, Variable selector, Case one, int next) {
    Variable value = context.variables().temporary("int");
    steps.add(new Step.Constant(site, value, new Literal.Int(one.value())));
    return new End.Branch(site, new Condition(selector, Relation.EQ, value), one.block(), next);
  }
}
