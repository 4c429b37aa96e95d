package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.AnnotationFact;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Annotations by qualified name, whatever jar they come from, as rows. What an annotation says of one parameter or of the result is
 * believed; of the rest of the call, the body is.
 */
public final class AnnotationTable implements AnnotationRows {
  /** Where rows say that they come from. */
  static final String ORIGIN = "annotations";

  private static final String RESOURCE = "/io/github/relinquish/core/protocols/annotations.txt";

  private final Hierarchy hierarchy;
  private final Map<String, AnnotationMeaning> meanings;
  private final AnnotationEffects effects;
  private final Map<MethodKey, Optional<Row>> known = new HashMap<>();
  private Map<String, List<MethodKey>> callers;

  public AnnotationTable(Protocols protocols, Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    this.meanings = read();
    this.effects = new AnnotationEffects(protocols, hierarchy, this);
  }

  private static Map<String, AnnotationMeaning> read() {
    Map<String, AnnotationMeaning> found = new HashMap<>();
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        AnnotationTable.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] words = line.trim().split("\\s+");
          found.put(words[0], AnnotationMeaning.valueOf(words[1].toUpperCase(Locale.ROOT).replace('-', '_')));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  Optional<AnnotationMeaning> meaningOf(AnnotationFact annotation) {
    return Optional.ofNullable(meanings.get(annotation.type()));
  }

  /** Whether an annotation with that meaning is there. */
  boolean has(List<AnnotationFact> annotations, AnnotationMeaning meaning) {
    return annotations.stream().anyMatch(a -> meanings.get(a.type()) == meaning);
  }

  /** Whether there is nothing to be called, as the annotations say. */
  boolean isFree(List<AnnotationFact> annotations) {
    return has(annotations, AnnotationMeaning.NOT_OWNING) || annotations.stream()
        .anyMatch(a -> meanings.get(a.type()) == AnnotationMeaning.MUST_CALL && a.strings("value").stream().allMatch(String::isBlank));
  }

  @Override public Duty dutyOf(MethodShape method, int index) {
    return method.key().isConstructor() || hierarchy.declarations(method.key()).isEmpty()
        ? ownDutyOf(method, index)
        : hierarchy.declarations(method.key()).stream().map(m -> ownDutyOf(m, index)).filter(d -> d != Duty.UNSAID)
            .findFirst().orElse(Duty.UNSAID);
  }

  private Duty ownDutyOf(MethodShape method, int index) {
    List<AnnotationFact> annotations = annotationsOf(method, index);
    if (has(annotations, AnnotationMeaning.OWNING) || has(annotations, AnnotationMeaning.CLOSES)) {
      return Duty.METHOD;
    }
    return isFree(annotations) ? Duty.CALLER : Duty.UNSAID;
  }

  static List<AnnotationFact> annotationsOf(MethodShape method, int index) {
    return method.parameterAnnotations().size() > index ? method.parameterAnnotations().get(index) : List.of();
  }

  @Override public Duty dutyOf(FieldShape field) {
    if (has(field.annotations(), AnnotationMeaning.OWNING)) {
      return Duty.METHOD;
    }
    return isFree(field.annotations()) ? Duty.CALLER : Duty.UNSAID;
  }

  @Override public Duty dutyOfResult(MethodShape method) {
    if (has(method.annotations(), AnnotationMeaning.OWNING)) {
      return Duty.CALLER;
    }
    return isFree(method.annotations()) ? Duty.METHOD : Duty.UNSAID;
  }

  @Override public Map<String, List<MethodKey>> callersOfAnnotated() {
    if (callers == null) {
      callers = hierarchy.callersOfAnnotated(meanings.keySet());
    }
    return callers;
  }

  @Override public Set<String> words() {
    return simpleNames(meanings);
  }

  /** Simple names of all annotations that mean something. */
  public static Set<String> simpleNames() {
    return simpleNames(read());
  }

  private static Set<String> simpleNames(Map<String, AnnotationMeaning> meanings) {
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
      List<Effect> said = effects.of(method);
      if (!said.isEmpty()) {
        CallPattern call = new CallPattern(callee.owner(), callee.name(), callee.arity(), List.of());
        return Optional.of(new Row(call, said, "annotations of " + method.key().shortName() + "()", ORIGIN, 0));
      }
      if (callee.isConstructor()) {
        break;
      }
    }
    return Optional.empty();
  }
}
