package io.github.relinquish.core.finding;

import io.github.relinquish.core.graph.Site;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something a reader of a report must know that is not a mistake in the program.
 *
 * @param kind what it means for the answer
 * @param site where; {@link Site#UNKNOWN} where it is about the run
 * @param text one sentence, lower case, no full stop
 */
public record Note(Kind kind, Site site, String text) implements Comparable<Note> {
  private static final Comparator<Note> ORDER =
      Comparator.comparing(Note::site).thenComparing(Note::kind).thenComparing(Note::text);

  /** What a note means for the answer. */
  public enum Kind {
    /** This was not judged: a report that holds such a note never passes as clean. */
    NOT_JUDGED,
    /** Worth knowing; the answer stands. */
    REMARK,
    /** Something that was written for us and has no effect any more; the answer stands. */
    STALE
  }

  public Note {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(site);
    Objects.requireNonNull(text);
  }

  /** About the whole run: this was not judged. */
  public static Note notJudged(String text) {
    return new Note(Kind.NOT_JUDGED, Site.UNKNOWN, text);
  }

  /** About the whole run: worth knowing. */
  public static Note remark(String text) {
    return new Note(Kind.REMARK, Site.UNKNOWN, text);
  }

  @Override public int compareTo(Note other) {
    return ORDER.compare(this, other);
  }
}
