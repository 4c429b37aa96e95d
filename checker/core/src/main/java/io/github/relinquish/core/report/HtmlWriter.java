package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes one HTML file that needs nothing else: no network, no other file. Everything is in the markup, so it reads without its
 * script and on paper; the script filters and steps through paths. The page's own policy forbids any other script.
 */
public final class HtmlWriter implements ReportWriter {
  private static final String STYLE = resource("report.css");
  private static final String SCRIPT = resource("report.js");

  private final String title;
  private final SourceText source;

  /**
   * A writer of pages.
   *
   * @param title what was checked, for the heading
   * @param source lines for the paths
   */
  public HtmlWriter(String title, SourceText source) {
    this.title = title;
    this.source = source;
  }

  @Override public void write(Report report, Appendable out) {
    try {
      out.append(head(report));
      int number = 1;
      for (Finding finding : report.findings()) {
        out.append(article(finding, report, number++));
      }
      out.append("</main>\n").append(notes(report)).append("<script>").append(SCRIPT).append("</script>\n</body>\n</html>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String head(Report report) {
    String name = Markup.escaped(title);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src '" + hash(STYLE)
        + "'; script-src '" + hash(SCRIPT) + "'; base-uri 'none'; form-action 'none'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n"
        + "<title>Relinquish: " + name + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n"
        + "<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n<header>\n<h1>Relinquish <span>" + name
        + "</span></h1>\n<p id=\"summary\">" + Markup.escaped(TextWriter.summary(report)) + "</p>\n"
        + (report.isComplete() ? "" : "<p class=\"gap\" role=\"alert\">Not everything was judged: <a href=\"#notes\">see why</a>.</p>\n")
        + filters(report) + "</header>\n" + index(report) + "<main id=\"findings\" tabindex=\"-1\">\n";
  }

  private static String filters(Report report) {
    StringBuilder html = new StringBuilder("<form id=\"filters\" role=\"search\" aria-label=\"Filter findings\">\n");
    html.append("<label>Text <input id=\"text\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label>\n");
    html.append("<label>Rule <select id=\"rule\"><option value=\"\">all rules</option>");
    for (RuleId rule : RuleId.values()) {
      long count = report.findings().stream().filter(finding -> finding.rule() == rule).count();
      if (count > 0) {
        html.append("<option value=\"").append(rule.title()).append("\">").append(rule.title()).append(" (").append(count)
            .append(")</option>");
      }
    }
    html.append("</select></label>\n<label>Severity <select id=\"severity\"><option value=\"\">all</option>");
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      String word = word(severity);
      html.append("<option value=\"").append(word).append("\">").append(word).append("</option>");
    }
    html.append("</select></label>\n<label>Confidence <select id=\"confidence\"><option value=\"\">all</option>");
    for (Confidence confidence : List.of(Confidence.CERTAIN, Confidence.LIKELY)) {
      html.append("<option value=\"").append(confidence.word()).append("\">").append(confidence.word()).append("</option>");
    }
    html.append("</select></label>\n<button type=\"reset\">Clear</button>\n<output id=\"shown\" aria-live=\"polite\"></output>\n");
    html.append("<p class=\"keys\"><kbd>j</kbd>/<kbd>k</kbd> next/previous finding, <kbd>n</kbd>/<kbd>p</kbd> next/previous step, "
        + "<kbd>/</kbd> filter</p>\n</form>\n");
    return html.toString();
  }

  private static String index(Report report) {
    StringBuilder html = new StringBuilder("<nav aria-label=\"Findings\">\n<ol>\n");
    int number = 1;
    for (Finding finding : report.findings()) {
      html.append("<li data-for=\"f").append(number).append("\"><a href=\"#f").append(number++).append("\"><b class=\"")
          .append(word(finding.severity())).append("\">").append(finding.rule().title()).append("</b> <span>")
          .append(Markup.escaped(finding.site().toString())).append("</span></a></li>\n");
    }
    return html.append("</ol>\n</nav>\n").toString();
  }

  private String article(Finding finding, Report report, int number) {
    String id = "f" + number;
    StringBuilder html = new StringBuilder("<article id=\"").append(id).append("\" tabindex=\"-1\" aria-labelledby=\"").append(id)
        .append("h\" data-rule=\"").append(finding.rule().title()).append("\" data-severity=\"").append(word(finding.severity()))
        .append("\" data-confidence=\"").append(finding.confidence().word()).append("\">\n<h2 id=\"").append(id).append("h\">")
        .append("<span class=\"tag ").append(word(finding.severity())).append("\">").append(word(finding.severity()))
        .append("</span> ").append(Markup.escaped(finding.message())).append("</h2>\n<p class=\"facts\"><b>")
        .append(finding.rule().title()).append("</b> <code>").append(Markup.escaped(finding.site().toString()))
        .append("</code> in <code>").append(Markup.escaped(finding.method().shortName())).append("</code>, ")
        .append(finding.confidence().word()).append(", fingerprint <code>").append(Markup.escaped(finding.fingerprint()))
        .append("</code></p>\n");
    html.append(PathMarkup.of(finding, id, source));
    items(html, "Fixes", report.fixesOf(finding).stream().map(fix -> fix.description()).toList());
    items(html, "Why this is believed of the calls", finding.beliefs());
    return html.append("</article>\n").toString();
  }

  private static void items(StringBuilder html, String heading, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    html.append("<h3>").append(heading).append("</h3>\n<ul>\n");
    items.forEach(item -> html.append("<li>").append(Markup.escaped(item)).append("</li>\n"));
    html.append("</ul>\n");
  }

  private static String notes(Report report) {
    if (report.notes().isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<section id=\"notes\" aria-labelledby=\"notesh\">\n<h2 id=\"notesh\">Notes</h2>\n<ul>\n");
    for (Note note : report.notes()) {
      html.append("<li>").append(note.kind() == Note.Kind.NOT_JUDGED ? "<b>not judged:</b> " : "");
      html.append(note.site().file().isEmpty() ? "" : "<code>" + Markup.escaped(note.site().toString()) + "</code> ");
      html.append(Markup.escaped(note.text())).append("</li>\n");
    }
    return html.append("</ul>\n</section>\n").toString();
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String hash(String inline) {
    return "sha256-" + Base64.getEncoder().encodeToString(LineHash.sha256(inline));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
