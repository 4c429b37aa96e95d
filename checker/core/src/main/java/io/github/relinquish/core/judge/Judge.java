package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Relevance;
import io.github.relinquish.core.summary.Summaries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the methods of a class: follows every resource that begins in them and answers what goes wrong.
 *
 * <p>The findings of one class do not depend on which classes were judged before.
 */
public final class Judge {
  private final Summaries summaries;
  private final Bodies bodies;
  private final Wording wording;
  private final Relevance relevance;
  private final OwnerJudge owners;
  private final DutyJudge duties;
  private final HandOverJudge handOvers;
  private final IdleTestJudge idle;
  private final PromiseJudge promises;
  private final RenewalJudge renewals;
  private final ReturnedJudge returned;
  private final StaticJudge statics;

  public Judge(Summaries summaries) {
    this.summaries = summaries;
    this.wording = new Wording(summaries);
    this.bodies = new Bodies(summaries);
    this.relevance = summaries.relevance();
    this.duties = new DutyJudge(summaries, wording);
    this.handOvers = new HandOverJudge(summaries, bodies, wording);
    this.idle = new IdleTestJudge(summaries, bodies, wording);
    this.promises = new PromiseJudge(summaries, bodies, wording);
    this.renewals = new RenewalJudge(summaries, relevance, wording);
    FieldLosses fieldLosses = new FieldLosses(summaries, bodies, relevance);
    this.owners = new OwnerJudge(summaries, bodies, relevance, fieldLosses, wording);
    this.returned = new ReturnedJudge(summaries, fieldLosses, wording);
    this.statics = new StaticJudge(summaries, fieldLosses, wording);
  }

  /** All findings in a class, sorted, each once. */
  public List<Finding> findingsIn(ClassShape shape) {
    Map<String, Finding> found = new LinkedHashMap<>();
    Fingerprints fingerprints = new Fingerprints();
    Set<String> told = new HashSet<>();
    for (MethodShape method : shape.methods()) {
      if (!relevance.isRelevant(method.key())) {
        continue;
      }
      for (MethodKey body : bodies.of(method.key())) {
        judge(body, told, fingerprints).forEach(f -> add(f, found));
      }
    }
    duties.findingsIn(shape, fingerprints).forEach(f -> add(f, found));
    for (Finding kept : owners.findingsIn(shape, fingerprints)) {
      // What is released too early and the release that comes too late are two ends of one mistake.
      found.values().removeIf(f -> kept.rule() == RuleId.RELEASE_ORDER && f.rule() == kept.rule()
          && f.witness().stream().limit(1).anyMatch(w -> w.site().equals(kept.site())));
      add(kept, found);
    }
    returned.findingsIn(shape, fingerprints).forEach(f -> add(f, found));
    statics.findingsIn(shape, fingerprints).forEach(f -> add(f, found));
    renewals.findingsIn(shape, fingerprints).forEach(f -> add(f, found));
    idle.findingsIn(shape, List.copyOf(found.values()), fingerprints).forEach(f -> add(f, found));
    promises.findingsIn(shape, keptForever(found), fingerprints).forEach(f -> add(f, found));
    handOvers.findingsIn(shape, keptForever(found), fingerprints).forEach(f -> add(f, found));
    return found.values().stream().sorted().toList();
  }

  /** Fields that are reported already, where what they keep was acquired. */
  private static Set<String> keptForever(Map<String, Finding> found) {
    return found.values().stream().filter(Judge::isKeptForever).map(f -> f.repairs().get(0).resource()).collect(Collectors.toSet());
  }

  /** The findings of several classes, each once: a class and the one around it may both see what begins in the inner one. */
  public static List<Finding> eachOnce(List<Finding> findings) {
    Map<String, Finding> found = new LinkedHashMap<>();
    findings.forEach(f -> add(f, found));
    Map<Site, List<Finding>> kept = found.values().stream().filter(Judge::isKeptForever).collect(Collectors.groupingBy(Finding::site));
    return found.values().stream().filter(f -> !isKeptForever(f) || f.witness().stream()
        .flatMap(step -> kept.getOrDefault(step.site(), List.of()).stream()).noneMatch(inner -> leadsTo(f, inner))).toList();
  }

  private static boolean isKeptForever(Finding finding) {
    return finding.repairs().stream().anyMatch(r -> r.shape() == Repair.Shape.RELEASE_IN_OWNER);
  }

  /** Whether one finding tells of a call on whose way another one's resource is acquired, and not the other way round, to be kept in the same field. */
  private static boolean leadsTo(Finding call, Finding inner) {
    return call.rule() == inner.rule() && call.kind().equals(inner.kind()) && !call.site().equals(inner.site())
        && call.repairs().get(0).resource().equals(inner.repairs().get(0).resource())
        && inner.witness().stream().noneMatch(w -> w.site().equals(call.site()));
  }

  /** One finding a rule and place, for leaks one a kind; the one that is more certain, then the one that was found first. */
  private static void add(Finding finding, Map<String, Finding> found) {
    boolean isOneCall = finding.rule() == RuleId.USE_AFTER_RELEASE || finding.rule() == RuleId.DOUBLE_RELEASE;
    String key = finding.rule() + " " + finding.site() + (isOneCall ? "" : " " + finding.kind());
    Finding old = found.get(key);
    boolean isBetter = old == null || finding.confidence().compareTo(old.confidence()) > 0;
    if (isBetter) {
      found.put(key, finding);
    }
  }

  private List<Finding> judge(MethodKey body, Set<String> told, Fingerprints fingerprints) {
    List<Finding> found = new ArrayList<>();
    for (Acquisition acquisition : summaries.acquisitionsIn(body, Map.of())) {
      if (isOwnOpening(acquisition, body)) {
        continue;
      }
      if (acquisition.isOwned() && acquisition.kind().leak() != Severity.NONE) {
        List<Loss> losses = new ArrayList<>(Losses.of(acquisition, body));
        losses.addAll(neverReverted(acquisition, body));
        losses.removeIf(l -> isGivenBack(acquisition) || returned.isToldInCallee(acquisition)
            || l.how() == Loss.How.RETURNS && (isForCallers(acquisition, body) || summaries.isEndedByClosure(l.state(), body)));
        Losses.worst(losses).ifPresent(loss ->
            found.add(wording.leak(loss, acquisition, body, fingerprints)));
      }
      for (Misuse misuse : acquisition.journal().misuses()) {
        boolean isOneMistake = misuse.rule() == RuleId.RELEASE_ORDER && misuse.isInnerFault();
        if (!isHarmless(misuse, body) && (!isOneMistake || told.add(misuse.inner() + " " + acquisition.kind().name()))) {
          found.add(wording.misuse(misuse, acquisition, body, fingerprints));
        }
      }
    }
    return found;
  }

  /** A release behind an acquisition that has thrown goes wrong by throwing: no harm where somebody is ready for that. */
  private boolean isHarmless(Misuse misuse, MethodKey body) {
    return misuse.state().typestate() == Typestate.FAILED && (!misuse.inner().equals(misuse.site())
        || summaries.layoutOf(body).orElseThrow().graph().blocks().stream().anyMatch(b -> b.handlers().stream().anyMatch(h -> !h.takesAll())
            && b.steps().stream().anyMatch(s -> s.site().equals(misuse.site()))));
  }

  /** An opening method that an object calls on itself fills a field of the object: that is the owner's affair, not this body's. */
  private boolean isOwnOpening(Acquisition acquisition, MethodKey body) {
    boolean isOnItself = acquisition.call().receiver().filter(r -> r.kind() == Variable.Kind.THIS).isPresent();
    boolean isBare = acquisition.call().target().index() < 0 && acquisition.call().arguments().isEmpty();
    return isOnItself && !acquisition.isDirect() && !body.isConstructor() && !acquisition.kind().isThreadBound()
        && (isBare || owners.isKeptBy(acquisition));
  }

  /** A constructor puts the thread into a state for its object to end, and no method of the object does. */
  private List<Loss> neverReverted(Acquisition acquisition, MethodKey body) {
    if (!acquisition.kind().isThreadBound() || !body.isConstructor()
        || !summaries.ownership().endersOfThread(body.owner(), acquisition.kind()).isEmpty()) {
      return List.of();
    }
    return acquisition.journal().leavings().stream()
        .filter(e -> e.isNormal() && e.state().isLive())
        .map(e -> new Loss(e.state(), e.site(), Loss.How.RETURNS, ""))
        .toList();
  }

  /** One method puts the thread into a state and another of the class ends it: those who call the first owe a call of the second. */
  private boolean isForCallers(Acquisition acquisition, MethodKey body) {
    return acquisition.kind().isThreadBound() && !body.isConstructor()
        && summaries.ownership().endersOfThread(body.owner(), acquisition.kind()).stream()
            .anyMatch(m -> !m.equals(body) && summaries.acquisitionsIn(m, Map.of()).stream().allMatch(Judge::isGivenBack)
                && (isPrivate(body) || !isPrivate(m)));
  }

  /** A thread gets something from elsewhere, and no way ends that: it may well be what the thread had before. */
  private static boolean isGivenBack(Acquisition acquisition) {
    return acquisition.kind().isThreadBound() && acquisition.isGuess() && !acquisition.journal().isEnded();
  }

  private boolean isPrivate(MethodKey method) {
    return summaries.hierarchy().declaration(method).filter(m -> m.is(Modifier.PRIVATE)).isPresent();
  }
}
