package io.github.relinquish.classfile.run;

import io.github.relinquish.classfile.Note;
import io.github.relinquish.core.finding.Finding;
import java.util.List;

/**
 * What came out of a run.
 *
 * @param findings sorted
 * @param notes what could not be read, sorted, each once
 * @param crashes classes that could not be judged because of a mistake of ours, in the order of their names
 * @param classes how many classes were judged
 * @param widened how often a budget of the analysis was met
 */
public record ClassVerdicts(List<Finding> findings, List<Note> notes, List<Crash> crashes, int classes, int widened) {
  /** A class without a verdict, and what stopped us. */
  public record Crash(String className, Throwable error) {}

  public ClassVerdicts {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    crashes = List.copyOf(crashes);
  }
}
