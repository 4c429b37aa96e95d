package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the code of the run puts into fields, as far as it is plain to see: null, or something. */
public final class FieldStores {
  private static final Predicate<Literal> NULL = value -> value instanceof Literal.Null;
  private static final Predicate<Literal> UNSET = new Literal.Int(0)::equals;

  private final Summaries summaries;
  private final Bodies bodies;

  FieldStores(Summaries summaries, Bodies bodies) {
    this.summaries = summaries;
    this.bodies = bodies;
  }

  /** Whether a method of the class or of its superclasses, other than {@code but}, sets the last field of the path to null, or the cell that it is in. */
  public boolean isEmptied(String owner, List<String> path, MethodKey but) {
    Set<String> fields = lastOf(path);
    for (String type : summaries.hierarchy().superTypes(owner)) {
      Optional<ClassShape> shape = summaries.program().shapeOf(type).filter(s -> s.scope().isOwn());
      if (shape.isPresent() && shape.get().methods().stream()
          .filter(m -> !m.key().isConstructor() && !m.key().equals(but))
          .anyMatch(m -> stores(m.key(), (put, isNull) -> fields.contains(put.name()) && isNull))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> lastOf(List<String> path) {
    Set<String> fields = new TreeSet<>();
    for (int i = path.size() - 1; i >= 0; i--) {
      fields.add(path.get(i));
      if (!summaries.rows().protocols().isWritten(path.get(i))) {
        break;
      }
    }
    return fields;
  }

  /**
   * Whether nothing but null is ever stored in a field: it is private, so that all code that may is at hand. What others fill behind the
   * compiler's back (injection) bears an annotation.
   */
  public boolean isNeverFilled(String owner, String field) {
    Optional<ClassShape> shape = summaries.program().shapeOf(owner).filter(s -> s.scope().isOwn());
    Optional<FieldShape> declared = shape.flatMap(s -> declaredIn(s, field));
    if (declared.isEmpty() || !declared.get().is(Modifier.PRIVATE) || !declared.get().annotations().isEmpty()) {
      return false;
    }
    return fillers(shape.get(), declared.get(), NULL).findAny().isEmpty();
  }

  /** The bodies that store something other than null in a private field; empty if the field is not private, so that others may as well. */
  public Optional<Set<MethodKey>> fillersOf(String owner, String field) {
    Optional<ClassShape> shape = summaries.program().shapeOf(owner).filter(s -> s.scope().isOwn());
    Optional<FieldShape> declared = shape.flatMap(s -> declaredIn(s, field)).filter(f -> f.is(Modifier.PRIVATE));
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(fillers(shape.get(), declared.get(), NULL).collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * The bodies of the run that store something other than null in a field that a class has or inherits and that is neither private nor public; empty for other
   * fields.
   */
  public Optional<Set<MethodKey>> fillersInFamilyOf(String type, String field) {
    Optional<FieldShape> declared = summaries.hierarchy().superTypes(type).stream()
        .flatMap(t -> summaries.program().shapeOf(t).filter(s -> s.scope().isOwn()).flatMap(s -> declaredIn(s, field)).stream()).findFirst()
        .filter(f -> !f.is(Modifier.PRIVATE) && !f.is(Modifier.PUBLIC) && !f.is(Modifier.STATIC));
    return declared.map(f -> Stream.concat(methodsWith(f.key().owner()), summaries.program().mentionsOf(field).stream()).distinct()
        .flatMap(m -> bodies.of(m).stream())
        .filter(b -> storesIn(b, NULL, (put, isNull) -> put.name().equals(field) && !isNull && summaries.hierarchy().isSubtype(put.owner(), f.key().owner())))
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Methods of a class of the run and of those that extend it. */
  private Stream<MethodKey> methodsWith(String type) {
    return Stream.concat(Stream.of(type), summaries.program().subclassesOf(type).stream())
        .flatMap(t -> summaries.program().shapeOf(t).filter(s -> s.scope().isOwn()).stream()).flatMap(s -> s.methods().stream()).map(MethodShape::key);
  }

  private Stream<MethodKey> fillers(ClassShape shape, FieldShape field, Predicate<Literal> isNothing) {
    return Stream.concat(shape.methods().stream().map(MethodShape::key), mentionsOf(shape.name(), field.key().name()).stream()).distinct()
        .flatMap(m -> bodies.of(m).stream())
        .filter(b -> storesIn(b, isNothing, (put, nothing) -> put.equals(field.key()) && !nothing));
  }

  /**
   * Private flags that nothing but constructors sets, each of which fills {@code field} as well: they say whose that is, and stay as they are
   * where the object fills it itself.
   */
  public Set<String> flagsOfBirth(String owner, String field) {
    Optional<Set<MethodKey>> filling = fillersOf(owner, field);
    if (filling.isEmpty()) {
      return Set.of();
    }
    ClassShape shape = summaries.program().shapeOf(owner).orElseThrow();
    return shape.fields().stream().filter(f -> f.type().equals("boolean") && f.is(Modifier.PRIVATE) && !f.is(Modifier.STATIC))
        .filter(f -> isOfBirth(shape, f, filling.get())).map(f -> f.key().name()).collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isOfBirth(ClassShape shape, FieldShape flag, Set<MethodKey> filling) {
    List<MethodKey> setting = fillers(shape, flag, UNSET).toList();
    return !setting.isEmpty() && setting.stream().allMatch(m -> m.isConstructor() && filling.contains(m));
  }

  /** Methods outside the class that name the field and may mean this one: those of the same nest, if it is private. */
  List<MethodKey> mentionsOf(String owner, String field) {
    boolean isPrivate = summaries.program().shapeOf(owner).flatMap(s -> declaredIn(s, field)).filter(f -> f.is(Modifier.PRIVATE)).isPresent();
    return summaries.program().mentionsOf(field).stream()
        .filter(m -> !isPrivate || ClassNames.topLevel(m.owner()).equals(ClassNames.topLevel(owner)))
        .toList();
  }

  private static Optional<FieldShape> declaredIn(ClassShape shape, String field) {
    return shape.fields().stream().filter(f -> f.key().name().equals(field)).findFirst();
  }

  /** @param isAskedFor takes a field, and whether nothing is what is stored there */
  private boolean stores(MethodKey method, BiPredicate<FieldKey, Boolean> isAskedFor) {
    return bodies.of(method).stream().anyMatch(b -> storesIn(b, NULL, isAskedFor));
  }

  private boolean storesIn(MethodKey body, Predicate<Literal> isNothing, BiPredicate<FieldKey, Boolean> isAskedFor) {
    Set<Integer> nothings = new TreeSet<>();
    for (Block block : summaries.layoutOf(body).orElseThrow().graph().blocks()) {
      for (Step step : block.steps()) {
        boolean sets = step instanceof Step.Constant constant && isNothing.test(constant.value());
        if (sets && step.target().kind() == Variable.Kind.TEMPORARY) {
          nothings.add(step.target().index());
        } else if (step instanceof Step.StoreField store && isAskedFor.test(store.field(), nothings.contains(store.value().index()))
            || step instanceof Step.StoreStatic put && isAskedFor.test(put.field(), nothings.contains(put.value().index()))) {
          return true;
        }
      }
    }
    return false;
  }
}
