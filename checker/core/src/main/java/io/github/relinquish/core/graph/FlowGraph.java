package io.github.relinquish.core.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The body of one method, constructor, initialiser, lambda or accessor.
 *
 * <p>A constructor's graph runs the field initialisers and instance initialisers behind its {@code super(..)} call. A
 * lambda's parameters are what it captures (the enclosing {@code this} first), then its own.
 *
 * @param method whose body it is
 * @param parameters {@code this} first where there is one, then the parameters in order
 * @param blocks by id; block 0 is the entry
 */
public record FlowGraph(MethodKey method, List<Variable> parameters, List<Block> blocks) {
  public FlowGraph {
    parameters = List.copyOf(parameters);
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("no entry block in " + method);
    }
    for (int i = 0; i < blocks.size(); i++) {
      check(method, blocks.get(i), i, blocks.size());
    }
  }

  private static void check(MethodKey method, Block block, int index, int size) {
    if (block.id() != index) {
      throw new IllegalArgumentException("block " + block.id() + " stands at " + index + " in " + method);
    }
    List<Integer> targets = new ArrayList<>(block.end().successors());
    block.handlers().forEach(h -> targets.add(h.block()));
    for (int target : targets) {
      if (target < 0 || target >= size) {
        throw new IllegalArgumentException("edge from b" + index + " to b" + target + " in " + method);
      }
    }
  }

  /** Whether the first parameter is the receiver. */
  public boolean hasThis() {
    return !parameters.isEmpty() && parameters.get(0).kind() == Variable.Kind.THIS;
  }

  /** All steps, block by block. */
  public Stream<Step> steps() {
    return blocks.stream().flatMap(b -> b.steps().stream());
  }

  /** Steps in the whole graph that the front end could not express. */
  public int unknowns() {
    return (int) steps().filter(s -> s instanceof Step.Havoc).count();
  }

  /** Number of steps, ends included: the size that costs are measured against. */
  public int size() {
    return blocks.stream().mapToInt(b -> b.steps().size() + 1).sum();
  }
}
