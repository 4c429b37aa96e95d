package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.Row;
import java.util.List;

/**
 * Why a call was believed to do what it did: rows said so, else bodies were read, else it was guessed.
 *
 * @param callee what was called
 * @param rows those that counted; an annotation is one too
 * @param bodies those that were read
 * @param thrown binary name of the exception that came out of it; empty where the call is told for what it did with the resource
 */
public record Belief(MethodKey callee, List<Row> rows, List<MethodKey> bodies, String thrown) {
  public Belief {
    rows = List.copyOf(rows);
    bodies = List.copyOf(bodies);
  }
}
