package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Site;
import java.util.List;

/**
 * A resource that begins at a call.
 *
 * @param outcome how the call ends; its state follows the resource
 * @param isOwned whether the code at hand owes its release; false for one that is only watched for misuse
 * @param isDirect whether a row says so, not the body of a callee
 * @param inside where it begins in a closure that the call runs, as a list of at most one
 */
public record Beginning(Outcome outcome, boolean isOwned, boolean isDirect, List<Site> inside) {
  public Beginning {
    inside = List.copyOf(inside);
  }

  /** One that begins at the call itself. */
  public Beginning(Outcome outcome, boolean isOwned, boolean isDirect) {
    this(outcome, isOwned, isDirect, List.of());
  }
}
