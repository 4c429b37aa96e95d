package io.github.relinquish.tools.lsp.compile;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the analysis says of one file.
 *
 * @param findings those that nobody suppressed, sorted
 * @param fixes what would mend a finding, best first, by fingerprint
 * @param resources what the methods acquire, in the order of the file
 * @param ownerships what was inferred of its methods, in the order of the file
 * @param notes what could not be judged, and suppressions that suppress nothing
 */
public record Answer(List<Finding> findings, Map<String, List<Fix>> fixes, List<Resource> resources, List<Ownership> ownerships,
    List<Note> notes) {
  /** Nothing is known but why. */
  public static Answer notJudged(String why) {
    return new Answer(List.of(), Map.of(), List.of(), List.of(), List.of(Note.notJudged(why)));
  }

  /** Nothing was found. */
  public static final Answer EMPTY = new Answer(List.of(), Map.of(), List.of(), List.of(), List.of());

  public Answer {
    findings = List.copyOf(findings);
    fixes = Collections.unmodifiableMap(new TreeMap<>(fixes));
    resources = List.copyOf(resources);
    ownerships = List.copyOf(ownerships);
    notes = List.copyOf(notes);
  }

  /** Whether something could not be judged: a library may be missing, or broken. */
  public boolean isDoubtful() {
    return notes.stream().anyMatch(note -> note.kind() == Note.Kind.NOT_JUDGED);
  }

  /** Whether something is said of resources. */
  public boolean isTelling() {
    return !findings.isEmpty() || !resources.isEmpty() || !ownerships.isEmpty();
  }

  /**
   * A variable that holds a resource, or an object that does.
   *
   * @param name of the variable
   * @param from where the method around it starts
   * @param to behind its end
   * @param what it is, {@code security context}
   * @param kind name of the protocol
   * @param origin where the resource comes from, in a developer's words
   * @param release the call that gives it back; empty where no single one does
   * @param fate how it leaves the method, a sentence each
   * @param moments what its state is where
   */
  public record Resource(String name, int from, int to, String what, String kind, String origin, String release, List<String> fate,
      List<Moment> moments) {
    public Resource {
      fate = List.copyOf(fate);
      moments = List.copyOf(moments);
    }

    /** The state at an offset: that before the innermost code there runs; empty where nothing runs there. */
    public Optional<String> stateAt(int offset) {
      return moments.stream().filter(m -> m.from() <= offset && offset <= m.to())
          .min(Comparator.comparingInt((Moment m) -> m.to() - m.from())).map(Moment::state);
    }
  }

  /**
   * What a resource's state is before some code runs.
   *
   * @param from where the code begins
   * @param to behind its end
   * @param state in a developer's words
   */
  public record Moment(int from, int to, String state) {}

  /**
   * What a method does with resources of its callers, without anybody having written it down.
   *
   * @param offset of the method's name
   * @param text in a developer's words
   */
  public record Ownership(int offset, String text) {}
}
