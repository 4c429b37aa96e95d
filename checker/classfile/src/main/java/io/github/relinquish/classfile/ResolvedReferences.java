package io.github.relinquish.classfile;

import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Looks members up as the JVM resolves them: the class, its superclasses, then the interfaces. */
final class ResolvedReferences implements References {
  /** The JVM links calls of its methods by name, whatever descriptor they are written with (JVMS 2.9.3). */
  private static final String METHOD_HANDLE = "java.lang.invoke.MethodHandle";

  private final Function<String, Optional<ClassShape>> shapes;
  private final Map<MethodKey, List<String>> thrown = new ConcurrentHashMap<>();
  private final Map<FieldKey, FieldKey> declaring = new ConcurrentHashMap<>();

  ResolvedReferences(Function<String, Optional<ClassShape>> shapes) {
    this.shapes = shapes;
  }

  @Override public List<String> thrownBy(MethodKey callee) {
    List<String> known = thrown.get(callee);
    if (known == null) {
      known = find(callee.owner(), shape -> declared(shape, callee)).map(MethodShape::thrown).orElse(List.of());
      thrown.put(callee, known);
    }
    return known;
  }

  private static Optional<MethodShape> declared(ClassShape shape, MethodKey callee) {
    boolean isConstructorOfSuperclass = callee.isConstructor() && !shape.name().equals(callee.owner());
    if (isConstructorOfSuperclass) {
      return Optional.empty();
    }
    Optional<MethodShape> exact = shape.method(callee);
    return exact.isPresent() || !shape.name().equals(METHOD_HANDLE)
        ? exact
        : shape.methods().stream().filter(m -> m.key().name().equals(callee.name())).findFirst();
  }

  @Override public FieldKey declared(FieldKey named) {
    FieldKey known = declaring.get(named);
    if (known == null) {
      known = find(named.owner(), shape -> shape.field(named)).map(f -> f.key()).orElse(named);
      declaring.put(named, known);
    }
    return known;
  }

  private <T> Optional<T> find(String owner, Function<ClassShape, Optional<T>> member) {
    Deque<String> work = new ArrayDeque<>(List.of(owner));
    Set<String> seen = new HashSet<>();
    while (!work.isEmpty()) {
      String name = work.removeFirst();
      Optional<ClassShape> shape = seen.add(name) ? shapes.apply(name) : Optional.empty();
      if (shape.isEmpty()) {
        continue;
      }
      Optional<T> found = member.apply(shape.get());
      if (found.isPresent()) {
        return found;
      }
      if (!shape.get().superclass().isEmpty()) {
        work.addFirst(shape.get().superclass());
      }
      work.addAll(shape.get().interfaces());
    }
    return Optional.empty();
  }
}
