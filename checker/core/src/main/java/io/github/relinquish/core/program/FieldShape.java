package io.github.relinquish.core.program;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.Literal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field as its class declares it.
 *
 * @param key identity
 * @param type erased type as a binary name
 * @param modifiers of those in {@link Modifier}
 * @param constants the compile-time constant it holds, as a list of one; empty for other fields
 * @param annotations on the field and its type
 */
public record FieldShape(
    FieldKey key, String type, Set<Modifier> modifiers, List<Literal> constants, List<AnnotationFact> annotations) {
  public FieldShape {
    modifiers = Set.copyOf(modifiers);
    constants = List.copyOf(constants);
    annotations = List.copyOf(annotations);
  }

  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  public Optional<Literal> constant() {
    return constants.stream().findFirst();
  }
}
