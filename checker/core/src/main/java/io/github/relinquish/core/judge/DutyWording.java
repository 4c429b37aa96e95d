package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.summary.Acquisition;
import java.util.ArrayList;
import java.util.List;

/** Says where code does not do what its own annotations promise. */
final class DutyWording {
  private final Wording wording;

  DutyWording(Wording wording) {
    this.wording = wording;
  }

  /** A parameter that the method owns and does not release. */
  Finding owedByMethod(MethodShape method, String parameter, Kind kind, Leaving exit, Fingerprints fingerprints) {
    String message = kind.noun() + " '" + parameter + "' is annotated as owned by " + nameOf(method)
        + "(), which does not release it on every path; " + Advice.sentence(kind, Holder.named(parameter));
    return Wording.finding(kind.rule(), kind.leak(), exit.state(), method.site(), method.key(), kind, message,
        given(method, parameter, kind, exit, "the method ends, and '" + parameter + "' is still alive"), wording.beliefsOf(exit.state()),
        fingerprints.of(kind.rule(), kind.name(), method.key(), parameter), List.of());
  }

  /** A parameter that the caller owns and the method releases. */
  Finding releasedAllTheSame(MethodShape method, String parameter, Kind kind, Leaving exit, Fingerprints fingerprints) {
    String message = kind.noun() + " '" + parameter + "' is annotated as not owned by " + nameOf(method)
        + "(), which releases it all the same";
    return Wording.finding(RuleId.DOUBLE_RELEASE, RuleId.DOUBLE_RELEASE.severity(), exit.state(), method.site(), method.key(), kind,
        message, given(method, parameter, kind, exit, ""), wording.beliefsOf(exit.state()),
        fingerprints.of(RuleId.DOUBLE_RELEASE, kind.name(), method.key(), parameter), List.of());
  }

  /** A new resource that leaves as a result which callers are told not to release. */
  Finding lentThoughNew(Acquisition acquisition, Leaving exit, MethodShape method, Fingerprints fingerprints) {
    Kind kind = acquisition.kind();
    State state = exit.state();
    String message = Wording.resource(kind, Holder.named(state.name())) + " is the result of " + nameOf(method)
        + "(), which is annotated as not handing it over, and nothing else holds it";
    return Wording.finding(kind.rule(), kind.leak(), state, acquisition.site(), method.key(), kind, message,
        Wording.witness(state, exit.site(), "the method returns it, and nobody has to release it"), wording.beliefsOf(state),
        fingerprints.of(kind.rule(), kind.name(), method.key(), acquisition.call().callee().shortName()), List.of());
  }

  /** A field that callers are told to release although the class does. */
  Finding handedOutAndReleased(MethodShape method, String field, Kind kind, Fingerprints fingerprints) {
    String message = kind.noun() + " kept in field '" + field + "' is the result of " + nameOf(method)
        + "(), whose callers are told to release it, and is released by its class too";
    return plain(RuleId.DOUBLE_RELEASE, method, kind, message, method.site(), "'" + field + "' is returned",
        fingerprints.of(RuleId.DOUBLE_RELEASE, kind.name(), method.key(), field));
  }

  /** A field that the class does not own and releases. */
  Finding fieldReleasedAllTheSame(MethodShape by, String field, ClassShape shape, Kind kind, Fingerprints fingerprints) {
    String simple = shape.name().substring(Math.max(shape.name().lastIndexOf('.'), shape.name().lastIndexOf('$')) + 1);
    String message = kind.noun() + " kept in field '" + field + "' is annotated as not owned by " + simple + ", and "
        + nameOf(by) + "() releases it all the same";
    return plain(RuleId.DOUBLE_RELEASE, by, kind, message, by.site(), nameOf(by) + "() releases '" + field + "'",
        fingerprints.of(RuleId.DOUBLE_RELEASE, kind.name(), by.key(), field));
  }

  private static List<WitnessStep> given(MethodShape method, String parameter, Kind kind, Leaving exit, String end) {
    List<WitnessStep> steps = new ArrayList<>();
    steps.add(new WitnessStep(method.site(), method.key().name() + "() is given " + kind.noun() + " '" + parameter + "'", 0));
    steps.addAll(Wording.witness(exit.state(), exit.site(), end));
    return steps;
  }

  private static Finding plain(RuleId rule, MethodShape method, Kind kind, String message, Site site, String step, String fingerprint) {
    return new Finding(rule, rule.severity(), Confidence.CERTAIN, site, method.key(), kind.name(), message,
        List.of(new WitnessStep(site, step, 0)), List.of(), fingerprint, List.of());
  }

  private static String nameOf(MethodShape method) {
    return method.key().isConstructor() ? ClassNames.simple(method.key().owner()) : method.key().name();
  }
}
