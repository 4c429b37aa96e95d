package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.program.AnnotationFact;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Protocols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The annotations of one method as effects of a call of it. */
final class AnnotationEffects {
  private final Protocols protocols;
  private final Hierarchy hierarchy;
  private final TypeKinds kinds;
  private final AnnotationTable table;

  AnnotationEffects(Protocols protocols, Hierarchy hierarchy, AnnotationTable table) {
    this.protocols = protocols;
    this.hierarchy = hierarchy;
    this.kinds = new TypeKinds(protocols, hierarchy);
    this.table = table;
  }

  List<Effect> of(MethodShape method) {
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < method.parameterAnnotations().size(); i++) {
      ofParameter(method, i, effects);
    }
    for (AnnotationFact annotation : method.annotations()) {
      table.meaningOf(annotation).ifPresent(meaning -> ofMethod(method, annotation, meaning, effects));
    }
    if (table.isFree(method.annotations())) {
      effects.add(new Effect.Borrow(Port.RESULT));
    }
    if (effects.isEmpty() && isMustCall(method)) {
      effects.add(release(Port.RECEIVER, method.key().owner(), List.of()));
    }
    return effects;
  }

  private void ofMethod(MethodShape method, AnnotationFact annotation, AnnotationMeaning meaning, List<Effect> effects) {
    if (meaning == AnnotationMeaning.ENSURES_CALLED) {
      annotation.strings("value").forEach(v -> ensures(v, annotation, List.of(), method).ifPresent(effects::add));
    } else if (meaning == AnnotationMeaning.ENSURES_CALLED_IF) {
      boolean isForTrue = annotation.strings("result").equals(List.of("true"));
      Clause result = new Clause(Port.RESULT, isForTrue ? Clause.Test.TRUE : Clause.Test.FALSE, List.of());
      annotation.strings("expression").forEach(v -> ensures(v, annotation, List.of(result), method).ifPresent(effects::add));
    } else if (meaning == AnnotationMeaning.OWNING) {
      boolean isConstructor = method.key().isConstructor();
      begin(isConstructor ? Port.RECEIVER : Port.RESULT, isConstructor ? method.key().owner() : method.key().returnType())
          .ifPresent(effects::add);
    } else if (meaning == AnnotationMeaning.BEGINS_AGAIN && !isReadable(method)) {
      List<String> values = annotation.strings("value").isEmpty() ? List.of("this") : annotation.strings("value");
      for (String value : values) {
        Port port = portOf(value, method);
        begin(port, typeOf(port, method)).ifPresent(effects::add);
      }
    }
  }

  private void ofParameter(MethodShape method, int index, List<Effect> effects) {
    Port port = Port.argument(index);
    List<AnnotationFact> annotations = AnnotationTable.annotationsOf(method, index);
    if (table.has(annotations, AnnotationMeaning.OWNING)) {
      effects.add(new Effect.Escape(port));
    } else if (table.isFree(annotations)) {
      effects.add(new Effect.Borrow(port));
    } else if (table.has(annotations, AnnotationMeaning.CLOSES)) {
      effects.add(release(port, typeOf(port, method), List.of()));
    } else if (isJoined(annotations) && !method.key().isConstructor() && !isReadable(method)) {
      // A body tells more: which object holds the resource, and in which field.
      effects.add(new Effect.Alias(port, Port.RESULT));
    }
  }

  private boolean isJoined(List<AnnotationFact> annotations) {
    return table.has(annotations, AnnotationMeaning.WRAPS) || table.has(annotations, AnnotationMeaning.ALIAS);
  }

  private boolean isReadable(MethodShape method) {
    return !hierarchy.targets(method.key(), CallKind.VIRTUAL, "").isEmpty();
  }

  private Optional<Effect> begin(Port at, String type) {
    return kinds.ofType(type).map(k -> new Effect.Begin(k.name(), at, List.of(), List.of(), List.of(), Map.of(), false));
  }

  /** Other calls than those that release are nothing to us. */
  private Optional<Effect> ensures(String expression, AnnotationFact annotation, List<Clause> when, MethodShape method) {
    Port port = portOf(expression, method);
    String type = typeOf(port, method);
    boolean isRelease = kinds.ofType(type).isEmpty() || annotation.strings("methods").stream().anyMatch(m -> releases(type, m));
    return isRelease ? Optional.of(release(port, type, when)) : Optional.empty();
  }

  private boolean releases(String type, String method) {
    return protocols.rowsNamed(method).stream()
        .filter(r -> !r.call().matchesByName() && hierarchy.isSubtype(type, r.call().owner()))
        .flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Release);
  }

  /** What stands for a resource is released with all that it holds. */
  private Effect release(Port port, String type, List<Clause> when) {
    List<String> all = kinds.ofType(type).isPresent() ? List.of() : protocols.kinds().stream().map(Kind::name).toList();
    return new Effect.Release(all, port, when);
  }

  /** Whether an annotation of the class names the method as what has to be called. */
  private boolean isMustCall(MethodShape method) {
    return method.key().arity() == 0 && hierarchy.shapeOf(method.key().owner()).stream()
        .flatMap(s -> s.annotations().stream())
        .filter(a -> table.has(List.of(a), AnnotationMeaning.MUST_CALL))
        .anyMatch(a -> a.strings("value").contains(method.key().name()));
  }

  /** Erased type of a port; empty where it is not known. */
  private String typeOf(Port port, MethodShape method) {
    List<String> parameters = method.key().parameterTypes();
    String type = port.root() == Port.Root.RECEIVER ? method.key().owner()
        : port.root() == Port.Root.ARGUMENT && port.index() < parameters.size() ? parameters.get(port.index()) : "";
    for (String field : port.path()) {
      String owner = type;
      type = hierarchy.shapeOf(owner).flatMap(s -> s.field(new FieldKey(owner, field))).map(FieldShape::type).orElse("");
    }
    return type;
  }

  /** {@code #1} is the first parameter, {@code this.f} a field, as Checker Framework's expressions are written. */
  private static Port portOf(String expression, MethodShape method) {
    String[] parts = expression.trim().split("\\.");
    List<String> path = List.of(parts).subList(1, parts.length);
    if (parts[0].matches("#[1-9]\\d{0,2}")) {
      return Port.argument(Integer.parseInt(parts[0].substring(1)) - 1).then(path);
    }
    if (parts[0].equals("this")) {
      return Port.RECEIVER.then(path);
    }
    int index = method.parameterNames().indexOf(parts[0]);
    return index >= 0 ? Port.argument(index).then(path) : Port.RECEIVER.then(List.of(parts));
  }
}
