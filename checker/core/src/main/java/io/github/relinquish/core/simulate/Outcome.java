package io.github.relinquish.core.simulate;

/**
 * One way in which a call can end.
 *
 * @param state afterwards
 * @param thrown binary name of the exception; empty where it returns
 * @param result node of the result; -1 where there is none
 */
public record Outcome(State state, String thrown, int result) {
  public static Outcome returns(State state, int result) {
    return new Outcome(state, "", result);
  }

  public static Outcome throwing(State state, String type) {
    return new Outcome(state, type, -1);
  }

  public boolean isNormal() {
    return thrown.isEmpty();
  }
}
