package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.Modifier;
import java.util.List;
import java.util.Set;

/** What the fields of an object hold before its constructor runs (JLS 4.12.5), as far as programs ask for it. */
final class NewObjects {
  private static final Set<String> ASKED_FOR = Set.of("boolean", "int", "long");

  private final Summaries summaries;

  NewObjects(Summaries summaries) {
    this.summaries = summaries;
  }

  /**
   * Names of the fields that are zero or false when the body is entered: none but in constructors that do not leave the work to another one
   * of the class. What somebody may fill behind the compiler's back is left out: it
   * bears an annotation.
   */
  List<String> zeroFields(FlowGraph graph) {
    MethodKey body = graph.method();
    if (!body.isConstructor() || !summaries.hierarchy().scopeOf(body).isOwn() || graph.steps().anyMatch(s -> isDelegation(s, body))) {
      return List.of();
    }
    return summaries.program().shapeOf(body.owner()).stream().flatMap(s -> s.fields().stream())
        .filter(NewObjects::isPlain).map(f -> f.key().name()).toList();
  }

  /** {@code this(..)}. */
  private static boolean isDelegation(Step step, MethodKey body) {
    return step instanceof Step.Invoke call && call.callee().isConstructor() && call.callee().owner().equals(body.owner())
        && call.receiver().filter(r -> r.kind() == Variable.Kind.THIS).isPresent();
  }

  private static boolean isPlain(FieldShape field) {
    return ASKED_FOR.contains(field.type()) && field.annotations().isEmpty()
        && !field.is(Modifier.STATIC) && !field.is(Modifier.FINAL);
  }
}
