package io.github.relinquish.core.summary;

import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.Misuse;
import java.util.List;

/**
 * What a body does, entered in one way: its exits, each with what is then known of what came from outside, and what goes
 * wrong inside.
 *
 * @param exits one for each group of exits that say different things
 * @param losses resources of the caller that the body itself loses
 * @param misuses calls in the body that the entry makes wrong
 * @param levels of plain calls that had to be looked into: entered with as much fuel or more, the body does the same; {@link Fuel#MORE} where
 *     that is not known
 */
public record Summary(List<Leaving> exits, List<Loss> losses, List<Misuse> misuses, int levels) {
  /** The body never ends: the bottom that recursion starts from. */
  public static final Summary BOTTOM = new Summary(List.of(), List.of(), List.of(), Fuel.MORE);

  public Summary {
    exits = List.copyOf(exits);
    losses = List.copyOf(losses);
    misuses = List.copyOf(misuses);
  }

  /** Whether both describe the same exits. */
  boolean saysTheSameAs(Summary other) {
    if (exits.size() != other.exits.size() || losses.size() != other.losses.size()) {
      return false;
    }
    for (int i = 0; i < exits.size(); i++) {
      Leaving a = exits.get(i);
      Leaving b = other.exits.get(i);
      boolean isSame = a.thrown().equals(b.thrown()) && a.result() == b.result()
          && a.state().isFollowing() == b.state().isFollowing()
          && (!a.state().isFollowing() || a.state().typestate() == b.state().typestate())
          && a.state().store().equals(b.state().store());
      if (!isSame) {
        return false;
      }
    }
    return true;
  }
}
