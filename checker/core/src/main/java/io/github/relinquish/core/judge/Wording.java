package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.summary.Acquisition;
import java.util.ArrayList;
import java.util.List;

/** Puts findings into words that make sense to someone who has never heard of typestate. */
final class Wording {
  Finding leak(Loss loss, Acquisition acquisition, MethodKey body, Fingerprints fingerprints) {
    Kind kind = acquisition.kind();
    State state = loss.state();
    String message = resource(kind, state) + " is not released " + when(loss) + "; call " + release(kind, state);
    return finding(kind.rule(), kind.leak(), state, acquisition.site(), body, kind, message,
        witness(state, loss.site(), end(loss)),
        fingerprints.of(kind.rule(), kind.name(), body, acquisition.call().callee().shortName()),
        Mending.leak(acquisition, body, state.name(), release(kind, state)));
  }

  Finding misuse(Misuse misuse, Acquisition acquisition, MethodKey body, Fingerprints fingerprints) {
    Kind kind = acquisition.kind();
    State state = misuse.state();
    String message = resource(kind, state) + " " + fault(misuse, kind, state);
    return finding(misuse.rule(), misuse.severity(), state, misuse.site(), body, kind, message,
        witness(state, misuse.site(), misuse.call() + " is called"),
        fingerprints.of(misuse.rule(), kind.name(), body, misuse.call()),
        repairs(misuse, kind, state));
  }

  /** A resource that stays in a field which nobody releases. */
  Finding keptForever(Acquisition acquisition, Leaving exit, MethodKey body, ClassShape owner, List<String> path,
      Fingerprints fingerprints) {
    Kind kind = acquisition.kind();
    State state = exit.state();
    String field = field(path);
    String message = resource(kind, state) + " is kept in field '" + field + "' and no method of "
        + simple(owner.name()) + " releases it; add one that calls " + kind.releaseOf(field);
    return finding(kind.rule(), kind.leak(), state, acquisition.site(), body, kind, message,
        witness(state, exit.site(), "it stays in field '" + field + "', which nothing releases"),
        fingerprints.of(kind.rule(), kind.name(), body, acquisition.call().callee().shortName()),
        List.of(new Repair(Repair.Shape.RELEASE_IN_OWNER, field, kind.releaseOf(field), acquisition.site())));
  }

  /** A method of the owner loses what an earlier call left in a field. */
  Finding lostFromField(Loss loss, Kind kind, MethodKey method, List<String> path, List<Acquisition> begun, MethodKey begunIn,
      Fingerprints fingerprints) {
    String field = field(path);
    boolean isElement = path.stream().anyMatch(p -> p.startsWith("["));
    String message = kind.noun() + " kept in " + (isElement ? "'" + field + "'" : "field '" + field + "'")
        + " is not released when " + method.name() + "() " + lostHow(loss, isElement) + line(loss.site())
        + "; call " + (isElement ? kind.bareRelease() : kind.releaseOf(field)) + " first";
    List<WitnessStep> steps = new ArrayList<>();
    begun.forEach(a -> steps.add(new WitnessStep(a.site(), kind.noun() + " acquired by "
        + a.call().callee().shortName() + "() and kept in '" + field + "'", 0)));
    steps.addAll(witness(loss.state(), loss.site(), "'" + field + "' loses it in " + method.name() + "()"));
    Site site = begun.isEmpty() ? OwnerJudge.siteOf(loss) : begun.get(0).site();
    String callee = begun.isEmpty() ? field : begun.get(0).call().callee().shortName();
    return finding(kind.rule(), kind.leak(), loss.state(), site, begun.isEmpty() ? method : begunIn, kind, message, steps,
        fingerprints.of(kind.rule(), kind.name(), method, callee),
        List.of(new Repair(Repair.Shape.RELEASE_BEFORE, field, kind.releaseOf(field), loss.site())));
  }

  /** A body does not do what the annotation of its parameter says. */
  Finding brokenPromise(MethodShape method, String parameter, Kind kind, Leaving exit, boolean isOwed,
      Fingerprints fingerprints) {
    RuleId rule = isOwed ? kind.rule() : RuleId.DOUBLE_RELEASE;
    String message = isOwed
        ? kind.noun() + " '" + parameter + "' is annotated as owned by " + method.key().name()
            + "(), which does not release it on every path; call " + kind.releaseOf(parameter)
        : kind.noun() + " '" + parameter + "' is annotated as not owned by " + method.key().name()
            + "(), which releases it all the same";
    return finding(rule, isOwed ? kind.leak() : rule.severity(), exit.state(), method.site(), method.key(), kind, message,
        witness(exit.state(), exit.site(), isOwed ? "the method ends, and '" + parameter + "' is still alive" : ""),
        fingerprints.of(rule, kind.name(), method.key(), parameter), List.of());
  }

  /** A method that is there to release a field's resource does not, and nobody else does. */
  Finding forgottenField(MethodShape method, String field, Kind kind, Fingerprints fingerprints) {
    String owner = simple(method.key().owner());
    String message = kind.noun() + " kept in field '" + field + "' is not released by " + method.key().name() + "(), nor by any other method of "
        + owner + "; call " + kind.releaseOf(field);
    return promise(method, kind, message, "field '" + field + "' may hold a " + kind.noun() + " when " + method.key().name() + "() is called",
        field, fingerprints, List.of(new Repair(Repair.Shape.RELEASE_IN_OWNER, field, kind.releaseOf(field), method.site())));
  }

  /** A method whose name promises that it releases its argument does not. */
  Finding forgottenParameter(MethodShape method, String parameter, Kind kind, Fingerprints fingerprints) {
    String message = kind.noun() + " '" + parameter + "' is not released by " + method.key().name()
        + "(), whatever its name says; call " + kind.releaseOf(parameter);
    return promise(method, kind, message, "'" + parameter + "' is handed to " + method.key().name() + "()", parameter, fingerprints, List.of());
  }

  private static Finding promise(MethodShape method, Kind kind, String message, String start, String name, Fingerprints fingerprints,
      List<Repair> repairs) {
    List<WitnessStep> witness = List.of(new WitnessStep(method.site(), start, 0),
        new WitnessStep(method.site(), "every path through " + method.key().name() + "() leaves it alive", 0));
    return new Finding(kind.rule(), kind.leak(), Confidence.LIKELY, method.site(), method.key(), kind.name(), message, witness, List.of(),
        fingerprints.of(kind.rule(), kind.name(), method.key(), name), repairs);
  }

  private static String lostHow(Loss loss, boolean isElement) {
    return switch (loss.how()) {
      case OVERWRITTEN, REFILLED, SET -> "assigns it again";
      case ACQUIRED_AGAIN -> "acquires into it once more";
      default -> isElement ? "drops it" : "loses it";
    };
  }

  /** A method of the owner misuses what an earlier call left in a field. */
  Finding misuseOfField(Misuse misuse, Kind kind, MethodKey method, List<String> path, Fingerprints fingerprints) {
    State state = misuse.state();
    String field = field(path);
    String message = kind.noun() + " kept in '" + field + "' " + fault(misuse, kind, state);
    return finding(misuse.rule(), misuse.severity(), state, misuse.site(), method, kind, message,
        witness(state, misuse.site(), misuse.call() + " is called while '" + field + "' holds it"),
        fingerprints.of(misuse.rule(), kind.name(), method, misuse.call()), List.of());
  }

  private static String field(List<String> path) {
    return String.join(".", path.stream().filter(p -> !p.startsWith("[")).toList());
  }

  private static String simple(String className) {
    return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  private static List<Repair> repairs(Misuse misuse, Kind kind, State state) {
    String release = release(kind, state);
    return switch (misuse.rule()) {
      case DOUBLE_RELEASE -> List.of(new Repair(Repair.Shape.REMOVE_CALL, state.name(), release, misuse.site()));
      case RELEASE_ORDER, PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED ->
          List.of(new Repair(Repair.Shape.MOVE_CALL_DOWN, state.name(), release, misuse.site()));
      case USE_AFTER_RELEASE -> List.of(new Repair(Repair.Shape.MOVE_RELEASE_DOWN, state.name(), release, misuse.site()));
      default -> List.of();
    };
  }

  Finding finding(RuleId rule, Severity severity, State state, Site site, MethodKey body, Kind kind, String message,
      List<WitnessStep> witness, String fingerprint, List<Repair> repairs) {
    Severity reported = severity == Severity.NONE ? rule.severity() : severity;
    return new Finding(rule, reported, state.isGuess() ? Confidence.LIKELY : Confidence.CERTAIN, site, body, kind.name(),
        message, witness, List.of(), fingerprint, repairs);
  }

  static String resource(Kind kind, State state) {
    return state.name().isEmpty() ? kind.noun() : kind.noun() + " '" + state.name() + "'";
  }

  static String release(Kind kind, State state) {
    return state.name().isEmpty() ? kind.bareRelease() : kind.releaseOf(state.name());
  }

  /** The trail, and the end of the story behind it unless the trail tells it already. */
  static List<WitnessStep> witness(State state, Site site, String end) {
    List<WitnessStep> steps = new ArrayList<>(state.trail().steps());
    if (!end.isEmpty()) {
      steps.add(new WitnessStep(site, end, 0));
    }
    return steps;
  }

  private static String when(Loss loss) {
    return switch (loss.how()) {
      case RETURNS -> "when the method returns" + line(loss.site());
      case THROWS -> "when " + thrower(loss) + line(loss.site());
      case OVERWRITTEN, REFILLED, SET -> loss.detail().isEmpty()
          ? "before its last reference is gone" + line(loss.site())
          : "before '" + loss.detail() + "' is assigned again" + line(loss.site());
      case ACQUIRED_AGAIN -> "before " + loss.detail() + " acquires into it once more" + line(loss.site());
      case DROPPED -> "before it is dropped" + line(loss.site());
    };
  }

  private static String thrower(Loss loss) {
    List<WitnessStep> steps = loss.state().trail().steps();
    String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1).text();
    return last.contains("throws ") ? (last.startsWith("throws") ? "the method " + last : last) : "the method throws";
  }

  private static String line(Site site) {
    return site.line() > 0 ? " (line " + site.line() + ")" : "";
  }

  private static String end(Loss loss) {
    return switch (loss.how()) {
      case RETURNS -> "the method returns, and nothing holds it any more";
      case THROWS -> "the exception leaves the method, and nothing holds it any more";
      case OVERWRITTEN, REFILLED, SET -> loss.detail().isEmpty()
          ? "its last reference is gone"
          : "'" + loss.detail() + "' is assigned again, and nothing holds it any more";
      case ACQUIRED_AGAIN -> loss.detail() + " acquires into the same object once more";
      case DROPPED -> "nothing holds it any more";
    };
  }

  private static String fault(Misuse misuse, Kind kind, State state) {
    if (kind.release().equals("{}")) {
      return misuse.rule() == RuleId.RELEASE_ORDER
          ? "is released only after " + misuse.call() + " released what it was made from; release it first"
          : "is released only after " + misuse.call() + " took its provider away; release it first";
    }
    return switch (misuse.rule()) {
      case USE_AFTER_RELEASE -> "is used by " + misuse.call() + " after it was released";
      case DOUBLE_RELEASE -> state.isReleased()
          ? "is released a second time by " + misuse.call()
          : "is only lent and must not be released by " + misuse.call();
      case RELEASE_ORDER -> "is still alive when " + misuse.call() + " releases what it was made from; call "
          + release(kind, state) + " first";
      default -> "is still alive when " + misuse.call() + " takes its provider away; call " + release(kind, state) + " first";
    };
  }
}
