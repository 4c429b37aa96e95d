package io.github.relinquish.classfile.run;

import io.github.relinquish.classfile.Note;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import java.util.List;

/**
 * What came out of a run.
 *
 * @param findings sorted
 * @param notes what could not be read, sorted, each once
 * @param crashes classes that could not be judged because of a mistake of ours, in the order of their names
 * @param classes how many classes were judged
 * @param unfollowed bodies in which a budget of the analysis was met, sorted
 * @param missing names of classes that are nowhere and that the classes worth a look name, sorted: what they do was guessed
 */
public record ClassVerdicts(List<Finding> findings, List<Note> notes, List<Crash> crashes, int classes, List<Unfollowed> unfollowed,
    List<String> missing) {
  /** A class without a verdict, and what stopped us. */
  public record Crash(String className, Throwable error) {}

  /** A body through which more paths lead than were followed, and where it stands. */
  public record Unfollowed(MethodKey body, Site site) {}

  public ClassVerdicts {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    crashes = List.copyOf(crashes);
    unfollowed = List.copyOf(unfollowed);
    missing = List.copyOf(missing);
  }
}
