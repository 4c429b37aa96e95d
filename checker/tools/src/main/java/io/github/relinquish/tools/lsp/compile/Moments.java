package io.github.relinquish.tools.lsp.compile;

import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Typestate;
import io.github.relinquish.core.summary.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Puts into words where a resource stands at each place of a body. */
final class Moments {
  private Moments() {}

  /** Of a resource that is there when the body is entered, in the order of the file. */
  static List<Answer.Moment> of(Course.Sightings sightings) {
    List<Answer.Moment> moments = new ArrayList<>();
    sightings.states().forEach((site, states) -> {
      if (site.start() >= 0 && !states.isEmpty()) {
        moments.add(new Answer.Moment(site.start(), site.end(), words(states)));
      }
    });
    return moments;
  }

  /**
   * In the order of the file.
   *
   * @param isClosed whether code is that of a variable which is closed when its block is left: that runs twice, and no state is that of the variable
   */
  static List<Answer.Moment> of(Course course, Predicate<Site> isClosed) {
    List<Answer.Moment> moments = new ArrayList<>();
    Site acquired = course.acquisition().call().site();
    course.states().forEach((site, states) -> {
      if (site.start() >= 0 && (states.size() < 2 || isAround(site, acquired) || !isClosed.test(site))) {
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
      case FAILED -> "not acquired here: the call that acquires it has thrown";
    };
  }
}
