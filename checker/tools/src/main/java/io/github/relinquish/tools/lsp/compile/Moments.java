package io.github.relinquish.tools.lsp.compile;

import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.summary.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts into words where a resource stands at each place of a body. */
final class Moments {
  private Moments() {}

  /** In the order of the file. */
  static List<Answer.Moment> of(Course course) {
    List<Answer.Moment> moments = new ArrayList<>();
    Site acquired = course.acquisition().call().site();
    course.states().forEach((site, states) -> {
      if (site.start() >= 0) {
        moments.add(new Answer.Moment(site.start(), site.end(), site.equals(acquired) ? acquiredAt(states)
            : isAround(site, acquired) ? "acquired here" : words(states)));
      }
    });
    return moments;
  }

  private static boolean isAround(Site outer, Site inner) {
    return outer.file().equals(inner.file()) && outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  /** In a loop it may be there from the round before. */
  private static String acquiredAt(Set<Typestate> before) {
    return before.isEmpty() ? "acquired here" : "acquired here; " + words(before) + " from before";
  }

  static String words(Set<Typestate> states) {
    if (states.isEmpty()) {
      return "not acquired here";
    }
    if (states.size() > 1) {
      return states.contains(Typestate.RELEASED) ? "maybe released here: on some paths, not on others" : "live or lent here";
    }
    return switch (states.iterator().next()) {
      case LIVE -> "live here";
      case LENT -> "lent here: somebody else gives it back";
      case RELEASED -> "released here";
    };
  }
}
