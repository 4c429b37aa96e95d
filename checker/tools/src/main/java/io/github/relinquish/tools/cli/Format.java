package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.GitLabWriter;
import io.github.relinquish.core.report.HtmlWriter;
import io.github.relinquish.core.report.JUnitWriter;
import io.github.relinquish.core.report.RdjsonWriter;
import io.github.relinquish.core.report.ReportWriter;
import io.github.relinquish.core.report.RulePages;
import io.github.relinquish.core.report.SarifWriter;
import io.github.relinquish.core.report.SourceText;
import io.github.relinquish.core.report.TextWriter;

/** The forms of a report and the names of their files. */
enum Format {
  TEXT("relinquish.txt"),
  SARIF("relinquish.sarif"),
  HTML("relinquish.html"),
  GITLAB("gl-code-quality-report.json"),
  RDJSON("relinquish.rdjson"),
  JUNIT("TEST-relinquish.xml");

  private final String fileName;

  Format(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  ReportWriter writer(Style style, SourceText source) {
    return switch (this) {
      case TEXT -> new TextWriter(source, style.isColoured(), false, style.noun());
      case SARIF -> new SarifWriter(Version.current(), style.category(), style.pages(), source);
      case HTML -> new HtmlWriter(style.title(), source);
      case GITLAB -> new GitLabWriter();
      case RDJSON -> new RdjsonWriter(source);
      case JUNIT -> new JUnitWriter();
    };
  }

  /**
   * What the forms need beside the report.
   *
   * @param isColoured whether the text may be coloured
   * @param noun what the text counts
   * @param category of the run, in SARIF
   * @param title heading of the page
   * @param pages texts of the rules
   */
  record Style(boolean isColoured, String noun, String category, String title, RulePages pages) {}
}
