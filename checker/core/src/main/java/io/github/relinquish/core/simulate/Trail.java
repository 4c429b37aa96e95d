package io.github.relinquish.core.simulate;

import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * How a state was reached: a list that grows at its end and shares its beginning. No part of what is known; of two states
 * that say the same, the one with the shorter trail stays.
 *
 * @param before what came earlier; null at the start
 * @param step what happened last; null where something else is told
 * @param inside what happened in a callee, shared with whoever looked at that; null where something else is told
 * @param belief what was believed of a call on the way; null where something else is told
 * @param test which test chose one of its two ways; {@link #NO_TEST} where something else is told
 * @param length number of steps, those in callees too
 */
public record Trail(Trail before, WitnessStep step, Trail inside, Belief belief, int test, int length) {
  /** How the step begins that tells of a field or array that was given the resource. */
  public static final String STORED = "stored in ";
  /** How the step begins that tells of a container that was given it. */
  public static final String PUT = "put into ";

  /** No test. */
  static final int NO_TEST = -1;

  /** Nothing happened yet. */
  public static final Trail START = new Trail(null, null, null, null, NO_TEST, 0);

  public Trail then(Site site, String text) {
    return then(new WitnessStep(site, text, 0));
  }

  public Trail then(WitnessStep next) {
    return new Trail(this, next, null, null, NO_TEST, length + 1);
  }

  /** The same way, and one of the two behind a test: {@code text} says what holds on it. */
  public Trail choosing(int test, Site site, String text) {
    return new Trail(this, new WitnessStep(site, text, 0), null, null, test, length + 1);
  }

  /** Where ways that part come together again. */
  @FunctionalInterface
  interface Meeting {
    /**
     * Whether all ways out of {@code test} lead there.
     *
     * @param next the test that stands there; {@link #NO_TEST} for the place where two states are about to become one
     */
    boolean isAt(int next, int test);
  }

  /**
   * How two states were reached that are one from here on: the shorter way, without the choices that make no difference, because both
   * ways go on alike where all ways that part with these choices have come together again.
   */
  Trail merge(Trail other, Meeting meeting) {
    Trail shorter = length <= other.length ? this : other;
    Trail one = shorter;
    Trail two = length <= other.length ? other : this;
    Deque<Trail> alike = new ArrayDeque<>();
    while (one != two && one.test != NO_TEST && one.test == two.test && one.step.equals(two.step)) {
      alike.push(one);
      one = one.before;
      two = two.before;
    }
    int next = alike.isEmpty() ? NO_TEST : alike.peek().test;
    int chosen = NO_TEST;
    int chosenElsewhere = NO_TEST;
    while (one != two) {
      if (two.before != null && (two.length > one.length || two.length == one.length && two.belief != null)) {
        chosenElsewhere = two.test;
        two = two.before;
      } else if (one.test != NO_TEST) {
        chosen = one.test;
        one = one.before;
      } else {
        return shorter;
      }
    }
    if (chosen == NO_TEST || chosen != chosenElsewhere || !meeting.isAt(next, chosen)) {
      return shorter;
    }
    for (Trail same : alike) {
      one = one.choosing(same.test, same.step.site(), same.step.text());
    }
    return one;
  }

  /** The same way, and what was believed of a call on it; that is told only to those who ask why. */
  public Trail believing(Belief held) {
    return new Trail(this, null, null, held, NO_TEST, length);
  }

  /** The same way, and on from there what happened in a callee, one level deeper. */
  public Trail then(Trail callee) {
    return callee.length == 0 ? this : new Trail(this, null, callee, null, NO_TEST, length + callee.length);
  }

  /** What happened in the callee that is all there is to tell, as if it stood here; the same way where there is more. */
  public Trail unfolded() {
    boolean isOneCall = inside != null && before.step != null && before.before.before == null;
    return isOneCall ? inside : this;
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

  /** The last step. */
  public Optional<WitnessStep> latest() {
    List<WitnessStep> steps = steps();
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
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
