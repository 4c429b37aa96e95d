package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Exits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which exits of a body lose a resource, and which of several losses is told. */
final class Losses {
  private Losses() {}

  /** Every way in which a body itself loses a resource that began in it. */
  static List<Loss> of(Acquisition acquisition, MethodKey body) {
    List<Loss> losses = new ArrayList<>(acquisition.journal().losses());
    if (acquisition.journal().leavings().stream().anyMatch(Losses::isShared)) {
      return List.of();
    }
    for (Leaving exit : acquisition.journal().leavings()) {
      if (exit.state().isLive() && isLost(exit, body)) {
        Loss.How how = exit.isNormal() ? Loss.How.RETURNS : Loss.How.THROWS;
        losses.add(new Loss(exit.state(), exit.site(), how, exit.thrown()));
      }
    }
    return losses;
  }

  /** Whether nobody who goes on after this exit can name the resource. */
  static boolean isLost(Leaving exit, MethodKey body) {
    if (isShared(exit) || exit.state().isEscaped() || (!exit.isNormal() && exit.state().isExcused())) {
      return false;
    }
    List<Port> holders = Exits.holdersOf(exit);
    if (exit.state().kind().isThreadBound()) {
      boolean isHandle = body.isConstructor() && exit.isNormal();
      return !isHandle && holders.stream().allMatch(p -> p.root() == Port.Root.THREAD);
    }
    boolean isHalfMade = body.isConstructor() && !exit.isNormal();
    return holders.stream().allMatch(p -> isHalfMade && p.root() == Port.Root.RECEIVER);
  }

  private static boolean isShared(Leaving exit) {
    return exit.state().kind().quietWhenShared() && Exits.isShared(exit);
  }

  /** The loss to tell: a certain one before a likely one, then one on a way without exceptions, then the shortest story, then the first in the file. */
  static Optional<Loss> worst(List<Loss> losses) {
    Comparator<Loss> order = Comparator.comparing((Loss l) -> l.state().isGuess())
        .thenComparing(Loss::isExceptional)
        .thenComparing(l -> l.state().trail().length())
        .thenComparing(Loss::site, Comparator.<Site>naturalOrder())
        .thenComparing(Loss::how);
    return losses.stream().min(order);
  }

  /** Where the way to a loss begins. */
  static Site startOf(Loss loss) {
    return loss.state().trail().steps().isEmpty() ? loss.site() : loss.state().trail().steps().get(0).site();
  }
}
