package io.github.relinquish.tools.lsp.compile;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.summary.Course;
import io.github.relinquish.core.summary.Summaries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Resources that a method is given: in parameters, and in fields of its object. They are taken to be live when it begins. */
final class Givens {
  private final Summaries summaries;
  private final Map<String, Set<String>> kindsByType = new TreeMap<>();

  Givens(Summaries summaries) {
    this.summaries = summaries;
  }

  /**
   * One of them.
   *
   * @param origin where it comes from, in a developer's words
   */
  record Given(String name, Kind kind, String origin, Course.Sightings sightings, List<Leaving> exits) {}

  /**
   * All of a method.
   *
   * @param ended kinds that some call in the body may end, by the variable it is called with
   */
  List<Given> in(MethodShape method, FlowGraph graph, Map<Variable, Set<String>> ended) {
    List<Given> found = new ArrayList<>();
    int receivers = graph.hasThis() ? 1 : 0;
    for (int i = receivers; i < graph.parameters().size(); i++) {
      Variable parameter = graph.parameters().get(i);
      Port at = Port.argument(i - receivers);
      add(method, method.parameterNames().get(i - receivers), kinds(method.key(), parameter, at, ended), at, "given by the caller", found);
    }
    fields(graph, ended).forEach((name, read) -> {
      Port at = Port.RECEIVER.then(List.of(name));
      add(method, name, kinds(method.key(), read, at, ended), at, "kept in a field", found);
    });
    return found;
  }

  private void add(MethodShape method, String name, Set<String> kinds, Port at, String origin, List<Given> found) {
    for (String named : kinds) {
      Kind kind = summaries.rows().protocols().kind(named).orElseThrow();
      Course.entering(method.key(), kind, at, summaries).ifPresent(seen -> found.add(new Given(name, kind,
          origin + ", taken to be live when the method begins", seen,
          summaries.follow(method.key(), kind, Typestate.LIVE, List.of(at)).map(s -> s.exits()).orElse(List.of()))));
    }
  }

  /** Fields of the object at hand that the body reads, each with one of the variables that it is read into. */
  private static Map<String, Variable> fields(FlowGraph graph, Map<Variable, Set<String>> ended) {
    Map<String, Variable> fields = new LinkedHashMap<>();
    for (Block block : graph.blocks()) {
      for (Step step : block.steps()) {
        if (step instanceof Step.LoadField load && load.receiver().kind() == Variable.Kind.THIS) {
          Variable old = fields.putIfAbsent(load.field().name(), load.target());
          if (old != null && ended.containsKey(load.target())) {
            fields.put(load.field().name(), load.target());
          }
        }
      }
    }
    return fields;
  }

  /** Those whose own type can be released; of a bare handle, which has none, those that the body does release. */
  private Set<String> kinds(MethodKey method, Variable variable, Port at, Map<Variable, Set<String>> ended) {
    Set<String> kinds = kindsByType.computeIfAbsent(variable.type(), this::kindsOf);
    if (!kinds.isEmpty()) {
      return kinds;
    }
    Set<String> released = new TreeSet<>(ended.getOrDefault(variable, Set.of()));
    released.removeIf(name -> !summaries.releases(method, summaries.rows().protocols().kind(name).orElseThrow(), at));
    return released;
  }

  private Set<String> kindsOf(String type) {
    Set<String> kinds = new TreeSet<>();
    for (Row row : summaries.rows().protocols().rows()) {
      boolean isRelease = !row.call().matchesByName() && row.effects().stream().anyMatch(Effect.Release.class::isInstance);
      if (isRelease && summaries.hierarchy().isSubtype(type, row.call().owner())) {
        row.effects().stream().filter(Effect.Release.class::isInstance).map(Effect.Release.class::cast)
            .filter(release -> release.of().equals(Port.RECEIVER)).forEach(release -> kinds.addAll(release.kinds()));
      }
    }
    return kinds;
  }
}
