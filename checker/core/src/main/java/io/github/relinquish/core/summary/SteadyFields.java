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
 * Private numbers that the code sets once, to a constant, and never again: {@code private boolean verbose = true}. Whoever changes them edits the
 * source. What may be filled behind the compiler's back is left out: it bears an annotation, or is volatile and has an updater.
 */
final class SteadyFields {
  /** What a field is that nobody sets (JLS 4.12.5). */
  private static final Optional<Long> UNSET = Optional.of(0L);

  private final Summaries summaries;
  private final Bodies bodies;
  private final Map<FieldKey, Optional<Long>> known = new HashMap<>();

  SteadyFields(Summaries summaries) {
    this.summaries = summaries;
    this.bodies = new Bodies(summaries);
  }

  /** What the field of a class of the run is once the class, or an object of it, is made; empty where that may be this or that. */
  Optional<Long> valueOf(FieldKey field) {
    Optional<Long> value = known.get(field);
    if (value == null) {
      value = find(field);
      known.put(field, value);
    }
    return value;
  }

  private Optional<Long> find(FieldKey field) {
    return summaries.hierarchy().shapeOf(field.owner()).filter(s -> s.scope().isOwn())
        .flatMap(s -> s.fields().stream().filter(f -> f.key().equals(field)).findFirst())
        .filter(f -> Flags.NUMBERS.contains(f.type()) && f.is(Modifier.PRIVATE) && !f.is(Modifier.VOLATILE) && f.annotations().isEmpty())
        .flatMap(this::find);
  }

  private Optional<Long> find(FieldShape field) {
    List<MethodKey> setting = settersOfFirst(field);
    boolean isSetLater = summaries.program().mentionsOf(field.key().name()).stream()
        .filter(m -> ClassNames.topLevel(m.owner()).equals(ClassNames.topLevel(field.key().owner())) && !setting.contains(m))
        .flatMap(m -> bodies.of(m).stream()).anyMatch(b -> !storesIn(b, field.key()).isEmpty());
    if (isSetLater) {
      return Optional.empty();
    }
    Set<Optional<Long>> values = new HashSet<>();
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
  private List<Optional<Long>> storesIn(MethodKey body, FieldKey field) {
    return summaries.layoutOf(body).orElseThrow().graph().blocks().stream().flatMap(block -> storesIn(block, field).stream()).toList();
  }

  private static List<Optional<Long>> storesIn(Block block, FieldKey field) {
    Map<Integer, Long> constants = new TreeMap<>();
    List<Optional<Long>> found = new ArrayList<>();
    for (Step step : block.steps()) {
      if (step instanceof Step.Constant constant && step.target().kind() == Variable.Kind.TEMPORARY && constant.value() instanceof Literal.Int number) {
        constants.put(step.target().index(), number.value());
      } else if (step instanceof Step.StoreField put && put.field().equals(field)) {
        found.add(Optional.ofNullable(constants.get(put.value().index())));
      } else if (step instanceof Step.StoreStatic put && put.field().equals(field)) {
        found.add(Optional.ofNullable(constants.get(put.value().index())));
      }
    }
    return found;
  }
}
