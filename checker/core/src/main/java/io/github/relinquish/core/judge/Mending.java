package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.finding.Repair.Shape;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.simulate.Leaving;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.summary.Acquisition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What would mend a leak, from all ways in which the resource leaves its method and not only the one that is told. */
final class Mending {
  private Mending() {}

  static List<Repair> leak(Acquisition acquisition, MethodKey body, String name, String release) {
    List<Leaving> exits = acquisition.journal().leavings();
    boolean isKept = exits.stream().anyMatch(e -> e.isNormal() && e.state().isLive() && !Losses.isLost(e, body));
    boolean isReleased = exits.stream().anyMatch(e -> !e.state().isLive());
    Shape whole = isKept ? Shape.RELEASE_ON_FAILURE : isReleased ? Shape.RELEASE_IN_FINALLY_INSTEAD : Shape.RELEASE_IN_FINALLY;
    Repair wrap = new Repair(whole, name, release, acquisition.call().site());
    List<Repair> repairs = new ArrayList<>();
    for (Site exit : placesThatLackIt(acquisition, body)) {
      repairs.add(new Repair(Shape.RELEASE_BEFORE, name, release, exit));
    }
    // Kept on some ways and lost on others that return: no one place is right for all.
    boolean isDecided = !isKept || Losses.of(acquisition, body).stream().noneMatch(l -> l.how() == Loss.How.RETURNS);
    boolean isLostOnlyByLeaving = Losses.of(acquisition, body).stream()
        .noneMatch(l -> l.how() == Loss.How.ACQUIRED_AGAIN || l.how() == Loss.How.DROPPED && !isUsedInPassing(l));
    if (isDecided && isLostOnlyByLeaving) {
      repairs.add(isReleased ? repairs.size() : 0, wrap);
    }
    return repairs;
  }

  /** Where it is lost, each once; none if one of them is also reached by ways that do not lose it. */
  private static Set<Site> placesThatLackIt(Acquisition acquisition, MethodKey body) {
    Set<Site> places = new TreeSet<>();
    List<Loss> losses = Losses.of(acquisition, body);
    boolean isForgotten = losses.stream().anyMatch(l -> !isLeaving(l));
    for (Loss loss : losses) {
      boolean isThere = loss.how() != Loss.How.CAUGHT;   // in front of what throws it is still wanted
      if (isThere && (!isLeaving(loss) || !isForgotten || loss.state().isHeld())) {
        places.add(loss.site());
      }
    }
    for (Leaving exit : acquisition.journal().leavings()) {
      if (places.contains(exit.site()) && !(exit.state().isLive() && Losses.isLost(exit, body))) {
        return Set.of();
      }
    }
    return places;
  }

  /** Nothing but the expression at hand ever held it. */
  private static boolean isUsedInPassing(Loss loss) {
    return loss.state().name().isEmpty() && !loss.state().trail().tellsOfStoring();
  }

  /** What was forgotten on the way goes on to the exits, where it is too late to name it. */
  private static boolean isLeaving(Loss loss) {
    return loss.how() == Loss.How.RETURNS || loss.how() == Loss.How.THROWS;
  }
}
