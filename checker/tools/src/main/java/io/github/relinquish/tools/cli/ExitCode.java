package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.Report;

/** What the caller's shell sees. */
enum ExitCode {
  CLEAN(0), FINDINGS(1), MISUSE(2), INCOMPLETE(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Of a report in which every finding counts. Incomplete wins: an answer that is not whole is never a verdict. */
  static ExitCode of(Report report) {
    if (!report.isComplete()) {
      return INCOMPLETE;
    }
    return report.findings().isEmpty() ? CLEAN : FINDINGS;
  }
}
