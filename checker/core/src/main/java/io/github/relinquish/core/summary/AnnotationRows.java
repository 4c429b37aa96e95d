package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.Row;
import java.util.Optional;

/** Reads annotations as rows. */
public interface AnnotationRows {
  /** No annotation says anything. */
  AnnotationRows NONE = callee -> Optional.empty();

  /** What the annotations on a method, its parameters and its result say of a call. */
  Optional<Row> rowFor(MethodKey callee);
}
