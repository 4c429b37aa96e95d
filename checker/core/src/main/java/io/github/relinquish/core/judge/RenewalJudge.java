package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Ownership;
import io.github.relinquish.core.summary.Relevance;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges methods that put a new resource into a field after a look at the one that is there, or in the place of the one they were given or got from another object, of a kind that classes may keep for good:
 * what is renewed is to be released first, or behind.
 *
 * <p>What a class must release in any case is the affair of {@link OwnerJudge}.
 */
final class RenewalJudge {
  /** How many fields may lead to what is renewed: it may be kept by a part of the object. */
  private static final int DEPTH = 2;

  private final Summaries summaries;
  private final Relevance relevance;
  private final Wording wording;

  RenewalJudge(Summaries summaries, Relevance relevance, Wording wording) {
    this.summaries = summaries;
    this.relevance = relevance;
    this.wording = wording;
  }

  List<Finding> findingsIn(ClassShape shape, Fingerprints fingerprints) {
    List<Finding> found = new ArrayList<>();
    for (MethodShape method : shape.methods()) {
      if (!method.is(Modifier.STATIC) && !method.key().isConstructor() && relevance.isRelevant(method.key())) {
        renewedBy(method.key()).forEach((field, kind) -> judge(method.key(), field, kind, fingerprints, found));
        renewedParameters(method, fingerprints, found);
        renewedProperties(method, fingerprints, found);
      }
    }
    return found;
  }

  /** Parameters that are given something new, which stays, while what the caller passed is left as it was. */
  private void renewedParameters(MethodShape method, Fingerprints fingerprints, List<Finding> found) {
    Optional<Kind> renewed = summaries.acquisitionsIn(method.key(), Map.of()).stream()
        .filter(a -> isNew(a) && stays(a)).map(Acquisition::kind).findFirst();
    List<String> types = method.key().parameterTypes();
    for (int i = 0; i < types.size() && renewed.isPresent(); i++) {
      Port port = Port.argument(i);
      String name = method.parameterNames().get(i);
      Kind kind = renewed.get();
      if (summaries.rows().kinds().ofType(types.get(i)).filter(kind::equals).isPresent() && !isReleased(follow(method.key(), kind, port))) {
        summaries.layoutOf(method.key()).orElseThrow().graph().steps()
            .filter(s -> s.target().kind() == Variable.Kind.PARAMETER && s.target().name().equals(name)).findFirst()
            .ifPresent(s -> found.add(wording.renewedParameter(method, s.site(), name, kind, fingerprints)));
      }
    }
  }

  /** Properties of other objects that are read and then given something new. */
  private void renewedProperties(MethodShape method, Fingerprints fingerprints, List<Finding> found) {
    summaries.acquisitionsIn(method.key(), Map.of()).stream().filter(RenewalJudge::isNew).map(Acquisition::kind).findFirst().ifPresent(kind -> {
      FlowGraph graph = summaries.layoutOf(method.key()).orElseThrow().graph();
      Property.in(graph, type -> summaries.rows().kinds().ofType(type).filter(kind::equals).isPresent(), (p, uses) -> p.isOfAnother()).stream()
          .filter(p -> summaries.ownership().careOfAnswer(method.key(), p.getter().callee(), kind) == Ownership.Care.NONE)
          .forEach(p -> found.add(wording.renewedProperty(method, p, kind, fingerprints)));
    });
  }

  /** Of a kind that is renewed, and not what another method of the same object renews. */
  private static boolean isNew(Acquisition acquisition) {
    boolean isOnItself = acquisition.call().target().index() < 0
        && acquisition.call().receiver().filter(r -> r.kind() == Variable.Kind.THIS).isPresent();
    Kind kind = acquisition.kind();
    return acquisition.isOwned() && kind.isOwedByObjects() && !kind.heldByFields() && (acquisition.isDirect() || !isOnItself);
  }

  private static boolean stays(Acquisition acquisition) {
    return acquisition.exits().stream().anyMatch(e -> e.isNormal() && e.state().isLive()
        && Exits.holdersOf(e).stream().anyMatch(p -> !p.path().isEmpty()));
  }

  private Summary follow(MethodKey body, Kind kind, Port port) {
    return summaries.follow(body, kind, Typestate.LIVE, List.of(port)).orElseThrow();
  }

  private static boolean isReleased(Summary summary) {
    return summary.exits().stream().anyMatch(e -> e.state().isReleased())
        || summary.losses().stream().anyMatch(l -> l.state().isReleased());
  }

  /** Fields that hold something new at an exit of a body that read them. */
  private Map<List<String>, Kind> renewedBy(MethodKey body) {
    Map<List<String>, Kind> renewed = new LinkedHashMap<>();
    for (Acquisition acquisition : summaries.acquisitionsIn(body, Map.of())) {
      Kind kind = acquisition.kind();
      if (isNew(acquisition)) {
        acquisition.exits().stream().filter(e -> e.isNormal() && e.state().isLive()).flatMap(e -> Exits.holdersOf(e).stream())
            .filter(p -> p.root() == Port.Root.RECEIVER && !p.path().isEmpty() && p.path().size() <= DEPTH
                && p.path().stream().noneMatch(Port::isElement) && looksAt(body, p, kind))
            .forEach(p -> renewed.putIfAbsent(p.path(), kind));
      }
    }
    return renewed;
  }

  /** Whether a body reads the field, itself or by a getter, before it sets it. */
  private boolean looksAt(MethodKey body, Port field, Kind kind) {
    FlowGraph graph = summaries.layoutOf(body).orElseThrow().graph();
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    Set<Integer> seen = new TreeSet<>(work);
    while (!work.isEmpty()) {
      Block block = graph.blocks().get(work.poll());
      List<Step> before = block.steps().stream().takeWhile(s -> !sets(s, field)).toList();
      if (before.stream().anyMatch(s -> reads(s, field, kind))) {
        return true;
      }
      if (before.size() == block.steps().size()) {
        block.end().successors().stream().filter(seen::add).forEach(work::add);
      }
    }
    return false;
  }

  private static boolean sets(Step step, Port field) {
    return step instanceof Step.StoreField store && store.field().name().equals(lastOf(field));
  }

  private boolean reads(Step step, Port field, Kind kind) {
    return step instanceof Step.LoadField load && load.field().name().equals(lastOf(field))
        || step instanceof Step.Invoke call && isOnItself(call) && answers(call.callee(), field, kind);
  }

  private static String lastOf(Port field) {
    return field.path().get(field.path().size() - 1);
  }

  private static boolean isOnItself(Step.Invoke call) {
    return call.arguments().isEmpty() && call.receiver().filter(r -> r.kind() == Variable.Kind.THIS).isPresent();
  }

  private boolean answers(MethodKey getter, Port field, Kind kind) {
    return summaries.follow(getter, kind, Typestate.LIVE, List.of(field)).stream().flatMap(s -> s.exits().stream())
        .anyMatch(e -> Exits.holdersOf(e).contains(Port.RESULT));
  }

  private void judge(MethodKey body, List<String> path, Kind kind, Fingerprints fingerprints, List<Finding> found) {
    Summary summary = follow(body, kind, new Port(Port.Root.RECEIVER, -1, path));
    if (!isReleased(summary)) {
      Losses.worst(summary.losses().stream().filter(l -> l.how().isAssignment()).toList()).ifPresent(loss ->
          found.add(wording.lostFromField(loss, kind, body, path, List.of(), body, fingerprints)));
    }
  }
}
