package io.github.relinquish.core.finding;

/** What a finding rests on. */
public enum Confidence {
  /** At least one step is a guess about code that nobody could read. */
  LIKELY,
  /** Every step was read in a row, an annotation or a body. */
  CERTAIN;

  /** As users write it. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
