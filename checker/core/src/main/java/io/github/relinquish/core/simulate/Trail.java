package io.github.relinquish.core.simulate;

import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import java.util.LinkedList;
import java.util.List;

/**
 * How a state was reached: a list that grows at its end and shares its beginning. No part of what is known; of two states
 * that say the same, the one with the shorter trail stays.
 *
 * @param before what came earlier; null at the start
 * @param step what happened last; null where nothing is told
 * @param belief what was believed of a call on the way; null where {@code step} is told
 * @param length number of steps
 */
public record Trail(Trail before, WitnessStep step, Belief belief, int length) {
  /** How the step begins that tells of a field or array that was given the resource. */
  public static final String STORED = "stored in ";
  /** How the step begins that tells of a container that was given it. */
  public static final String PUT = "put into ";

  /** Nothing happened yet. */
  public static final Trail START = new Trail(null, null, null, 0);

  public Trail then(Site site, String text) {
    return then(new WitnessStep(site, text, 0));
  }

  public Trail then(WitnessStep next) {
    return new Trail(this, next, null, length + 1);
  }

  /** The same way, and what was believed of a call on it; that is told only to those who ask why. */
  public Trail believing(Belief held) {
    return new Trail(this, null, held, length);
  }

  /** All steps, the first one first. */
  public List<WitnessStep> steps() {
    LinkedList<WitnessStep> steps = new LinkedList<>();
    for (Trail at = this; at.before != null; at = at.before) {
      if (at.step != null) {
        steps.addFirst(at.step);
      }
    }
    return List.copyOf(steps);
  }

  /** Whether a field, array or container was given the resource on the way. */
  public boolean tellsOfStoring() {
    return steps().stream().anyMatch(s -> s.text().startsWith(STORED) || s.text().startsWith(PUT));
  }

  /** What was believed of the calls on the way, the first one first. */
  public List<Belief> beliefs() {
    LinkedList<Belief> beliefs = new LinkedList<>();
    for (Trail at = this; at.before != null; at = at.before) {
      if (at.belief != null) {
        beliefs.addFirst(at.belief);
      }
    }
    return List.copyOf(beliefs);
  }
}
