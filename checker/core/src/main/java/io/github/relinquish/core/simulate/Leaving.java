package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Site;

/**
 * A state that leaves the method.
 *
 * @param state what is known
 * @param thrown binary name of the exception; empty for a normal exit
 * @param result node of the returned value; -1 where there is none
 * @param site the return, or the call or statement that throws
 */
public record Leaving(State state, String thrown, int result, Site site) {
  public boolean isNormal() {
    return thrown.isEmpty();
  }
}
