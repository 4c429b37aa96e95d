package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which methods of which classes carry annotations of some types. Each class is looked at once: nearly none carries any. */
final class AnnotatedNames {
  private final Set<String> types;
  private final Function<String, Optional<ClassShape>> shapes;
  private final Function<String, Set<String>> ancestors;
  /** Names of annotated methods that a class declares itself. */
  private final Map<String, Set<String>> declared = new HashMap<>();
  /** The same with those of its supertypes. */
  private final Map<String, Set<String>> known = new HashMap<>();

  /**
   * Looks at nothing yet.
   *
   * @param types of the annotations
   * @param shapes classes by name
   * @param ancestors supertypes of a class, without itself
   */
  AnnotatedNames(Set<String> types, Function<String, Optional<ClassShape>> shapes, Function<String, Set<String>> ancestors) {
    this.types = types;
    this.shapes = shapes;
    this.ancestors = ancestors;
  }

  /** Whether a call that names {@code owner} and that simple name, for a constructor the class's, may mean an annotated method. */
  boolean isAnnotated(String name, String owner) {
    Set<String> names = known.get(owner);
    if (names == null) {
      names = of(owner);
      known.put(owner, names);
    }
    return names.contains(name) || names.contains(MethodKey.CONSTRUCTOR) && owner.endsWith(name);
  }

  private Set<String> of(String owner) {
    if (shapes.apply(owner).filter(s -> s.scope() != Scope.PLATFORM).isEmpty()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>(declaredIn(owner));
    ancestors.apply(owner).forEach(above -> names.addAll(declaredIn(above)));
    return names.isEmpty() ? Set.of() : names;
  }

  private Set<String> declaredIn(String className) {
    Set<String> names = declared.get(className);
    if (names == null) {
      names = new HashSet<>();
      for (MethodShape method : shapes.apply(className).filter(s -> s.scope() != Scope.PLATFORM).map(ClassShape::methods).orElse(List.of())) {
        if (method.isAnnotatedWith(types)) {
          names.add(method.key().name());
        }
      }
      declared.put(className, names.isEmpty() ? Set.of() : names);
    }
    return names;
  }
}
