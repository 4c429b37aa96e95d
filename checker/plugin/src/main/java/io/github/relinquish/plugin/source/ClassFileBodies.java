package io.github.relinquish.plugin.source;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import java.util.List;
import java.util.Optional;

/** Bodies of classes that have no source in this run. */
@FunctionalInterface
public interface ClassFileBodies {
  /** The body of exactly this method; empty where there is none or where it must not be read. */
  Optional<FlowGraph> bodyOf(MethodKey key);

  /** What the class file says of a class; empty where it is not read. */
  default Optional<ClassShape> shapeOf(String className) {
    return Optional.empty();
  }

  /** Classes and bodies that could not be read, and why. */
  default List<String> troubles() {
    return List.of();
  }

  /** Knows no body at all. */
  static ClassFileBodies none() {
    return key -> Optional.empty();
  }
}
