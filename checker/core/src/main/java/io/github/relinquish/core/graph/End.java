package io.github.relinquish.core.graph;

import java.util.List;

/** How a block ends. */
public sealed interface End {
  /** Where it stands in the source. */
  Site site();

  /** Ids of the blocks that follow without an exception, in a fixed order. */
  List<Integer> successors();

  /** The variables it reads. */
  default List<Variable> operands() {
    return List.of();
  }

  /** Goes on at {@code to}. */
  record Jump(Site site, int to) implements End {
    @Override public List<Integer> successors() {
      return List.of(to);
    }

    @Override public String toString() {
      return "goto b" + to;
    }
  }

  /** Goes on at {@code whenTrue} where the condition holds, else at {@code whenFalse}. */
  record Branch(Site site, Condition condition, int whenTrue, int whenFalse) implements End {
    @Override public List<Integer> successors() {
      return List.of(whenTrue, whenFalse);
    }

    @Override public List<Variable> operands() {
      return List.of(condition.left(), condition.right());
    }

    @Override public String toString() {
      return "if " + condition + " then b" + whenTrue + " else b" + whenFalse;
    }
  }

  /** Leaves the method normally with {@code value}, {@link Variable#VOID} where there is none. */
  record Return(Site site, Variable value) implements End {
    @Override public List<Integer> successors() {
      return List.of();
    }

    @Override public List<Variable> operands() {
      return value.index() < 0 ? List.of() : List.of(value);
    }

    @Override public String toString() {
      return value.index() < 0 ? "return" : "return " + value;
    }
  }

  /** Throws {@code value}, to the handlers of the block or out of the method. */
  record Throw(Site site, Variable value) implements End {
    @Override public List<Integer> successors() {
      return List.of();
    }

    @Override public List<Variable> operands() {
      return List.of(value);
    }

    @Override public String toString() {
      return "throw " + value;
    }
  }

  /** Never gets here, or never comes back (an endless loop without an exit). */
  record Stop(Site site) implements End {
    @Override public List<Integer> successors() {
      return List.of();
    }

    @Override public String toString() {
      return "stop";
    }
  }
}
