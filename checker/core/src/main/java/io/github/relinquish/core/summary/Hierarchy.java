package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Program;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.simulate.Budget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Subtypes, and the bodies that a call can reach. Remembers its answers. */
public final class Hierarchy {
  private static final String OBJECT = "java.lang.Object";

  private final Program program;
  private final Map<String, List<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> superTypes = new HashMap<>();
  private final Map<String, Set<String>> ownFields = new HashMap<>();
  private final Map<Question, List<MethodKey>> targets = new HashMap<>();
  private final Map<Holding, List<MethodKey>> targetsWith = new HashMap<>();

  private record Question(MethodKey callee, CallKind kind, String exactType) {}

  private record Holding(MethodKey callee, Set<String> fields) {}

  public Hierarchy(Program program) {
    this.program = program;
  }

  /** All supertypes of a class that are known, itself first. */
  public Set<String> superTypes(String type) {
    Set<String> known = superTypes.get(type);
    if (known != null) {
      return known;
    }
    Set<String> all = new LinkedHashSet<>();
    Deque<String> work = new ArrayDeque<>();
    work.add(type);
    while (!work.isEmpty()) {
      String at = work.poll();
      if (all.add(at)) {
        work.addAll(parents.computeIfAbsent(at, program::parentsOf));
      }
    }
    superTypes.put(type, all);
    return all;
  }

  /** Whether {@code type} is {@code superType} or a subtype of it. */
  public boolean isSubtype(String type, String superType) {
    return type.equals(superType) || superType.equals(OBJECT) || superTypes(type).contains(superType);
  }

  /**
   * Bodies that a call may run; empty where there is none, too many, or where a body must not be read.
   *
   * @param exactType the receiver's class where it is known exactly, else empty
   */
  public List<MethodKey> targets(MethodKey callee, CallKind kind, String exactType) {
    Question key = new Question(callee, kind, exactType);
    List<MethodKey> known = targets.get(key);
    if (known == null) {
      known = findTargets(callee, kind, exactType);
      targets.put(key, known);
    }
    return known;
  }

  private List<MethodKey> findTargets(MethodKey callee, CallKind kind, String exactType) {
    boolean isVirtual = kind == CallKind.VIRTUAL;
    String from = isVirtual && !exactType.isEmpty() ? exactType : callee.owner();
    Set<MethodKey> found = new LinkedHashSet<>();
    declared(callee.in(from)).ifPresent(found::add);
    boolean isOpen = scopeOf(callee) == Scope.PLATFORM || scopeOf(callee) == Scope.LIBRARY;
    if (isVirtual && exactType.isEmpty() && isOpen && found.isEmpty()) {
      // Anybody implements an interface of the JDK: the bodies of this run are not the ones.
      return List.of();
    }
    boolean canBeOverridden = isVirtual && exactType.isEmpty() && !isFixed(callee);
    if (canBeOverridden) {
      for (String subclass : program.subclassesOf(callee.owner())) {
        declared(callee.in(subclass)).ifPresent(found::add);
        if (found.size() > Budget.TARGETS) {
          return List.of();
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * Bodies that a virtual call may mean on an object which has these fields: those of the classes of the run that declare or inherit them. Empty where
   * no class does (rows name parts of objects too), and where there are too many.
   */
  List<MethodKey> targetsWith(Set<String> fields, MethodKey callee) {
    return fields.isEmpty() ? List.of() : targetsWith.computeIfAbsent(new Holding(callee, fields), h -> findTargetsWith(fields, callee));
  }

  private List<MethodKey> findTargetsWith(Set<String> fields, MethodKey callee) {
    List<String> types = new ArrayList<>(program.subclassesOf(callee.owner()));
    types.add(callee.owner());
    Set<MethodKey> found = new LinkedHashSet<>();
    boolean isDeclared = false;
    for (String type : types) {
      boolean has = fieldsOf(type).containsAll(fields);
      isDeclared |= has;
      // A class of a library may have parts that only rows name.
      if (has || superTypes(type).stream().anyMatch(t -> isClassOfLibrary(t))) {
        declared(callee.in(type)).ifPresent(found::add);
      }
    }
    return isDeclared && found.size() <= Budget.TARGETS ? List.copyOf(found) : List.of();
  }

  private boolean isClassOfLibrary(String type) {
    return !isOwn(type) && !type.equals("java.lang.Object") && program.shapeOf(type).filter(s -> !s.isInterface()).isPresent();
  }

  /** Names of the fields that a class of the run declares or inherits. */
  private Set<String> fieldsOf(String type) {
    return ownFields.computeIfAbsent(type, t -> superTypes(t).stream().filter(this::isOwn).flatMap(s -> program.shapeOf(s).stream())
        .flatMap(s -> s.fields().stream()).map(f -> f.key().name()).collect(Collectors.toSet()));
  }

  /** Whether a class of the run declares or inherits a field of that name. */
  boolean hasField(String type, String field) {
    return !type.isEmpty() && fieldsOf(type).contains(field);
  }

  /** Whether a class of the run certainly neither declares nor inherits such a field. */
  boolean lacksField(String type, String field) {
    return isOwn(type) && superTypes(type).stream().allMatch(t -> t.equals(OBJECT)
        || program.shapeOf(t).filter(s -> s.fields().stream().noneMatch(f -> f.key().name().equals(field))).isPresent());
  }

  private boolean isFixed(MethodKey callee) {
    Optional<ClassShape> shape = program.shapeOf(callee.owner());
    return shape.isPresent() && (shape.get().isFinal()
        || shape.get().method(callee).filter(m -> m.is(Modifier.FINAL) || m.is(Modifier.PRIVATE)).isPresent());
  }

  /** The method that {@code callee} means in its owner: declared there or inherited, with a body. */
  private Optional<MethodKey> declared(MethodKey callee) {
    for (String type : superTypes(callee.owner())) {
      if (program.scopeOf(type).orElse(Scope.PLATFORM) == Scope.PLATFORM) {
        continue;
      }
      Optional<ClassShape> shape = program.shapeOf(type);
      if (shape.isEmpty()) {
        continue;
      }
      Optional<MethodShape> method = shape.get().method(callee);
      if (method.isPresent() && !method.get().is(Modifier.ABSTRACT) && !method.get().is(Modifier.NATIVE)) {
        return Optional.of(callee.in(type));
      }
      if (shape.get().method(callee).isEmpty() && isLambda(callee) && type.equals(callee.owner())) {
        return Optional.of(callee);
      }
      if (callee.isConstructor()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isLambda(MethodKey key) {
    return key.name().startsWith("lambda$");
  }

  /** Whether the class belongs to the code that is judged. */
  public boolean isOwn(String type) {
    return program.scopeOf(type).filter(Scope::isOwn).isPresent();
  }

  /** Whether a call closes an object of the run, which releases what it holds: nobody guards that against a failure for another's sake. */
  boolean isOwnClose(MethodKey callee) {
    return callee.name().equals("close") && callee.arity() == 0 && isOwn(callee.owner()) && isSubtype(callee.owner(), "java.lang.AutoCloseable");
  }

  Optional<ClassShape> shapeOf(String type) {
    return program.shapeOf(type);
  }

  /** See {@link Program#callersOfAnnotated}. */
  Map<String, List<MethodKey>> callersOfAnnotated(Set<String> types) {
    return program.callersOfAnnotated(types);
  }

  /** Whether a type is an interface that a library declares. */
  boolean isLibraryInterface(String type) {
    return program.shapeOf(type).filter(s -> s.isInterface() && !s.scope().isOwn()).isPresent();
  }

  /** How near the class is that declares {@code key}. */
  public Scope scopeOf(MethodKey key) {
    return program.scopeOf(key.owner()).orElse(Scope.LIBRARY);
  }

  /** The declaration of a method, looked for in the owner and its supertypes. */
  public Optional<MethodShape> declaration(MethodKey key) {
    for (String type : superTypes(key.owner())) {
      Optional<MethodShape> method = program.shapeOf(type).flatMap(s -> s.method(key));
      if (method.isPresent()) {
        return method;
      }
    }
    return Optional.empty();
  }

  /** Declarations of a method in the owner and all its supertypes, the nearest first. */
  public List<MethodShape> declarations(MethodKey key) {
    List<MethodShape> found = new ArrayList<>();
    for (String type : superTypes(key.owner())) {
      program.shapeOf(type).flatMap(s -> s.method(key)).ifPresent(found::add);
    }
    return found;
  }

  /**
   * The one method of an object that stands for a closure: what {@code exactType} implements of the abstract methods of its
   * interfaces and superclass.
   */
  public Optional<MethodKey> onlyMethod(String exactType) {
    Optional<ClassShape> shape = program.scopeOf(exactType).filter(s -> s != Scope.PLATFORM).flatMap(s -> program.shapeOf(exactType));
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    Set<String> asked = new LinkedHashSet<>();
    for (String type : superTypes(exactType)) {
      if (!type.equals(exactType)) {
        program.shapeOf(type).ifPresent(s -> s.methods().stream()
            .filter(m -> m.is(Modifier.ABSTRACT))
            .forEach(m -> asked.add(m.key().name() + "/" + m.key().arity())));
      }
    }
    List<MethodKey> found = shape.get().methods().stream()
        .filter(m -> !m.is(Modifier.STATIC) && !m.is(Modifier.SYNTHETIC) && !m.is(Modifier.ABSTRACT))
        .map(MethodShape::key)
        .filter(k -> asked.contains(k.name() + "/" + k.arity()))
        .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
