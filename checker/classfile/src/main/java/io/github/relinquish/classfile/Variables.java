package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.Variable;
import java.util.HashMap;
import java.util.Map;

/** Makes the variables of one flow graph, each with an index of its own. */
final class Variables {
  private final Map<String, Variable> stackSlots = new HashMap<>();
  private int count;
  private int temporaries;

  Variable named(String name, Variable.Kind kind, String type) {
    return new Variable(count++, name, kind, type);
  }

  Variable temporary(String type) {
    return named("t" + temporaries++, Variable.Kind.TEMPORARY, type);
  }

  /** What holds an operand of {@code type} that lies {@code depth} deep while control goes from block to block. */
  Variable stackSlot(int depth, String type) {
    return stackSlots.computeIfAbsent(
        depth + type, key -> named("s" + depth, Variable.Kind.TEMPORARY, type));
  }

  /** Whether {@link #stackSlot} made it. */
  boolean isStackSlot(Variable variable) {
    return stackSlots.containsValue(variable);
  }
}
