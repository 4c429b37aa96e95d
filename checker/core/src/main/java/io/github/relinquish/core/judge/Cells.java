package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.summary.Summaries;
import java.util.List;
import java.util.Optional;

/** What code calls a resource that an {@code AtomicReference} or the like holds: rows have a field for it that nobody can write. */
final class Cells {
  private final Summaries summaries;

  Cells(Summaries summaries) {
    this.summaries = summaries;
  }

  /**
   * The holder at the end of a path of fields; where the last one is a row's, the field that has it.
   *
   * @param owner binary name of the class that the path begins in
   * @param cell fields from what a row names to the resource that begins there
   */
  Holder ofField(List<String> path, String owner, List<String> cell) {
    Holder plain = Holder.ofField(path);
    if (path.size() != 2 || !plain.isItself() || path.get(0).contains("$")) {
      return plain;
    }
    String type = typeOf(owner, path.get(0));
    List<String> inner = path.subList(1, 2);
    if (getter(type, path.get(1)).isEmpty()) {
      return plain;
    }
    return inner.equals(cell) ? new Holder(path.get(0), type, List.of(), true) : new Holder(path.get(0), type, inner, false);
  }

  /** {@code ref.get()} for what {@code ref} holds; empty where no call without arguments answers it. */
  Optional<String> opened(Holder holder) {
    return holder.path().size() == 1 && !holder.isContainer()
        ? getter(holder.type(), holder.path().get(0)).map(get -> holder.name() + "." + get + "()") : Optional.empty();
  }

  private String typeOf(String owner, String field) {
    return summaries.hierarchy().superTypes(owner).stream().flatMap(t -> summaries.program().shapeOf(t).stream())
        .flatMap(s -> s.field(new FieldKey(s.name(), field)).stream()).map(FieldShape::type).findFirst().orElse("");
  }

  private Optional<String> getter(String type, String field) {
    Effect answered = new Effect.Alias(Port.RECEIVER.then(List.of(field)), Port.RESULT);
    return type.isEmpty() ? Optional.empty() : summaries.rows().protocols().rows().stream()
        .filter(r -> r.call().arity() == 0 && r.effects().contains(answered) && summaries.hierarchy().superTypes(type).contains(r.call().owner()))
        .map(r -> r.call().name()).findFirst();
  }
}
