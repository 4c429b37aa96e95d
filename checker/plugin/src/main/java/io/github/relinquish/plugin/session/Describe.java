package io.github.relinquish.plugin.session;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.WitnessStep;
import java.util.ArrayList;
import java.util.List;

/** Puts a finding into javac's message: one sentence, then the path in at most {@link #LINES} lines. */
public final class Describe {
  private static final int LINES = 6;
  private static final int FIRST = 2;

  private Describe() {}

  /** The message without the check's name. */
  public static String message(Finding finding, Settings settings) {
    StringBuilder text = new StringBuilder(finding.message());
    List<WitnessStep> steps = shortened(finding.witness());
    WitnessStep cut = steps.size() < finding.witness().size() ? steps.get(FIRST - 1) : null;
    for (WitnessStep step : steps) {
      text.append("\n    ").append("  ".repeat(step.depth()));
      if (step.site().line() > 0) {
        text.append(place(step, finding)).append(": ");
      }
      text.append(step.text());
      if (step == cut) {
        text.append(" ... (").append(finding.witness().size() - LINES).append(" more)");
      }
    }
    if (finding.confidence() == Confidence.LIKELY) {
      text.append("\n    likely, not certain: a step rests on a guess");
    }
    if (settings.explains()) {
      finding.beliefs().forEach(b -> text.append("\n    why: ").append(b));
    }
    return text.toString();
  }

  private static String place(WitnessStep step, Finding finding) {
    String file = step.site().file();
    boolean isSame = file.equals(finding.site().file());
    return isSame ? "line " + step.site().line() : file.substring(file.lastIndexOf('/') + 1) + " line " + step.site().line();
  }

  /** The beginning and the end are what a reader needs most. */
  private static List<WitnessStep> shortened(List<WitnessStep> steps) {
    if (steps.size() <= LINES) {
      return steps;
    }
    List<WitnessStep> few = new ArrayList<>(steps.subList(0, FIRST));
    few.addAll(steps.subList(steps.size() - (LINES - FIRST), steps.size()));
    return few;
  }
}
