package io.github.relinquish.core.program;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The program under analysis as the engine sees it: javac's classes of this run, class files, or both.
 *
 * <p>Implementations answer the same question the same way for the whole run, never throw for a missing or unreadable
 * class (the answer is empty, and they count it), and are asked by one thread at a time.
 */
public interface Program {
  /**
   * The shape of a class.
   *
   * @param className binary name with dots and dollars
   * @return empty where the class is not known
   */
  Optional<ClassShape> shapeOf(String className);

  /** The superclass of a class, where it has one, and then its interfaces; empty where the class is not known. */
  default List<String> parentsOf(String className) {
    List<String> parents = new ArrayList<>();
    shapeOf(className).ifPresent(shape -> {
      if (!shape.superclass().isEmpty()) {
        parents.add(shape.superclass());
      }
      parents.addAll(shape.interfaces());
    });
    return parents;
  }

  /** How near a class is; empty where it is not known. */
  default Optional<Scope> scopeOf(String className) {
    return shapeOf(className).map(ClassShape::scope);
  }

  /** Whether code of the run may call methods on values of that class: a cheap question, where the answer may be yes too often. */
  default boolean mayCallOn(String className) {
    return true;
  }

  /**
   * Whether the code of a class of a library may have one of these words in it, the name of a method that it calls for instance: a cheap
   * question, where the answer may be yes too often.
   */
  default boolean mayHold(String className, Set<String> words) {
    return true;
  }

  /**
   * The body of exactly this method, as {@code key.owner()} declares it; inherited bodies are not looked for.
   *
   * @return empty where there is none (abstract, native, a library without bodies) or where it must not be read
   */
  Optional<FlowGraph> bodyOf(MethodKey key);

  /** What a body does at all, where that can be told without its flow graph; empty where it has to be read off that. */
  default Optional<Outline> outlineOf(MethodKey key) {
    return Optional.empty();
  }

  /**
   * Classes of this run ({@link Scope#RUN} and {@link Scope#FOLDER}) that extend or implement {@code className}, directly or not,
   * in a fixed order.
   */
  List<String> subclassesOf(String className);

  /**
   * Methods of this run ({@link Scope#RUN} and {@link Scope#FOLDER}) whose code, that of their lambdas and local classes included, mentions a method, field
   * or class of this simple name; a constructor call mentions the class. In a fixed order.
   */
  List<MethodKey> mentionsOf(String simpleName);

  /**
   * The same, as far as it is cheap only those that mention a member of a class which {@code owner} accepts: a superset of the methods
   * that call it.
   *
   * @param owner asked with binary names of classes
   */
  default List<MethodKey> callersOf(String simpleName, java.util.function.Predicate<String> owner) {
    return mentionsOf(simpleName);
  }

  /**
   * Methods of this run ({@link Scope#RUN} and {@link Scope#FOLDER}) that call a method of a {@linkplain Scope#LIBRARY library} which is declared to answer
   * one of these classes. In a fixed order.
   *
   * @param types binary names of classes in packages
   */
  default List<MethodKey> callersOfFactories(Set<String> types) {
    return List.of();
  }

  /**
   * Methods of this run ({@link Scope#RUN} and {@link Scope#FOLDER}) that call a method which carries one of these annotations: itself, on a parameter, on its result,
   * or where it was first declared. By the simple name of what they call; a class for a constructor.
   *
   * @param types binary names of annotations
   */
  default Map<String, List<MethodKey>> callersOfAnnotated(Set<String> types) {
    return Map.of();
  }
}
