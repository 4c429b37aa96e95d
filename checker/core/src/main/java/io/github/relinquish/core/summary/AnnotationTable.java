package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.AnnotationFact;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Annotations by qualified name, whatever jar they come from, as rows. What an annotation says of one parameter or of the result is
 * believed; of the rest of the call, the body is.
 */
public final class AnnotationTable implements AnnotationRows {
  /** What an annotation means. */
  enum Meaning { OWNING, NOT_OWNING, ALIAS, ENSURES_RELEASED, BEGINS_AGAIN, MUST_CALL, CLOSES, WRAPS }

  private static final String RESOURCE = "/io/github/relinquish/core/protocols/annotations.txt";

  private final Hierarchy hierarchy;
  private final TypeKinds kinds;
  private final Map<String, Meaning> meanings;
  private final Map<MethodKey, Optional<Row>> known = new HashMap<>();

  public AnnotationTable(Protocols protocols, Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    this.kinds = new TypeKinds(protocols, hierarchy);
    this.meanings = read();
  }

  private static Map<String, Meaning> read() {
    Map<String, Meaning> found = new HashMap<>();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        AnnotationTable.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] words = line.trim().split("\\s+");
          found.put(words[0], Meaning.valueOf(words[1].toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Whether an annotation with that meaning is there. */
  boolean has(List<AnnotationFact> annotations, Meaning meaning) {
    return annotations.stream().anyMatch(a -> meanings.get(a.type()) == meaning);
  }

  @Override public Duty dutyOf(MethodShape method, int index) {
    List<AnnotationFact> annotations = method.parameterAnnotations().size() > index
        ? method.parameterAnnotations().get(index)
        : List.of();
    if (has(annotations, Meaning.OWNING) || has(annotations, Meaning.CLOSES)) {
      return Duty.METHOD;
    }
    return has(annotations, Meaning.NOT_OWNING) ? Duty.CALLER : Duty.UNSAID;
  }

  @Override public Set<String> words() {
    Set<String> words = new TreeSet<>();
    meanings.keySet().forEach(type -> words.add(type.substring(type.lastIndexOf('.') + 1)));
    return words;
  }

  @Override public Optional<Row> rowFor(MethodKey callee) {
    Optional<Row> row = known.get(callee);
    if (row == null) {
      row = find(callee);
      known.put(callee, row);
    }
    return row;
  }

  private Optional<Row> find(MethodKey callee) {
    for (MethodShape method : hierarchy.declarations(callee)) {
      List<Effect> effects = effectsOf(method);
      if (!effects.isEmpty()) {
        CallPattern call = new CallPattern(callee.owner(), callee.name(), callee.arity(), List.of());
        return Optional.of(new Row(call, effects, "annotations of " + method.key().shortName() + "()", "annotations", 0));
      }
    }
    return Optional.empty();
  }

  private List<Effect> effectsOf(MethodShape method) {
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < method.parameterAnnotations().size(); i++) {
      ofParameter(method, i, effects);
    }
    for (AnnotationFact annotation : method.annotations()) {
      Meaning meaning = meanings.get(annotation.type());
      if (meaning == Meaning.ENSURES_RELEASED) {
        annotation.strings("value").forEach(v -> portOf(v, method).ifPresent(p ->
            effects.add(new Effect.Release(List.of(), p, List.of()))));
      } else if (meaning == Meaning.OWNING) {
        begins(method).ifPresent(effects::add);
      } else if (meaning == Meaning.NOT_OWNING) {
        effects.add(new Effect.Borrow(Port.RESULT));
      }
    }
    return effects;
  }

  private void ofParameter(MethodShape method, int index, List<Effect> effects) {
    Port port = Port.argument(index);
    List<AnnotationFact> annotations = method.parameterAnnotations().get(index);
    if (has(annotations, Meaning.OWNING)) {
      effects.add(new Effect.Escape(port));
    } else if (has(annotations, Meaning.NOT_OWNING)) {
      effects.add(new Effect.Borrow(port));
    } else if (has(annotations, Meaning.CLOSES)) {
      effects.add(new Effect.Release(List.of(), port, List.of()));
    } else if (has(annotations, Meaning.WRAPS) || has(annotations, Meaning.ALIAS)) {
      Port to = method.key().isConstructor() ? Port.RECEIVER.then(List.of("wrapped")) : Port.RESULT;
      effects.add(to.equals(Port.RESULT) ? new Effect.Alias(port, to) : new Effect.Move(port, to));
    }
  }

  private Optional<Effect> begins(MethodShape method) {
    Port at = method.key().isConstructor() ? Port.RECEIVER : Port.RESULT;
    String type = method.key().isConstructor() ? method.key().owner() : method.key().returnType();
    return kinds.ofType(type).map(k -> new Effect.Begin(k.name(), at, List.of(), List.of(), List.of(), Map.of(), false));
  }

  /** {@code #1} is the first parameter, {@code this.f} a field, as Checker Framework's expressions are written. */
  private static Optional<Port> portOf(String expression, MethodShape method) {
    String[] parts = expression.trim().split("\\.");
    List<String> path = List.of(parts).subList(1, parts.length);
    if (parts[0].matches("#\\d{1,3}")) {
      return Optional.of(Port.argument(Integer.parseInt(parts[0].substring(1)) - 1).then(path));
    }
    if (parts[0].equals("this")) {
      return Optional.of(Port.RECEIVER.then(path));
    }
    int index = method.parameterNames().indexOf(parts[0]);
    return Optional.of(index >= 0 ? Port.argument(index).then(path) : Port.RECEIVER.then(List.of(parts)));
  }
}
