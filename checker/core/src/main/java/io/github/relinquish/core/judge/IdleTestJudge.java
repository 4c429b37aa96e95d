package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.program.Outline;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.TypeKinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges tests for null of a resource after which nothing happens, but that it may be forgotten: {@code if (context != null) { context =
 * null; }}. The release that somebody wrote the test for is missing. The same holds of a property of another object that is read and then set to null.
 *
 * <p>Only where the method does nothing else with the resource: a test that guards nothing beside a release elsewhere is no leak.
 */
final class IdleTestJudge {
  private final Summaries summaries;
  private final Bodies bodies;
  private final Wording wording;
  private final TypeKinds kinds;

  IdleTestJudge(Summaries summaries, Bodies bodies, Wording wording) {
    this.summaries = summaries;
    this.bodies = bodies;
    this.wording = wording;
    this.kinds = summaries.rows().kinds();
  }

  /** @param reported findings that are there already: what they mend needs no second one in the same lines */
  List<Finding> findingsIn(ClassShape shape, Collection<Finding> reported, Fingerprints fingerprints) {
    Set<String> fields = new TreeSet<>();
    shape.fields().stream().filter(f -> owedBy(f.type()).isPresent()).map(f -> f.key().name()).forEach(fields::add);
    List<Finding> found = new ArrayList<>();
    for (MethodShape method : shape.methods()) {
      if (!method.is(Modifier.ABSTRACT) && !method.is(Modifier.SYNTHETIC) && mayHave(method, fields)) {
        for (MethodKey body : bodies.of(method.key())) {
          FlowGraph graph = summaries.layoutOf(body).orElseThrow().graph();
          inBody(method, graph, reported, fingerprints, found);
          releasedBy(method).ifPresent(kind -> inRelease(method, kind, graph, fingerprints, found));
          EmptiedProperty.in(graph, type -> owedBy(type).isPresent(), summaries.rows()::isRelease).forEach(property ->
              found.add(wording.emptiedProperty(method, property, owedBy(property.getter().callee().returnType()).orElseThrow(), fingerprints)));
        }
      }
    }
    return found;
  }

  /** Whoever passes what is owed is told, unless it is of a kind that may be kept for good; of methods that promise a release {@link PromiseJudge} tells. */
  private boolean isToldElsewhere(MethodShape method, IdleTest test) {
    return summaries.rows().words().promiseArguments(method.key().name()) || owedBy(test.type()).filter(Kind::heldByFields).isPresent();
  }

  private Optional<Kind> owedBy(String type) {
    return kinds.ofType(type).filter(Kind::isOwedByObjects);
  }

  /** The cheap question: whether a value of such a type is at hand at all. */
  private boolean mayHave(MethodShape method, Set<String> fields) {
    Optional<Outline> outline = summaries.program().outlineOf(method.key());
    return outline.isEmpty() || releasedBy(method).isPresent()
        || method.key().parameterTypes().stream().anyMatch(t -> owedBy(t).isPresent())
        || outline.get().fields().stream().anyMatch(fields::contains)
        || outline.get().calls().stream().anyMatch(c -> owedBy(c.callee().returnType()).isPresent());
  }

  private void inBody(MethodShape method, FlowGraph graph, Collection<Finding> reported, Fingerprints fingerprints, List<Finding> found) {
    Set<String> told = new TreeSet<>();
    for (Block block : graph.blocks()) {
      if (block.end() instanceof End.Branch branch) {
        IdleTest.in(graph, block, branch, type -> owedBy(type).isPresent())
            .filter(test -> !begins(test) && !isNeverFilled(test) && !isToldBy(reported, test, graph))
            .filter(test -> !(test.isParameter() && isToldElsewhere(method, test)) && told.add(test.name()))
            .ifPresent(test -> found.add(wording.idleTest(
                method, branch.site(), test, owedBy(test.type()).orElseThrow(), fingerprints)));
      }
    }
  }

  /** What the method itself releases, by the rows of its API: the object that it is called on. */
  private Optional<Kind> releasedBy(MethodShape method) {
    boolean isRelease = method.key().arity() == 0 && summaries.rows().isRelease(method.key());
    return isRelease ? owedBy(method.key().owner()) : Optional.empty();
  }

  /** What the object is made of is given back by no type's word, but by being asked for in its releasing method: {@code if (memory != null) memory = null;}. */
  private void inRelease(MethodShape method, Kind kind, FlowGraph graph, Fingerprints fingerprints, List<Finding> found) {
    for (Block block : graph.blocks()) {
      if (block.end() instanceof End.Branch branch) {
        IdleTest.in(graph, block, branch, type -> owedBy(type).isEmpty() && isWorthReleasing(type))
            .filter(test -> test.isField() && test.isEmptied() && !isNeverFilled(test))
            .ifPresent(test -> found.add(wording.idleRelease(method, branch.site(), test, kind, fingerprints)));
      }
    }
  }

  /** Not what the platform itself collects. */
  private boolean isWorthReleasing(String type) {
    return summaries.program().scopeOf(type).filter(s -> s != Scope.PLATFORM).isPresent();
  }

  private static boolean isToldBy(Collection<Finding> reported, IdleTest test, FlowGraph graph) {
    Set<Integer> lines = graph.steps().map(s -> s.site().line()).collect(Collectors.toSet());
    return reported.stream().flatMap(f -> f.repairs().stream())
        .anyMatch(r -> r.resource().equals(test.name()) && lines.contains(r.at().line()));
  }

  /** A field that nobody puts anything into holds nothing that could be lost. */
  private boolean isNeverFilled(IdleTest test) {
    return test.isField() && test.fields().stream().allMatch(f -> summaries.ownership().fields().isNeverFilled(f.owner(), f.name()));
  }

  /** What begins in this very method is followed from there. */
  private boolean begins(IdleTest test) {
    return test.calls().stream().flatMap(c -> summaries.rows().rowsFor(c, "").stream()).flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Begin);
  }
}
