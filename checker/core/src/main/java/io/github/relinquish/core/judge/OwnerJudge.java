package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.program.ClassShape;
import io.github.relinquish.core.summary.Bodies;
import io.github.relinquish.core.summary.Summaries;
import java.util.List;

/** Judges classes that hold resources in their fields. */
final class OwnerJudge {
  private final Summaries summaries;
  private final Bodies bodies;
  private final Wording wording;

  OwnerJudge(Summaries summaries, Bodies bodies, Wording wording) {
    this.summaries = summaries;
    this.bodies = bodies;
    this.wording = wording;
  }

  List<Finding> findingsIn(ClassShape shape, Fingerprints fingerprints) {
    return List.of();
  }
}
