package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Confidence;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Writes findings as a compiler does: place, sentence, line with a caret, then the path as numbered steps. */
public final class TextWriter implements ReportWriter {
  /** Longer lines are cut around the caret: generated code has lines of a megabyte. */
  private static final int WIDEST = 160;

  private final SourceText source;
  private final Paint paint;
  private final boolean explains;
  private final String noun;

  /** One that leaves out why calls were believed to do what they do. */
  public TextWriter(SourceText source, boolean isColoured) {
    this(source, isColoured, false);
  }

  /** @param explains whether to add why calls were believed to do what they do */
  public TextWriter(SourceText source, boolean isColoured, boolean explains) {
    this(source, isColoured, explains, "finding");
  }

  /** @param noun what the last line counts, in the singular */
  public TextWriter(SourceText source, boolean isColoured, boolean explains, String noun) {
    this.source = source;
    this.paint = isColoured ? Paint.ANSI : Paint.NONE;
    this.explains = explains;
    this.noun = noun;
  }

  @Override public void write(Report report, Appendable out) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : report.findings()) {
      finding(text, finding, report.fixesOf(finding));
      flush(text, out);
    }
    for (Note note : report.notes()) {
      note(text, note);
    }
    text.append(summary(report, noun)).append('\n');
    flush(text, out);
  }

  /** One line that counts: {@code 2 findings (1 error, 1 warning)}. */
  public static String summary(Report report) {
    return summary(report, "finding");
  }

  private static String summary(Report report, String noun) {
    int all = report.findings().size();
    String count = all == 0 ? "no " + noun + "s"
        : counted(all, noun) + " (" + counted(report.count(Severity.ERROR), "error") + ", "
            + counted(report.count(Severity.WARNING), "warning") + ")";
    return report.isComplete() ? count : count + "; incomplete: not everything was judged";
  }

  private void finding(StringBuilder text, Finding finding, List<Fix> fixes) {
    String word = finding.severity().name().toLowerCase(Locale.ROOT);
    text.append(paint.strong(place(finding.site()))).append(": ");
    text.append(finding.severity() == Severity.ERROR ? paint.error(word + ":") : paint.warning(word + ":"));
    text.append(" [").append(finding.rule().title()).append("] ").append(Terminal.plain(finding.message())).append('\n');
    snippet(text, finding.site());
    int number = 1;
    for (WitnessStep step : finding.witness()) {
      text.append("  ").append(number++).append(". ").append("  ".repeat(Math.max(0, step.depth())));
      text.append(paint.faint(place(step.site()))).append(' ').append(Terminal.plain(step.text())).append('\n');
    }
    for (Fix fix : fixes) {
      text.append("  ").append(paint.help("fix:")).append(' ').append(Terminal.plain(fix.description())).append('\n');
    }
    for (String belief : explains ? finding.beliefs() : List.<String>of()) {
      text.append("  why: ").append(Terminal.plain(belief)).append('\n');
    }
    if (finding.confidence() == Confidence.LIKELY) {
      text.append("  likely, not certain: a step rests on a guess\n");
    }
    text.append('\n');
  }

  private void snippet(StringBuilder text, Site site) {
    String line = source.line(site.file(), site.line()).orElse("");
    if (line.isBlank()) {
      return;
    }
    Span span = Span.of(site, source);
    int from = span.column() > WIDEST / 2 && line.length() > WIDEST ? span.column() - WIDEST / 2 : 0;
    String shown = line.substring(Math.min(from, line.length()), Math.min(line.length(), from + WIDEST));
    if (!span.hasColumn() || span.column() > line.length()) {
      text.append("    ").append(Terminal.plain(shown).strip()).append('\n');
      return;
    }
    int caret = span.column() - 1 - from;
    String before = Terminal.plain(shown.substring(0, caret));
    int width = span.hasEnd() ? Math.min(span.length(), shown.length() - caret) : 1;
    String indented = before + Terminal.plain(shown.substring(caret));
    int margin = indented.length() - indented.stripLeading().length();
    text.append("    ").append(indented.substring(margin).stripTrailing()).append('\n');
    text.append("    ").append(" ".repeat(before.length() - margin));
    text.append(paint.help("^" + "~".repeat(Math.max(0, width - 1)))).append('\n');
  }

  private void note(StringBuilder text, Note note) {
    boolean isGap = note.kind() == Note.Kind.NOT_JUDGED;
    if (!note.site().file().isEmpty()) {
      text.append(place(note.site())).append(": ");
    }
    text.append(isGap ? paint.warning("not judged:") : "note:").append(' ').append(Terminal.plain(note.text())).append('\n');
  }

  private static String place(Site site) {
    if (site.file().isEmpty()) {
      return "(no place)";
    }
    return Terminal.plain(site.line() > 0 ? site.toString() : site.file());
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static void flush(StringBuilder text, Appendable out) {
    try {
      out.append(text);
      text.setLength(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
