package io.github.relinquish.core.program;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import java.util.List;
import java.util.Set;

/**
 * A method as its class declares it.
 *
 * @param key identity
 * @param modifiers of those in {@link Modifier}
 * @param parameterNames as declared; made-up ones where a class file has none
 * @param thrown declared exceptions as binary names
 * @param annotations on the method and on its result (type annotations of the result included)
 * @param parameterAnnotations one list a parameter (type annotations included)
 * @param site where it is declared
 */
public record MethodShape(
    MethodKey key,
    Set<Modifier> modifiers,
    List<String> parameterNames,
    List<String> thrown,
    List<AnnotationFact> annotations,
    List<List<AnnotationFact>> parameterAnnotations,
    Site site) {
  public MethodShape {
    modifiers = Set.copyOf(modifiers);
    parameterNames = List.copyOf(parameterNames);
    thrown = List.copyOf(thrown);
    annotations = List.copyOf(annotations);
    parameterAnnotations = List.copyOf(parameterAnnotations);
  }

  /** Whether the method, its result or a parameter carries an annotation of one of these types. */
  public boolean isAnnotatedWith(Set<String> types) {
    return annotations.stream().anyMatch(a -> types.contains(a.type()))
        || parameterAnnotations.stream().flatMap(List::stream).anyMatch(a -> types.contains(a.type()));
  }

  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }
}
