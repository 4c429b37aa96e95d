package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.summary.AnnotationRows;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.ReleaseWords;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import io.github.relinquish.core.summary.TypeKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges methods that promise a release by their name or by what they override, and do not keep it: the resource came from elsewhere,
 * so nothing is acquired that could be followed.
 *
 * <p>A field is reported only where nobody else releases it and the method itself shows that the field is its affair: it reads or sets
 * it, releases another field, is called like the call that is missing, or is the releasing method of a wrapper around the same kind.
 */
final class PromiseJudge {
  private final Summaries summaries;
  private final Bodies bodies;
  private final Wording wording;
  private final TypeKinds kinds;
  private final ReleaseWords words;
  private final OwedFields owed;

  PromiseJudge(Summaries summaries, Bodies bodies, Wording wording) {
    this.summaries = summaries;
    this.bodies = bodies;
    this.wording = wording;
    this.kinds = summaries.rows().kinds();
    this.words = summaries.rows().words();
    this.owed = new OwedFields(summaries);
  }

  /** @param reported fields that need no second finding */
  List<Finding> findingsIn(ClassShape shape, Set<String> reported, Fingerprints fingerprints) {
    List<MethodShape> promising = shape.methods().stream().filter(this::promises).toList();
    List<Finding> found = new ArrayList<>();
    Map<String, Kind> fields = owed.fieldsOf(shape);
    Map<String, Kind> open = new TreeMap<>(fields);
    open.keySet().removeAll(reported);
    open.forEach((field, kind) -> promising.stream()
        .filter(m -> !m.is(Modifier.STATIC) && isItsAffair(m, field, fields))
        .findFirst()
        .or(() -> lastWord(shape).filter(m -> isWorkedWith(shape, field)))
        .filter(m -> owed.isNobodys(shape, field, kind))
        .ifPresent(m -> found.add(wording.forgottenField(m, siteOf(m), field, kind, fingerprints))));
    promising.forEach(m -> forgottenValues(m, fingerprints, found));
    shape.methods().stream().filter(this::promisesArgument).forEach(m -> forgottenParameters(m, fingerprints, found));
    return found;
  }

  /** The first place in the body: class files know no other. An empty one has none. */
  private Site siteOf(MethodShape method) {
    return summaries.layoutOf(method.key()).stream().flatMap(l -> l.graph().steps()).map(Step::site)
        .filter(s -> s.line() > 0).min(Site::compareTo).orElse(method.site());
  }

  private boolean promises(MethodShape method) {
    return isWritten(method) && words.begin(method.key().name());
  }

  /** What a method is given to release it may be called after its verb, too: {@code safeDispose(client)}. */
  private boolean promisesArgument(MethodShape method) {
    return isWritten(method) && words.promiseArguments(method.key().name());
  }

  private static boolean isWritten(MethodShape method) {
    return !method.is(Modifier.ABSTRACT) && !method.is(Modifier.SYNTHETIC) && !method.key().isConstructor();
  }

  private boolean isItsAffair(MethodShape method, String field, Map<String, Kind> fields) {
    boolean isWrapper = method.key().arity() == 0 && summaries.rows().isRelease(method.key())
        && kinds.ofType(method.key().owner()).filter(k -> k.rule() == fields.get(field).rule()).isPresent();
    boolean isNamesake = method.key().arity() == 0 && words.isNamesake(method.key().name(), fields.get(field));
    return isWrapper || isNamesake || bodies.of(method.key()).stream().anyMatch(b -> reads(b, field))
        || releasesAnother(method, field, fields);
  }

  /** What ends the object: a method without arguments that is called like a release and nothing else, or a callback that tells the end. */
  private Optional<MethodShape> lastWord(ClassShape shape) {
    return shape.methods().stream()
        .filter(m -> !m.is(Modifier.PRIVATE) && !m.is(Modifier.STATIC) && !m.is(Modifier.ABSTRACT) && !m.is(Modifier.SYNTHETIC))
        .filter(m -> m.key().arity() == 0 && words.isBare(m.key().name())
            || words.tellsEnd(m.key().name()) && summaries.hierarchy().declarations(m.key()).size() > 1)
        .findFirst();
  }

  /** Whether the class does different things with what is in the field, and does not merely look through it in one direction. */
  private boolean isWorkedWith(ClassShape shape, String field) {
    Set<String> calls = new TreeSet<>();
    for (MethodShape method : shape.methods()) {
      for (MethodKey body : bodies.of(method.key())) {
        FlowGraph graph = summaries.layoutOf(body).orElseThrow().graph();
        Uses uses = new Uses(graph);
        Set<Variable> loaded = graph.steps().filter(s -> s instanceof Step.LoadField load && load.field().name().equals(field))
            .flatMap(s -> uses.copiesOf(s.target()).stream()).collect(Collectors.toSet());
        graph.steps().filter(s -> s instanceof Step.Invoke call && call.receiver().filter(loaded::contains).isPresent())
            .forEach(s -> calls.add(((Step.Invoke) s).callee().name()));
      }
    }
    return calls.size() > 1;
  }

  private boolean reads(MethodKey body, String field) {
    return summaries.layoutOf(body).orElseThrow().graph().steps()
        .anyMatch(s -> s instanceof Step.LoadField load && load.field().name().equals(field)
            || s instanceof Step.StoreField store && store.field().name().equals(field));
  }

  private boolean releasesAnother(MethodShape method, String field, Map<String, Kind> fields) {
    return fields.entrySet().stream()
        .filter(e -> !e.getKey().equals(field))
        .anyMatch(e -> summaries.releases(method.key(), e.getValue(), new Port(Port.Root.RECEIVER, -1, List.of(e.getKey()))));
  }

  private void forgottenParameters(MethodShape method, Fingerprints fingerprints, List<Finding> found) {
    List<String> types = method.key().parameterTypes();
    for (int i = 0; i < types.size(); i++) {
      Optional<Kind> kind = kinds.ofNamedType(types.get(i)).filter(Kind::isOwedByObjects);
      boolean isSaid = summaries.rows().annotations().dutyOf(method, i) != AnnotationRows.Duty.UNSAID;
      if (kind.isPresent() && !isSaid && !isHook(method) && isUntouched(method, Port.argument(i), kind.get())) {
        found.add(wording.forgottenParameter(method, siteOf(method), method.parameterNames().get(i), kind.get(), fingerprints));
      }
    }
  }

  /** What the method makes or gets from elsewhere, and does nothing with. */
  private void forgottenValues(MethodShape method, Fingerprints fingerprints, List<Finding> found) {
    summaries.layoutOf(method.key()).ifPresent(layout ->
        UntouchedValue.in(layout.graph(), type -> kinds.ofType(type).filter(Kind::isOwedByObjects)).forEach(value ->
            found.add(wording.forgottenValue(method, value, fingerprints))));
  }

  /** Whether every path through the method leaves the resource alive and where it was. */
  private boolean isUntouched(MethodShape method, Port port, Kind kind) {
    Optional<Summary> summary = summaries.follow(method.key(), kind, Typestate.LIVE, List.of(port));
    List<Leaving> ends = summary.map(s -> s.exits().stream().filter(Leaving::isNormal).toList()).orElse(List.of());
    return !ends.isEmpty() && ends.stream()
        .allMatch(e -> e.state().isFollowing() && e.state().isLive() && Exits.holdersOf(e).stream().allMatch(port::equals));
  }

  /** An empty method that others override. */
  private boolean isHook(MethodShape method) {
    boolean isClosed = method.is(Modifier.PRIVATE) || method.is(Modifier.STATIC) || method.is(Modifier.FINAL);
    return !isClosed && summaries.layoutOf(method.key()).stream()
        .flatMap(l -> l.graph().blocks().stream())
        .allMatch(b -> b.steps().stream().noneMatch(s -> s instanceof Step.Invoke) && !(b.end() instanceof End.Branch));
  }
}
