package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.program.FieldShape;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Modifier;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.AnnotationRows;
import io.github.relinquish.core.summary.AnnotationRows.Duty;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Ownership;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import io.github.relinquish.core.summary.TypeKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds bodies against what the annotations of their own parameters, results and fields promise. */
final class DutyJudge {
  private final Summaries summaries;
  private final DutyWording wording;
  private final TypeKinds kinds;

  DutyJudge(Summaries summaries, Wording wording) {
    this.summaries = summaries;
    this.wording = new DutyWording(wording);
    this.kinds = summaries.rows().kinds();
  }

  List<Finding> findingsIn(ClassShape shape, Fingerprints fingerprints) {
    List<Finding> found = new ArrayList<>();
    for (MethodShape method : shape.methods()) {
      parametersOf(method, fingerprints, found);
      resultOf(method, shape, fingerprints, found);
    }
    for (FieldShape field : shape.fields()) {
      lentField(field, shape, fingerprints).ifPresent(found::add);
    }
    return found;
  }

  private AnnotationRows annotations() {
    return summaries.rows().annotations();
  }

  // Parameters

  private void parametersOf(MethodShape method, Fingerprints fingerprints, List<Finding> found) {
    List<String> types = method.key().parameterTypes();
    for (int i = 0; i < types.size(); i++) {
      Duty duty = annotations().dutyOf(method, i);
      Optional<Kind> kind = duty == Duty.UNSAID ? Optional.empty() : kinds.ofType(types.get(i));
      if (kind.isPresent()) {
        parameter(method, i, duty, kind.get(), fingerprints).ifPresent(found::add);
      }
    }
  }

  private Optional<Finding> parameter(MethodShape method, int index, Duty duty, Kind kind, Fingerprints fingerprints) {
    Port port = Port.argument(index);
    Optional<Summary> summary = summaries.follow(method.key(), kind, Typestate.LIVE, List.of(port));
    if (summary.isEmpty()) {
      return Optional.empty();
    }
    String name = method.parameterNames().get(index);
    for (Leaving exit : summary.get().exits()) {
      if (duty == Duty.METHOD && exit.state().isLive() && isLeftAlone(exit, port, method, kind)) {
        return Optional.of(wording.owedByMethod(method, name, kind, exit, fingerprints));
      }
      if (duty == Duty.CALLER && exit.state().isReleased()) {
        return Optional.of(wording.releasedAllTheSame(method, name, kind, exit, fingerprints));
      }
    }
    return Optional.empty();
  }

  /** Nobody but the caller holds it, or a field of the object does, which nothing releases. */
  private boolean isLeftAlone(Leaving exit, Port port, MethodShape method, Kind kind) {
    if (!exit.isNormal() && exit.state().isExcused()) {
      return false;
    }
    boolean isHalfMade = method.key().isConstructor() && !exit.isNormal();
    for (Port holder : Exits.holdersOf(exit)) {
      boolean isField = holder.root() == Port.Root.RECEIVER && !holder.path().isEmpty();
      boolean isKept = isField && !isHalfMade && summaries.ownership()
          .of(method.key().owner(), holder.path(), kind).care() != Ownership.Care.NONE;
      if (isKept || !(isField || holder.equals(port))) {
        return false;
      }
    }
    return true;
  }

  // Results

  private void resultOf(MethodShape method, ClassShape shape, Fingerprints fingerprints, List<Finding> found) {
    Duty duty = annotations().dutyOfResult(method);
    if (duty == Duty.METHOD) {
      lentResult(method, fingerprints, found);
    } else if (duty == Duty.CALLER) {
      kinds.ofType(method.key().returnType()).ifPresent(kind ->
          ownedResult(method, shape, kind).ifPresent(field -> found.add(wording.handedOutAndReleased(method, field, kind, fingerprints))));
    }
  }

  /** What begins in the body and leaves as a result that the caller is told not to release. */
  private void lentResult(MethodShape method, Fingerprints fingerprints, List<Finding> found) {
    for (Acquisition acquisition : summaries.acquisitionsIn(method.key(), Map.of())) {
      for (Leaving exit : acquisition.exits()) {
        List<Port> holders = Exits.holdersOf(exit);
        boolean isOnlyResult = !holders.isEmpty() && holders.stream().allMatch(p -> p.root() == Port.Root.RESULT);
        if (acquisition.isOwned() && exit.isNormal() && exit.state().isLive() && isOnlyResult) {
          found.add(wording.lentThoughNew(acquisition, exit, method, fingerprints));
          break;
        }
      }
    }
  }

  /** The field that the body answers although the class releases it itself. */
  private Optional<String> ownedResult(MethodShape method, ClassShape shape, Kind kind) {
    for (FieldShape field : shape.fields()) {
      boolean isHeld = !field.is(Modifier.STATIC) && field.type().equals(method.key().returnType());
      if (!isHeld) {
        continue;
      }
      Port port = new Port(Port.Root.RECEIVER, -1, List.of(field.key().name()));
      boolean isAnswered = summaries.layoutOf(method.key()).isPresent() && !method.is(Modifier.STATIC)
          && summaries.follow(method.key(), kind, Typestate.LIVE, List.of(port)).stream()
              .flatMap(s -> s.exits().stream())
              .map(Exits::holdersOf)
              .anyMatch(h -> h.contains(Port.RESULT) && h.contains(port));
      if (isAnswered && isReleased(shape, field, kind)) {
        return Optional.of(field.key().name());
      }
    }
    return Optional.empty();
  }

  // Fields

  private Optional<Finding> lentField(FieldShape field, ClassShape shape, Fingerprints fingerprints) {
    if (annotations().dutyOf(field) != Duty.CALLER || !shape.scope().isOwn()) {
      return Optional.empty();
    }
    return kinds.ofType(field.type()).flatMap(kind -> {
      Ownership.Answer answer = summaries.ownership().of(shape.name(), List.of(field.key().name()), kind);
      return answer.care() == Ownership.Care.RELEASED
          ? answer.by().stream().findFirst().flatMap(by -> summaries.hierarchy().declaration(by))
              .map(by -> wording.fieldReleasedAllTheSame(by, field.key().name(), shape, kind, fingerprints))
          : Optional.<Finding>empty();
    });
  }

  private boolean isReleased(ClassShape shape, FieldShape field, Kind kind) {
    return summaries.ownership().of(shape.name(), List.of(field.key().name()), kind).care() == Ownership.Care.RELEASED;
  }
}
