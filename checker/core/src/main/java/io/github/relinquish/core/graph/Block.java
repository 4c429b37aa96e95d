package io.github.relinquish.core.graph;

import java.util.List;

/**
 * Steps that run one after the other. An {@link Step.Invoke} inside, or a {@link End.Throw} at the end, may leave to a
 * handler; the handlers are the same for the whole block.
 *
 * @param id position in {@link FlowGraph#blocks()}
 * @param steps in evaluation order
 * @param end how it ends
 * @param handlers innermost first; what none of them takes leaves the method
 */
public record Block(int id, List<Step> steps, End end, List<Handler> handlers) {
  /**
   * Code that takes exceptions.
   *
   * @param type binary name of the class it catches; {@link #ANY} for {@code finally}, {@code synchronized} and the like
   * @param block where it starts
   */
  public record Handler(String type, int block) {
    /** Takes everything and was not written as a {@code catch}. */
    public static final String ANY = "*";

    public boolean takesAll() {
      return type.equals(ANY);
    }

    @Override public String toString() {
      return (takesAll() ? "any" : type) + " -> b" + block;
    }
  }

  public Block {
    steps = List.copyOf(steps);
    handlers = List.copyOf(handlers);
  }
}
