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
 * @param step what happened last
 * @param length number of steps
 */
public record Trail(Trail before, WitnessStep step, int length) {
  /** Nothing happened yet. */
  public static final Trail START = new Trail(null, null, 0);

  public Trail then(Site site, String text) {
    return then(new WitnessStep(site, text, 0));
  }

  public Trail then(WitnessStep next) {
    return new Trail(this, next, length + 1);
  }

  /** All steps, the first one first. */
  public List<WitnessStep> steps() {
    LinkedList<WitnessStep> steps = new LinkedList<>();
    for (Trail at = this; at.step != null; at = at.before) {
      steps.addFirst(at.step);
    }
    return List.copyOf(steps);
  }
}
