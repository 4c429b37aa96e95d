package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** The operand stack of the JVM with a variable for each value; a {@code long} is one entry. */
final class OperandStack {
  private final List<Variable> values;

  OperandStack(List<Variable> atEntry) {
    values = new ArrayList<>(atEntry);
  }

  void push(Variable value) {
    values.add(value);
  }

  Variable pop() {
    if (values.isEmpty()) {
      throw new MalformedCode("pops from an empty operand stack");
    }
    return values.remove(values.size() - 1);
  }

  /** The topmost {@code count} values, deepest first. */
  List<Variable> pop(int count) {
    LinkedList<Variable> popped = new LinkedList<>();
    for (int i = 0; i < count; i++) {
      popped.addFirst(pop());
    }
    return List.copyOf(popped);
  }

  List<Variable> values() {
    return List.copyOf(values);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The same values, now held by others. */
  void become(List<Variable> holders) {
    values.clear();
    values.addAll(holders);
  }

  boolean holds(Variable variable) {
    return values.contains(variable);
  }

  void replace(Variable old, Variable by) {
    values.replaceAll(v -> v.equals(old) ? by : v);
  }

  /** POP to SWAP: values move, nothing is computed. */
  void shuffle(int opcode) {
    switch (opcode) {
      case Opcodes.POP -> pop();
      case Opcodes.POP2 -> popWords(2);
      case Opcodes.DUP -> copyBelow(1, 0);
      case Opcodes.DUP_X1 -> copyBelow(1, 1);
      case Opcodes.DUP_X2 -> copyBelow(1, 2);
      case Opcodes.DUP2 -> copyBelow(2, 0);
      case Opcodes.DUP2_X1 -> copyBelow(2, 1);
      case Opcodes.DUP2_X2 -> copyBelow(2, 2);
      case Opcodes.SWAP -> values.addAll(Arrays.asList(pop(), pop()));
      default -> throw new MalformedCode("not a stack instruction: " + opcode);
    }
  }

  /** Takes {@code copied} words off, then {@code skipped} words, and puts them back with the copy in front. */
  private void copyBelow(int copied, int skipped) {
    List<Variable> top = popWords(copied);
    List<Variable> below = popWords(skipped);
    values.addAll(top);
    values.addAll(below);
    values.addAll(top);
  }

  private List<Variable> popWords(int words) {
    LinkedList<Variable> popped = new LinkedList<>();
    int left = words;
    while (left > 0) {
      Variable value = pop();
      left -= TypeNames.isWide(value.type()) ? 2 : 1;
      popped.addFirst(value);
    }
    if (left < 0) {
      throw new MalformedCode("splits a two-word value");
    }
    return List.copyOf(popped);
  }
}
