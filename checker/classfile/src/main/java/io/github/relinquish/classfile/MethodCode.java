package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Site;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The instructions of a method by position, without labels, lines and frames between them, and what those said: where
 * blocks begin, which line and which operand types hold where.
 */
final class MethodCode {
  /** More instructions than such a handler has. */
  private static final int RESOURCES = 16;
  private final List<AbstractInsnNode> instructions = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();
  private final Map<LabelNode, Integer> positions = new HashMap<>();
  private final Map<Integer, List<Object>> stackTypes = new HashMap<>();
  private final List<TryCatchBlockNode> tries;
  private final BitSet leaders = new BitSet();
  private final BitSet jumpTargets = new BitSet();

  MethodCode(MethodNode method, String sourceFile) {
    tries = method.tryCatchBlocks;
    flatten(method, sourceFile);
    for (int at = 0; at < instructions.size(); at++) {
      markAfter(at);
    }
    for (TryCatchBlockNode one : tries) {
      leaders.set(position(one.start));
      leaders.set(position(one.end));
      leaders.set(position(one.handler));
    }
    leaders.set(0);
  }

  private void flatten(MethodNode method, String sourceFile) {
    Site site = Site.ofLine(sourceFile, 0);
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof LabelNode label) {
        positions.put(label, instructions.size());
      } else if (node instanceof LineNumberNode line) {
        site = Site.ofLine(sourceFile, line.line);
      } else if (node instanceof FrameNode frame) {
        stackTypes.put(instructions.size(), frame.stack == null ? List.of() : frame.stack);
      } else {
        instructions.add(node);
        sites.add(site);
      }
    }
  }

  private void markAfter(int at) {
    AbstractInsnNode node = instructions.get(at);
    if (node.getOpcode() == Opcodes.JSR) {
      throw new MalformedCode("has a subroutine (JSR) of an ancient compiler");
    }
    List<LabelNode> targets = targets(node);
    for (LabelNode label : targets) {
      leaders.set(position(label));
      jumpTargets.set(position(label));
    }
    if (!targets.isEmpty() || !fallsThrough(node.getOpcode())) {
      leaders.set(at + 1);
    }
  }

  private static List<LabelNode> targets(AbstractInsnNode node) {
    List<LabelNode> targets = new ArrayList<>();
    if (node instanceof JumpInsnNode jump) {
      targets.add(jump.label);
    } else if (node instanceof TableSwitchInsnNode table) {
      targets.addAll(table.labels);
      targets.add(table.dflt);
    } else if (node instanceof LookupSwitchInsnNode lookup) {
      targets.addAll(lookup.labels);
      targets.add(lookup.dflt);
    }
    return targets;
  }

  /** Where control goes behind {@code position} without an exception. */
  List<Integer> successors(int position) {
    AbstractInsnNode node = at(position);
    List<Integer> successors = new ArrayList<>();
    targets(node).forEach(label -> successors.add(position(label)));
    if (fallsThrough(node.getOpcode())) {
      successors.add(position + 1);
    }
    return successors;
  }

  private static boolean fallsThrough(int opcode) {
    return opcode != Opcodes.GOTO && opcode != Opcodes.TABLESWITCH && opcode != Opcodes.LOOKUPSWITCH
        && opcode != Opcodes.ATHROW && opcode != Opcodes.RET && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
  }

  int size() {
    return instructions.size();
  }

  AbstractInsnNode at(int position) {
    return instructions.get(position);
  }

  Site site(int position) {
    return sites.get(position);
  }

  int position(LabelNode label) {
    Integer position = positions.get(label);
    if (position == null) {
      throw new MalformedCode("goes to a label outside its code");
    }
    return position;
  }

  boolean isLeader(int position) {
    return leaders.get(position);
  }

  /** The instruction at {@code position}, where it runs right behind the one before it and only so. */
  Optional<AbstractInsnNode> following(int position) {
    return position < size() && !isLeader(position) ? Optional.of(at(position)) : Optional.empty();
  }

  /** Operand types that the class file states for {@code position}, as ASM writes them; empty where it states none. */
  Optional<List<Object>> stackTypes(int position) {
    return Optional.ofNullable(stackTypes.get(position));
  }

  /** Exception table entries that cover {@code position}, in table order. */
  List<TryCatchBlockNode> covering(int position) {
    return tries.stream().filter(t -> position(t.start) <= position && position < position(t.end)).toList();
  }

  /** Exception table entries that go to {@code position}. */
  List<TryCatchBlockNode> arrivingAt(int position) {
    return tries.stream().filter(t -> position(t.handler) == position).toList();
  }

  /** Whether a handler is what compilers make of a try with resources: it closes, adds what that throws to what it caught, throws on. */
  boolean isOfResources(int handler) {
    for (int at = handler; at < Math.min(size(), handler + RESOURCES) && at(at).getOpcode() != Opcodes.ATHROW; at++) {
      if (at(at) instanceof MethodInsnNode call && call.owner.equals("java/lang/Throwable") && call.name.equals("addSuppressed")) {
        return true;
      }
    }
    return false;
  }

  /** Whether code goes to {@code position} without an exception too. javac never does that to a handler. */
  boolean isReachedNormally(int position) {
    return jumpTargets.get(position) || position == 0 || fallsThrough(at(position - 1).getOpcode());
  }
}
