package io.github.relinquish.core.report;

/** One way to write a report down. */
public interface ReportWriter {
  /**
   * Writes the whole report; equal reports give equal characters.
   *
   * @throws java.io.UncheckedIOException where {@code out} fails
   */
  void write(Report report, Appendable out);

  /** The report as a string. */
  default String print(Report report) {
    StringBuilder out = new StringBuilder();
    write(report, out);
    return out.toString();
  }
}
