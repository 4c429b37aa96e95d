package io.github.relinquish.core.simulate;

import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;

/**
 * How a state was reached: a list that grows at its end and shares its beginning. No part of what is known; of two states
 * that say the same, the one with the shorter trail stays.
 *
 * @param before what came earlier; null at the start
 * @param step what happened last; null where something else is told
 * @param inside what happened in a callee, shared with whoever looked at that; null where something else is told
 * @param belief what was believed of a call on the way; null where something else is told
 * @param length number of steps, those in callees too
 */
public record Trail(Trail before, WitnessStep step, Trail inside, Belief belief, int length) {
  /** How the step begins that tells of a field or array that was given the resource. */
  public static final String STORED = "stored in ";
  /** How the step begins that tells of a container that was given it. */
  public static final String PUT = "put into ";

  /** Nothing happened yet. */
  public static final Trail START = new Trail(null, null, null, null, 0);

  public Trail then(Site site, String text) {
    return then(new WitnessStep(site, text, 0));
  }

  public Trail then(WitnessStep next) {
    return new Trail(this, next, null, null, length + 1);
  }

  /** The same way, and what was believed of a call on it; that is told only to those who ask why. */
  public Trail believing(Belief held) {
    return new Trail(this, null, null, held, length);
  }

  /** The same way, and on from there what happened in a callee, one level deeper. */
  public Trail then(Trail callee) {
    return callee.length == 0 ? this : new Trail(this, null, callee, null, length + callee.length);
  }

  /** All steps, the first one first. */
  public List<WitnessStep> steps() {
    LinkedList<WitnessStep> steps = new LinkedList<>();
    Deque<Trail> callers = new ArrayDeque<>();
    Trail at = this;
    while (at.before != null || !callers.isEmpty()) {
      if (at.before == null) {
        at = callers.pop();
      } else if (at.inside != null) {
        callers.push(at.before);
        at = at.inside;
      } else {
        if (at.step != null) {
          steps.addFirst(at.step.deeper(callers.size()));
        }
        at = at.before;
      }
    }
    return List.copyOf(steps);
  }

  /** Whether a field, array or container was given the resource on the way. */
  public boolean tellsOfStoring() {
    return steps().stream().anyMatch(s -> s.text().startsWith(STORED) || s.text().startsWith(PUT));
  }

  /** Whether a call on the way threw. */
  public boolean tellsOfException() {
    for (Trail at = this; at.before != null; at = at.before) {
      if (at.belief != null && !at.belief.thrown().isEmpty()) {
        return true;
      }
    }
    return false;
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
