package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Fields that the code sets once and never again: private numbers, to a constant, {@code private boolean verbose = true}, and private or final fields
 * of a type that others implement, to a closure or to an object of a class of the run, {@code private final Runnable end = this::close}. Whoever changes
 * them edits the source. What may be filled behind the compiler's back is left out: it bears an annotation, or is volatile and has an updater.
 */
final class SteadyFields {
  /** What a field is that nobody sets (JLS 4.12.5). */
  private static final Optional<Value> UNSET = Optional.of(Value.of(Range.of(0)));

  private final Summaries summaries;
  private final Bodies bodies;
  private final Map<FieldKey, Optional<Value>> known = new HashMap<>();
  private final Map<String, Boolean> abstracts = new HashMap<>();

  SteadyFields(Summaries summaries) {
    this.summaries = summaries;
    this.bodies = new Bodies(summaries);
  }

  /** What the field of a class of the run is once the class, or an object of it, is made; empty where that may be this or that. */
  Optional<Value> valueOf(FieldKey field) {
    Optional<Value> value = known.get(field);
    if (value == null) {
      value = find(field);
      known.put(field, value);
    }
    return value;
  }

  private Optional<Value> find(FieldKey field) {
    return summaries.hierarchy().shapeOf(field.owner()).filter(s -> s.scope().isOwn())
        .flatMap(s -> s.fields().stream().filter(f -> f.key().equals(field)).findFirst())
        .filter(f -> isCandidate(f) && !f.is(Modifier.VOLATILE) && f.annotations().isEmpty())
        .flatMap(this::find);
  }

  /** Whether a field may be one of those, by its declaration. */
  boolean isCandidate(FieldShape field) {
    return Flags.NUMBERS.contains(field.type()) ? field.is(Modifier.PRIVATE)
        : (field.is(Modifier.PRIVATE) || field.is(Modifier.FINAL)) && isImplementedByOthers(field.type());
  }

  /** Interfaces and abstract classes of the run, and interfaces of others that ask for one method. */
  private boolean isImplementedByOthers(String type) {
    return abstracts.computeIfAbsent(type, t -> summaries.hierarchy().shapeOf(t).filter(s -> s.scope().isOwn()
        ? s.isInterface() || s.methods().stream().anyMatch(m -> m.is(Modifier.ABSTRACT))
        : s.isInterface() && s.methods().stream().filter(m -> m.is(Modifier.ABSTRACT)).count() == 1).isPresent());
  }

  private Optional<Value> find(FieldShape field) {
    List<MethodKey> setting = settersOfFirst(field);
    boolean isSetLater = !field.is(Modifier.FINAL) && summaries.program().mentionsOf(field.key().name()).stream()
        .filter(m -> ClassNames.topLevel(m.owner()).equals(ClassNames.topLevel(field.key().owner())) && !setting.contains(m))
        .flatMap(m -> bodies.of(m).stream()).anyMatch(b -> !storesIn(b, field.key()).isEmpty());
    if (isSetLater) {
      return Optional.empty();
    }
    Set<Optional<Value>> values = new HashSet<>();
    for (MethodKey method : setting) {
      bodies.of(method).forEach(b -> values.addAll(storesIn(b, field.key())));
      if (storesIn(method, field.key()).isEmpty()) {
        values.add(UNSET);
      }
    }
    return values.size() > 1 ? Optional.empty() : values.stream().findFirst().orElse(UNSET);
  }

  /** The static initialiser, or the constructors that do not leave the work to another one. */
  private List<MethodKey> settersOfFirst(FieldShape field) {
    String owner = field.key().owner();
    Stream<MethodKey> first = field.is(Modifier.STATIC) ? Stream.of(new MethodKey(owner, MethodKey.STATIC_INITIALIZER, "()V"))
        : summaries.hierarchy().shapeOf(owner).orElseThrow().methods().stream().map(MethodShape::key).filter(MethodKey::isConstructor);
    return first.filter(m -> summaries.layoutOf(m).filter(l -> !Flags.isDelegating(l.graph())).isPresent()).toList();
  }

  /** What a body stores there, store by store; empty for what is no constant. */
  private List<Optional<Value>> storesIn(MethodKey body, FieldKey field) {
    return summaries.layoutOf(body).orElseThrow().graph().blocks().stream().flatMap(block -> storesIn(block, field).stream()).toList();
  }

  private List<Optional<Value>> storesIn(Block block, FieldKey field) {
    Map<Integer, Value> constants = new TreeMap<>();
    List<Optional<Value>> found = new ArrayList<>();
    for (Step step : block.steps()) {
      if (step.target().kind() == Variable.Kind.TEMPORARY) {
        madeBy(step).ifPresent(value -> constants.put(step.target().index(), value));
      }
      if (step instanceof Step.StoreField put && put.field().equals(field)) {
        found.add(Optional.ofNullable(constants.get(put.value().index())));
      } else if (step instanceof Step.StoreStatic put && put.field().equals(field)) {
        found.add(Optional.ofNullable(constants.get(put.value().index())));
      }
    }
    return found;
  }

  private Optional<Value> madeBy(Step step) {
    if (step instanceof Step.Constant constant && constant.value() instanceof Literal.Int number) {
      return Optional.of(Value.of(Range.of(number.value())));
    } else if (step instanceof Step.Closure closure) {
      return Optional.of(Value.ofClosure(new Value.Closure(closure.body(), closure.kind(), closure.captured().size())));
    }
    return step instanceof Step.Create create && summaries.hierarchy().isOwn(create.type()) ? Optional.of(Value.ofType(create.type())) : Optional.empty();
  }
}
