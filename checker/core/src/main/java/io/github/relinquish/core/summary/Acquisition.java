package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Journal;
import io.github.relinquish.core.simulate.Leaving;
import java.util.List;

/**
 * A resource that begins at a call of a body, followed to every exit.
 *
 * @param call the call that begins it
 * @param site where it is acquired: the call, or the place in a closure that the call runs
 * @param kind of the resource
 * @param isOwned whether the body owes its release
 * @param isDirect whether a row says that it begins, not the body of a callee
 * @param isGuess whether that it begins is a guess already
 * @param origin where what it is about came from, if it came from outside; a list of at most one
 * @param journal losses and misuses on the way
 * @param exits how it leaves the body, still in being
 */
public record Acquisition(
    Step.Invoke call, Site site, Kind kind, boolean isOwned, boolean isDirect, boolean isGuess, List<Port> origin,
    Journal journal, List<Leaving> exits) {
  public Acquisition {
    origin = List.copyOf(origin);
    exits = List.copyOf(exits);
  }
}
