package io.github.relinquish.tools.lsp;

/** Hears what comes out of the analysis; called on its threads. */
interface Audience {
  void judged(Judged judged);

  /**
   * Work begins.
   *
   * @param stop ends it where the user does not want it any more
   */
  Progress.Work begins(String title, Runnable stop);

  /** For whoever looks into the log. */
  void trouble(String sentence);

  /** For the person at the editor, who has to do something. */
  void alarm(String sentence);
}
