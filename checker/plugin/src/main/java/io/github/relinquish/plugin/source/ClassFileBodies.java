package io.github.relinquish.plugin.source;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import java.util.Optional;

/** Bodies of classes that have no source in this run. */
@FunctionalInterface
public interface ClassFileBodies {
  /** The body of exactly this method; empty where there is none or where it must not be read. */
  Optional<FlowGraph> bodyOf(MethodKey key);

  /** Knows no body at all. */
  static ClassFileBodies none() {
    return key -> Optional.empty();
  }
}
