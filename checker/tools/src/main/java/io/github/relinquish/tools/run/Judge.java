package io.github.relinquish.tools.run;

/** Runs the analysis: the one seam between the commands and what finds mistakes. */
@FunctionalInterface
public interface Judge {
  /**
   * Judges everything that was named.
   *
   * @return findings with paths relative to the request's root, and a note for everything that was not judged; a crash, a compile error or
   *     a used-up budget is a note of the kind that keeps the answer from being clean, never an exception
   */
  Judgement judge(Request request);
}
