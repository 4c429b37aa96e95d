package io.github.relinquish.core.program;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.MethodKey;
import java.util.List;
import java.util.Optional;

/**
 * A class as it is declared.
 *
 * @param name binary name
 * @param superclass binary name; empty for {@code java.lang.Object} and interfaces
 * @param interfaces binary names, in order
 * @param isInterface whether it is an interface
 * @param isFinal whether nothing can extend it (final, record, enum without bodies)
 * @param isAnonymous whether it is anonymous
 * @param enclosing binary name of the class around it; empty for a top-level class
 * @param scope how near it is
 * @param methods constructors and the static initialiser included, in declaration order
 * @param fields in declaration order
 * @param annotations on the class
 */
public record ClassShape(
    String name,
    String superclass,
    List<String> interfaces,
    boolean isInterface,
    boolean isFinal,
    boolean isAnonymous,
    String enclosing,
    Scope scope,
    List<MethodShape> methods,
    List<FieldShape> fields,
    List<AnnotationFact> annotations) {
  public ClassShape {
    interfaces = List.copyOf(interfaces);
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
    annotations = List.copyOf(annotations);
  }

  public Optional<MethodShape> method(MethodKey key) {
    return method(key.name(), key.descriptor());
  }

  public Optional<MethodShape> method(String methodName, String descriptor) {
    return methods.stream()
        .filter(m -> m.key().name().equals(methodName) && m.key().descriptor().equals(descriptor))
        .findFirst();
  }

  public Optional<FieldShape> field(FieldKey key) {
    return fields.stream().filter(f -> f.key().name().equals(key.name())).findFirst();
  }
}
