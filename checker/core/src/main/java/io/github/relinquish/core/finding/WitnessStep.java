package io.github.relinquish.core.finding;

import io.github.relinquish.core.graph.Site;

/**
 * One step of a witness.
 *
 * @param site where it happens
 * @param text what happens, in a developer's words, lower case and without a full stop
 * @param depth 0 in the method that is judged, one more in each method called from there
 */
public record WitnessStep(Site site, String text, int depth) {
  /** The same step as whoever calls that many levels above sees it. */
  public WitnessStep deeper(int levels) {
    return levels == 0 ? this : new WitnessStep(site, text, depth + levels);
  }
}
