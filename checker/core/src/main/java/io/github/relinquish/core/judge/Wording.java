package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.Misuse;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Summaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts findings into words that make sense to someone who has never heard of typestate. */
final class Wording {
  private final Summaries summaries;
  private final Advice advice;
  private final Beliefs beliefs;
  private final Cells cells;

  Wording(Summaries summaries) {
    this.summaries = summaries;
    this.advice = new Advice(summaries);
    this.beliefs = new Beliefs(summaries);
    this.cells = new Cells(summaries);
  }

  Finding leak(Loss loss, Acquisition acquisition, MethodKey body, Fingerprints fingerprints) {
    Kind kind = acquisition.kind();
    State state = loss.state();
    Holder holder = Holder.of(state, graphOf(body), advice.cellOf(acquisition));
    String message = resource(kind, holder) + " is not " + released(kind) + " " + Endings.when(loss) + "; "
        + advice.sentence(kind, holder, acquisition, body);
    String call = advice.call(kind, holder, acquisition, body).orElse(kind.bareRelease());
    return finding(kind.rule(), kind.leak(), state, acquisition.site(), body, kind, message,
        SuccessWords.told(witness(state, loss.site(), Endings.of(loss)), acquisition, advice.beginOf(acquisition), graphOf(body)),
        beliefs.of(acquisition, state),
        fingerprints.of(kind.rule(), kind.name(), body, acquisition.call().callee().shortName()),
        Mending.leak(acquisition, body, state.name(), call));
  }

  Finding misuse(Misuse misuse, Acquisition acquisition, MethodKey body, Fingerprints fingerprints) {
    Kind kind = acquisition.kind();
    State state = misuse.state();
    Holder holder = Holder.of(state, graphOf(body), advice.cellOf(acquisition));
    String message = resource(kind, holder) + " " + fault(misuse, kind, state, advice.sentence(kind, holder, acquisition, body));
    String end = isWatch(kind) ? "" : Endings.of(misuse);
    return finding(misuse.rule(), misuse.severity(), state, misuse.site(), body, kind, message,
        witness(state, misuse.site(), end), beliefs.of(acquisition, state),
        fingerprints.of(misuse.rule(), kind.name(), body, misuse.call()),
        repairs(misuse, kind, state, state.name().isEmpty() && holder.isItself() ? holder.name() : state.name()));
  }

  private Optional<FlowGraph> graphOf(MethodKey body) {
    return summaries.layoutOf(body).map(l -> l.graph());
  }

  /** A resource that stays in a field which nobody releases. */
  Finding keptForever(Acquisition acquisition, Leaving exit, MethodKey body, ClassShape owner, List<String> path,
      Fingerprints fingerprints) {
    Kind kind = acquisition.kind();
    State state = exit.state();
    Holder field = cells.ofField(path, owner.name(), advice.cellOf(acquisition));
    Optional<String> call = advice.call(kind, field, acquisition, body);
    String message = kind.noun() + " is kept in field '" + field.name() + "' and no method of "
        + ownerOf(owner.name(), path) + " releases it; add one that "
        + call.map(c -> "calls " + c).orElse("releases what '" + field.name() + "' holds");
    return finding(kind.rule(), kind.leak(), state, acquisition.site(), body, kind, message,
        witness(state, exit.site(), "it stays in field '" + field.name() + "', which nothing releases"), beliefs.of(acquisition, state),
        fingerprints.of(kind.rule(), kind.name(), body, acquisition.call().callee().shortName()),
        List.of(new Repair(Repair.Shape.RELEASE_IN_OWNER, field.name(), call.orElse(kind.bareRelease()), acquisition.site())));
  }

  /** A resource that only an object without a name of its own holds, which is returned and cannot release it. */
  Finding lockedUp(Acquisition acquisition, Leaving exit, MethodKey body, String keeper, Fingerprints fingerprints) {
    Kind kind = acquisition.kind();
    State state = exit.state();
    Holder holder = Holder.of(state, graphOf(body), advice.cellOf(acquisition));
    String message = resource(kind, holder) + " is not " + released(kind) + " by the " + keeper + " that is returned" + Endings.line(exit.site()) + ", and nothing else has it; "
        + advice.sentence(kind, holder, acquisition, body) + " in it";
    return finding(kind.rule(), kind.leak(), state, acquisition.site(), body, kind, message,
        witness(state, exit.site(), "the method returns, and only the " + keeper + " has it"), beliefs.of(acquisition, state),
        fingerprints.of(kind.rule(), kind.name(), body, acquisition.call().callee().shortName()), List.of());
  }

  /** A method of the owner loses what an earlier call left in a field. */
  Finding lostFromField(Loss loss, Kind kind, MethodKey method, List<String> path, List<Acquisition> begun, MethodKey begunIn,
      Fingerprints fingerprints) {
    Holder field = fieldOf(path, method, begun);
    String message = keptIn(kind, field) + " is not " + released(kind) + " when " + method.name() + "() "
        + Endings.lostHow(loss, field.isContainer()) + Endings.line(loss.site()) + "; "
        + (field.isContainer() ? "release it first" : adviceFor(kind, field, begun, begunIn) + " first");
    List<WitnessStep> steps = storyOf(kind, field, method, begun, begunIn);
    steps.addAll(witness(loss.state(), loss.site(), Endings.ofField(loss, field)));
    Site site = begun.isEmpty() ? Losses.startOf(loss) : begun.get(0).site();
    String callee = begun.isEmpty() ? field.name() : begun.get(0).call().callee().shortName();
    return finding(kind.rule(), kind.leak(), loss.state(), site, begun.isEmpty() ? method : begunIn, kind, message, steps,
        begun.isEmpty() ? beliefs.of(loss.state()) : beliefs.of(begun.get(0), loss.state()),
        fingerprints.of(kind.rule(), kind.name(), method, callee),
        List.of(new Repair(field.isContainer() ? Repair.Shape.RELEASE_ELEMENT : Repair.Shape.RELEASE_BEFORE, field.name(),
            kind.releaseOf(field.name()), loss.site())));
  }

  private Holder fieldOf(List<String> path, MethodKey method, List<Acquisition> begun) {
    return cells.ofField(path, method.owner(), begun.isEmpty() ? List.of() : advice.cellOf(begun.get(0)));
  }

  private String adviceFor(Kind kind, Holder field, List<Acquisition> begun, MethodKey begunIn) {
    return begun.isEmpty() ? Advice.sentence(kind, cells.opened(field).map(Holder::named).orElse(field)) : advice.sentence(kind, field, begun.get(0), begunIn);
  }

  private static String keptIn(Kind kind, Holder field) {
    return kind.noun() + " kept in " + (field.isContainer() ? "" : "field ") + "'" + field.name() + "'";
  }

  /** How the field came to hold it, and the call that is judged: what is behind that is the way itself. */
  private List<WitnessStep> storyOf(Kind kind, Holder field, MethodKey method, List<Acquisition> begun, MethodKey begunIn) {
    Site site = summaries.hierarchy().declaration(method).map(MethodShape::site).orElse(Site.UNKNOWN);
    List<WitnessStep> steps = new ArrayList<>();
    if (begun.isEmpty()) {
      steps.add(new WitnessStep(site, method.name() + "() is called while '" + field.name() + "' holds a live " + kind.noun(), 0));
      return steps;
    }
    begun.forEach(a -> steps.add(new WitnessStep(a.site(), kind.noun() + " acquired by "
        + a.call().callee().shortName() + "() and kept in '" + field.name() + "'", 0)));
    String again = begunIn.equals(method) ? "() is called once more" : "() is called";
    steps.add(new WitnessStep(site, method.name() + again, 0));
    return steps;
  }

  /** Why the calls on the way of a state were believed to do what they do. */
  List<String> beliefsOf(State state) {
    return beliefs.of(state);
  }

  /** A method that is there to release a field's resource does not, and nobody else does. */
  Finding forgottenField(MethodShape method, Site site, String field, Kind kind, Fingerprints fingerprints) {
    String owner = ClassNames.simple(method.key().owner());
    String message = kind.noun() + " kept in field '" + field + "' is not " + released(kind) + " by " + method.key().name()
        + "(), nor by any other method of " + owner + "; " + Advice.sentence(kind, Holder.named(field));
    return promise(method, site, kind, message,
        alive(method, site, "field '" + field + "' may hold a " + kind.noun() + " when " + method.key().name() + "() is called"), field,
        fingerprints, inOwner(field, kind, site));
  }

  /** A method whose name promises that it releases its argument does not. */
  Finding forgottenParameter(MethodShape method, Site site, String parameter, Kind kind, Fingerprints fingerprints) {
    return promise(method, site, kind, brokenPromise(method, parameter, kind),
        alive(method, site, method.key().name() + "() is given " + kind.noun() + " '" + parameter + "'"), parameter, fingerprints, List.of());
  }

  /** A method whose name promises a release gets something to release and leaves it alone. */
  Finding forgottenValue(MethodShape method, UntouchedValue value, Fingerprints fingerprints) {
    return promise(method, value.site(), value.kind(), brokenPromise(method, value.name(), value.kind()),
        alive(method, value.site(), method.key().name() + "() is called"), value.name(), fingerprints, List.of());
  }

  /** An object hands on what a field holds after one answer, and forgets it after another. */
  Finding handedOnce(MethodShape method, HandedOnce once, String field, Kind kind, Fingerprints fingerprints) {
    Site site = once.handing().site();
    String handing = once.handing().callee().shortName() + "()";
    String question = once.question().callee().name() + "()";
    String message = kind.noun() + " kept in field '" + field + "' goes to " + handing + " only after some answers of " + question
        + ", and is not " + released(kind) + " after the others; " + Advice.sentence(kind, Holder.named(field)) + " there";
    List<WitnessStep> witness = List.of(new WitnessStep(method.site(), method.key().name() + "() is called", 0),
        new WitnessStep(once.question().site(), question + " is asked of '" + field + "'", 0),
        new WitnessStep(site, "one answer leads to " + handing + ", which keeps it", 0),
        new WitnessStep(once.forgotten(), "another leads here without that, and it stays alive", 0));
    return promise(method, site, kind, message, witness, field, fingerprints, List.of());
  }

  /** What a method was given is forgotten for something new. */
  Finding renewedParameter(MethodShape method, Site site, String parameter, Kind kind, Fingerprints fingerprints) {
    String message = kind.noun() + " '" + parameter + "' is not " + released(kind) + " before " + method.key().name()
        + "() puts another in its place; " + Advice.sentence(kind, Holder.named(parameter)) + " first";
    List<WitnessStep> witness = List.of(new WitnessStep(method.site(), method.key().name() + "() is given " + kind.noun() + " '" + parameter + "'", 0),
        new WitnessStep(site, "'" + parameter + "' is assigned again, and what it was stays alive", 0));
    return promise(method, site, kind, message, witness, parameter, fingerprints, List.of());
  }

  /** A method takes a resource from another object and puts a new one in its place. */
  Finding renewedProperty(MethodShape method, Property property, Kind kind, Fingerprints fingerprints) {
    String name = property.name();
    String setter = property.setter().callee().name() + "()";
    String message = kind.noun() + " '" + name + "' is not " + released(kind) + " before " + setter + " puts another in its place; "
        + Advice.sentence(kind, Holder.named(name)) + " first";
    List<WitnessStep> witness = List.of(new WitnessStep(method.site(), method.key().name() + "() is called", 0),
        new WitnessStep(property.getter().site(), property.getter().callee().name() + "() answers " + kind.noun() + " '" + name + "'", 0),
        new WitnessStep(property.setter().site(), setter + " puts another in its place, and what was there stays alive", 0));
    return promise(method, property.setter().site(), kind, message, witness, name, fingerprints, List.of());
  }

  private static String brokenPromise(MethodShape method, String name, Kind kind) {
    return kind.noun() + " '" + name + "' is not " + released(kind) + " by " + method.key().name() + "(), whatever its name says; "
        + Advice.sentence(kind, Holder.named(name));
  }

  private static List<WitnessStep> alive(MethodShape method, Site site, String start) {
    return List.of(new WitnessStep(method.site(), start, 0), new WitnessStep(site, "whichever way is taken from here, it stays alive", 0));
  }

  /** A resource is tested for null, and then the method does nothing with it. */
  Finding idleTest(MethodShape method, Site site, IdleTest test, Kind kind, Fingerprints fingerprints) {
    String name = test.name();
    String message = kind.noun() + " '" + name + "' is tested for null in " + method.key().name()
        + "() and not " + released(kind) + " where it is there; " + Advice.sentence(kind, Holder.named(name));
    List<WitnessStep> witness = List.of(new WitnessStep(method.site(), method.key().name() + "() is called", 0),
        new WitnessStep(site, "'" + name + "' is not null", 0),
        new WitnessStep(site, "nothing is done with it here or further down, and it stays alive", 0));
    return promise(method, site, kind, message, witness, name, fingerprints, test.isField() ? inOwner(name, kind, site) : List.of());
  }

  /** A method that releases its object tests a part of it for null, and then only forgets it. */
  Finding idleRelease(MethodShape method, Site site, IdleTest test, Kind kind, Fingerprints fingerprints) {
    String call = method.key().name() + "()";
    String message = call + " releases a " + kind.noun() + ", but only forgets what '" + test.name() + "' holds; give that back before it is set to null";
    List<WitnessStep> witness = List.of(new WitnessStep(method.site(), call + " is called", 0),
        new WitnessStep(site, "'" + test.name() + "' is not null", 0),
        new WitnessStep(site, "it is set to null, nothing else is done with it, and it stays alive", 0));
    return promise(method, site, kind, message, witness, test.name(), fingerprints, List.of());
  }

  /** A method takes a resource away from another object, and does nothing to release it. */
  Finding emptiedProperty(MethodShape method, Property property, Kind kind, Fingerprints fingerprints) {
    Site site = property.setter().site();
    String setter = property.setter().callee().name() + "(null)";
    String message = kind.noun() + " '" + property.name() + "' is not " + released(kind) + " before " + setter + " forgets it; "
        + Advice.sentence(kind, Holder.named(property.name())) + " first";
    List<WitnessStep> witness = List.of(new WitnessStep(method.site(), method.key().name() + "() is called", 0),
        new WitnessStep(site, setter + " lets go of '" + property.name() + "', and it stays alive", 0));
    return promise(method, site, kind, message, witness, property.name(), fingerprints, List.of());
  }

  private static List<Repair> inOwner(String field, Kind kind, Site site) {
    return List.of(new Repair(Repair.Shape.RELEASE_IN_OWNER, field, kind.releaseOf(field), site));
  }

  private static Finding promise(MethodShape method, Site site, Kind kind, String message, List<WitnessStep> witness, String name,
      Fingerprints fingerprints, List<Repair> repairs) {
    return new Finding(kind.rule(), kind.leak(), Confidence.LIKELY, site, method.key(), kind.name(), message, witness, List.of(),
        fingerprints.of(kind.rule(), kind.name(), method.key(), name), repairs);
  }

  /** A method of the owner misuses what an earlier call left in a field. */
  Finding misuseOfField(Misuse misuse, Kind kind, MethodKey method, List<String> path, List<Acquisition> begun, MethodKey begunIn,
      Fingerprints fingerprints) {
    State state = misuse.state();
    Holder field = fieldOf(path, method, begun);
    String message = keptIn(kind, field) + " " + fault(misuse, kind, state, adviceFor(kind, field, begun, begunIn));
    List<WitnessStep> steps = storyOf(kind, field, method, begun, begunIn);
    steps.addAll(witness(state, misuse.site(), Endings.of(misuse)));
    return finding(misuse.rule(), misuse.severity(), state, misuse.site(), method, kind, message,
        steps, begun.isEmpty() ? beliefs.of(state) : beliefs.of(begun.get(0), state),
        fingerprints.of(misuse.rule(), kind.name(), method, misuse.call()),
        path.size() == 1 && field.isItself() ? repairs(misuse, kind, state, field.name()) : List.of());
  }

  /** The class that keeps it: one around where the path leads out of an inner class. */
  private static String ownerOf(String className, List<String> path) {
    String name = path.get(0).contains("$") && className.contains("$") ? className.substring(0, className.lastIndexOf('$')) : className;
    return Character.isDigit(ClassNames.simple(name).charAt(0)) ? "the class" : ClassNames.simple(name);
  }

  private static List<Repair> repairs(Misuse misuse, Kind kind, State state, String name) {
    String release = name.isEmpty() ? kind.bareRelease() : kind.releaseOf(name);
    return switch (misuse.rule()) {
      // Where nothing was acquired the call may be right on other ways.
      case DOUBLE_RELEASE -> state.typestate() == Typestate.FAILED ? List.of()
          : List.of(new Repair(Repair.Shape.REMOVE_CALL, name, release, misuse.site()));
      case RELEASE_ORDER, PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED ->
          List.of(new Repair(Repair.Shape.MOVE_CALL_DOWN, name, release, misuse.site()));
      case USE_AFTER_RELEASE -> List.of(new Repair(Repair.Shape.MOVE_RELEASE_DOWN, name, release, misuse.site()));
      default -> List.of();
    };
  }

  static Finding finding(RuleId rule, Severity severity, State state, Site site, MethodKey body, Kind kind, String message,
      List<WitnessStep> witness, List<String> beliefs, String fingerprint, List<Repair> repairs) {
    Severity reported = severity == Severity.NONE ? rule.severity() : severity;
    return new Finding(rule, reported, state.isGuess() ? Confidence.LIKELY : Confidence.CERTAIN, site, body, kind.name(),
        message, witness, beliefs, fingerprint, repairs);
  }

  static String resource(Kind kind, Holder holder) {
    return holder.isNobody() ? kind.noun() : kind.noun() + (holder.isItself() ? " '" : " in '") + holder.name() + "'";
  }

  /** What was not done to it. */
  private static String released(Kind kind) {
    return switch (kind.rule()) {
      case IMPERSONATION_NOT_REVERTED -> "reverted";
      case LOGIN_NOT_LOGGED_OUT -> "logged out";
      default -> "released";
    };
  }

  /** The trail, and the end of the story behind it unless the trail tells it already. */
  static List<WitnessStep> witness(State state, Site site, String end) {
    List<WitnessStep> steps = new ArrayList<>(state.trail().steps());
    if (!end.isEmpty()) {
      steps.add(new WitnessStep(site, end, 0));
    }
    return steps;
  }

  /** Whether it is not a resource that is followed but an event after which releases come too late. */
  private static boolean isWatch(Kind kind) {
    return kind.release().equals("{}");
  }

  /** Whether it is the advised call itself that goes wrong. */
  private static boolean isSelf(Misuse misuse, String sentence) {
    return !misuse.inner().equals(misuse.site()) && sentence.endsWith(misuse.call().substring(misuse.call().lastIndexOf('.')));
  }

  private static String fault(Misuse misuse, Kind kind, State state, String sentence) {
    if (isWatch(kind)) {
      return misuse.rule() == RuleId.RELEASE_ORDER
          ? "is released only after " + misuse.call() + " released what it was made from; release it first"
          : "is released only after " + misuse.call() + " took its provider away; release it first";
    }
    return switch (misuse.rule()) {
      case USE_AFTER_RELEASE -> "is used by " + misuse.call() + " after it was released; release it only after its last use, or acquire it anew";
      case DOUBLE_RELEASE -> switch (state.typestate()) {
        case RELEASED -> "is released a second time by " + misuse.call();
        case FAILED -> "was not acquired where " + misuse.call() + " releases it: the call that acquires it has thrown";
        default -> "is only lent and must not be released by " + misuse.call();
      };
      case RELEASE_ORDER -> "is still alive when " + misuse.call() + " releases what it was made from; "
          + (isSelf(misuse, sentence) ? "let that release it first" : sentence + " first");
      default -> "is still alive when " + misuse.call() + " takes its provider away; " + sentence + " first";
    };
  }
}
