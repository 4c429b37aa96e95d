package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.summary.AnnotationRows;
import io.github.relinquish.core.summary.Exits;
import io.github.relinquish.core.summary.Summaries;
import io.github.relinquish.core.summary.Summary;
import io.github.relinquish.core.summary.TypeKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds bodies against what the annotations of their own parameters promise. */
final class DutyJudge {
  private final Summaries summaries;
  private final Wording wording;
  private final TypeKinds kinds;

  DutyJudge(Summaries summaries, Wording wording) {
    this.summaries = summaries;
    this.wording = wording;
    this.kinds = new TypeKinds(summaries.rows().protocols(), summaries.hierarchy());
  }

  List<Finding> findingsIn(MethodShape method, Fingerprints fingerprints) {
    List<Finding> found = new ArrayList<>();
    List<String> types = method.key().parameterTypes();
    for (int i = 0; i < types.size(); i++) {
      AnnotationRows.Duty duty = summaries.rows().annotations().dutyOf(method, i);
      Optional<Kind> kind = duty == AnnotationRows.Duty.UNSAID ? Optional.empty() : kinds.ofType(types.get(i));
      if (kind.isPresent()) {
        check(method, i, duty, kind.get(), fingerprints).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(
      MethodShape method, int index, AnnotationRows.Duty duty, Kind kind, Fingerprints fingerprints) {
    Port port = Port.argument(index);
    Optional<Summary> summary = summaries.follow(method.key(), kind, Typestate.LIVE, List.of(port));
    if (summary.isEmpty()) {
      return Optional.empty();
    }
    String name = method.parameterNames().get(index);
    for (Leaving exit : summary.get().exits()) {
      boolean isWrong = duty == AnnotationRows.Duty.METHOD
          ? exit.state().isLive() && Exits.holdersOf(exit).stream().allMatch(port::equals)
          : exit.state().isReleased();
      if (isWrong) {
        return Optional.of(wording.brokenPromise(method, name, kind, exit, duty == AnnotationRows.Duty.METHOD, fingerprints));
      }
    }
    return Optional.empty();
  }
}
