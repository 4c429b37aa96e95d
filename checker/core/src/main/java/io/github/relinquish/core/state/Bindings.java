package io.github.relinquish.core.state;

import java.util.Arrays;

/** What variables point to, by their indexes: as large as what is known, however many variables a method has. */
final class Bindings {
  /** What a variable points to of which nothing is known. */
  static final int ABSENT = -1;
  private static final int SMALLEST = 8;

  /** Sorted; as many as {@code size}. */
  private int[] variables;
  private int[] nodes;
  private int size;

  Bindings() {
    variables = new int[SMALLEST];
    nodes = new int[SMALLEST];
  }

  Bindings(Bindings other) {
    int length = Math.max(SMALLEST, other.size);
    variables = Arrays.copyOf(other.variables, length);
    nodes = Arrays.copyOf(other.nodes, length);
    size = other.size;
  }

  /** How many variables point to something. */
  int size() {
    return size;
  }

  /** The variable at a position, in ascending order. */
  int variable(int position) {
    return variables[position];
  }

  /** What the variable at a position points to. */
  int node(int position) {
    return nodes[position];
  }

  /** What a variable points to, or {@link #ABSENT}. */
  int get(int variable) {
    int position = Arrays.binarySearch(variables, 0, size, variable);
    return position < 0 ? ABSENT : nodes[position];
  }

  void put(int variable, int node) {
    int position = Arrays.binarySearch(variables, 0, size, variable);
    if (position >= 0) {
      nodes[position] = node;
      return;
    }
    if (size == variables.length) {
      variables = Arrays.copyOf(variables, size * 2);
      nodes = Arrays.copyOf(nodes, size * 2);
    }
    int at = -position - 1;
    System.arraycopy(variables, at, variables, at + 1, size - at);
    System.arraycopy(nodes, at, nodes, at + 1, size - at);
    variables[at] = variable;
    nodes[at] = node;
    size++;
  }

  void remove(int variable) {
    int at = Arrays.binarySearch(variables, 0, size, variable);
    if (at >= 0) {
      size--;
      System.arraycopy(variables, at + 1, variables, at, size - at);
      System.arraycopy(nodes, at + 1, nodes, at, size - at);
    }
  }

  void clear() {
    size = 0;
  }

  /** Whatever pointed to {@code gone} points to {@code kept}. */
  void redirect(int gone, int kept) {
    for (int i = 0; i < size; i++) {
      if (nodes[i] == gone) {
        nodes[i] = kept;
      }
    }
  }

  @Override public boolean equals(Object other) {
    return other instanceof Bindings that && Arrays.equals(variables, 0, size, that.variables, 0, that.size)
        && Arrays.equals(nodes, 0, size, that.nodes, 0, that.size);
  }

  @Override public int hashCode() {
    int hash = 1;
    for (int i = 0; i < size; i++) {
      hash = 31 * (31 * hash + variables[i]) + nodes[i];
    }
    return hash;
  }

  @Override public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ", ").append(variables[i]).append("=").append(nodes[i]);
    }
    return text.append("]").toString();
  }
}
