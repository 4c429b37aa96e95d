package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Row;
import java.util.List;
import java.util.Map;
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
  default Duty dutyOf(MethodShape method, int index) {
    return Duty.UNSAID;
  }

  /** Methods of the run that call annotated methods, by the simple name of what they call; a class for a constructor. */
  default Map<String, List<MethodKey>> callersOfAnnotated() {
    return Map.of();
  }

  /** What the annotations on a field say of who releases what it holds. */
  default Duty dutyOf(FieldShape field) {
    return Duty.UNSAID;
  }

  /** What the annotations on a method say of who releases its result: METHOD where it keeps it, CALLER where it hands it over. */
  default Duty dutyOfResult(MethodShape method) {
    return Duty.UNSAID;
  }

  /** Simple names of the annotations that {@link #dutyOf} looks at: where none of them is written no duty is. */
  default Set<String> words() {
    return Set.of();
  }

  /** What the annotations on a method, its parameters and its result say of a call. */
  Optional<Row> rowFor(MethodKey callee);
}
