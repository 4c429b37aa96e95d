package io.github.relinquish.core.judge;

import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.summary.AnnotationRows;
import io.github.relinquish.core.summary.Ownership;
import io.github.relinquish.core.summary.Summaries;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fields that hold what an object owes, by their type, wherever it came from. */
final class OwedFields {
  private final Summaries summaries;

  OwedFields(Summaries summaries) {
    this.summaries = summaries;
  }

  /** By name, instance fields whose type says which kind of resource they hold, but for those that are said to be lent. */
  Map<String, Kind> fieldsOf(ClassShape shape) {
    Map<String, Kind> found = new TreeMap<>();
    for (FieldShape field : shape.fields()) {
      boolean isSaidToBeAnothers = summaries.rows().annotations().dutyOf(field) == AnnotationRows.Duty.CALLER;
      if (!field.is(Modifier.STATIC) && !field.is(Modifier.SYNTHETIC) && !isSaidToBeAnothers) {
        summaries.rows().kinds().ofNamedType(field.type()).filter(Kind::isOwedByObjects)
            .ifPresent(kind -> found.put(field.key().name(), kind));
      }
    }
    return found;
  }

  /** Whether something is put into the field and nobody releases that. */
  boolean isNobodys(ClassShape shape, String field, Kind kind) {
    return !summaries.ownership().fields().isNeverFilled(shape.name(), field)
        && summaries.ownership().of(shape.name(), List.of(field), kind).care() == Ownership.Care.NONE;
  }
}
