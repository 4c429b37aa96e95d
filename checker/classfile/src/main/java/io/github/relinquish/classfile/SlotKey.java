package io.github.relinquish.classfile;

import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A local slot as instructions name it.
 *
 * @param slot number of the slot
 * @param category {@code I}, {@code J}, {@code F}, {@code D} or {@code A}: an {@code int} and an object may share a slot
 */
record SlotKey(int slot, char category) implements Comparable<SlotKey> {
  private static final String CATEGORIES = "IJFDA";

  /** What an instruction loads, stores or increments. */
  static Optional<SlotKey> accessedBy(AbstractInsnNode node) {
    if (node instanceof IincInsnNode increment) {
      return Optional.of(new SlotKey(increment.var, 'I'));
    }
    if (!(node instanceof VarInsnNode local) || local.getOpcode() == Opcodes.RET) {
      return Optional.empty();
    }
    int first = isStore(local) ? Opcodes.ISTORE : Opcodes.ILOAD;
    return Optional.of(new SlotKey(local.var, CATEGORIES.charAt(local.getOpcode() - first)));
  }

  static boolean isStore(AbstractInsnNode node) {
    return node.getOpcode() >= Opcodes.ISTORE && node.getOpcode() <= Opcodes.ASTORE;
  }

  @Override public int compareTo(SlotKey other) {
    return slot != other.slot ? Integer.compare(slot, other.slot) : Character.compare(category, other.category);
  }
}
