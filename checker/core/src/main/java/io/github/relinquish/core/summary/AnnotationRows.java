package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.protocol.Row;
import java.util.Optional;
import java.util.Set;

/** Reads annotations as rows. */
public interface AnnotationRows {
  /** No annotation says anything. */
  AnnotationRows NONE = callee -> Optional.empty();

  /** What a parameter's annotations say of who releases it. */
  enum Duty {
    /** Nothing. */
    UNSAID,
    /** The method does. */
    METHOD,
    /** The caller does. */
    CALLER
  }

  /** Who releases parameter {@code index} of a method, as its own declaration says. */
  default Duty dutyOf(io.github.relinquish.core.program.MethodShape method, int index) {
    return Duty.UNSAID;
  }

  /** Simple names of the annotations that {@link #dutyOf} looks at: where none of them is written no duty is. */
  default Set<String> words() {
    return Set.of();
  }

  /** What the annotations on a method, its parameters and its result say of a call. */
  Optional<Row> rowFor(MethodKey callee);
}
