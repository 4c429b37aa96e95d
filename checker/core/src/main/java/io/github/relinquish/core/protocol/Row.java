package io.github.relinquish.core.protocol;

import java.util.List;

/**
 * What is known of the calls that a pattern matches.
 *
 * @param call which calls
 * @param effects in the order in which they apply
 * @param source where it was read: a document, a version
 * @param file the file that the row stands in, or the kind of annotation it came from
 * @param line its line in that file, from 1; 0 where there is none
 * @param origin whose word it is
 */
public record Row(CallPattern call, List<Effect> effects, String source, String file, int line, Origin origin) {
  /** Whose word a row is. */
  public enum Origin {
    /** It comes with the checker, and gives way to the bodies of the API where those are compiled themselves. */
    SHIPPED,
    /** A user, a library or an annotation says so. */
    GIVEN,
    /** Guessed from a name: what rests on it is likely, not certain. */
    GUESSED
  }

  public Row {
    effects = List.copyOf(effects);
  }

  /** A row of a user, of a library or of an annotation. */
  public Row(CallPattern call, List<Effect> effects, String source, String file, int line) {
    this(call, effects, source, file, line, Origin.GIVEN);
  }

  /** Whether a resource begins in these calls, be it lent. */
  public boolean begins() {
    return effects.stream().anyMatch(e -> e instanceof Effect.Begin);
  }

  /** The same row as one that comes with the checker. */
  public Row shipped() {
    return new Row(call, effects, source, file, line, Origin.SHIPPED);
  }
}
