package io.github.relinquish.core.graph;

/**
 * A named value of one flow graph: a local, a parameter, {@code this} or a temporary.
 *
 * <p>Two variables of one graph never share an index; variables of different graphs must not meet.
 *
 * @param index position in the graph, from 0; -1 for {@link #VOID}
 * @param name the name in the source where there is one, else a made-up one
 * @param kind what it is
 * @param type erased static type as a binary name, {@code java.util.Map$Entry}, {@code int}, {@code byte[]}
 */
public record Variable(int index, String name, Kind kind, String type) implements Comparable<Variable> {
  /** What a variable is. */
  public enum Kind { THIS, PARAMETER, LOCAL, TEMPORARY }

  /** Stands where there is no value: the operand of a plain {@code return}. */
  public static final Variable VOID = new Variable(-1, "void", Kind.TEMPORARY, "void");

  /** Whether the program can name it. */
  public boolean isNamed() {
    return kind != Kind.TEMPORARY;
  }

  @Override public int compareTo(Variable other) {
    return Integer.compare(index, other.index);
  }

  @Override public boolean equals(Object other) {
    return other instanceof Variable that && index == that.index;
  }

  @Override public int hashCode() {
    return index;
  }

  @Override public String toString() {
    return name;
  }
}
