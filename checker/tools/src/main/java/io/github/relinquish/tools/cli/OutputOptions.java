package io.github.relinquish.tools.cli;

import io.github.relinquish.core.report.FileTrouble;
import io.github.relinquish.core.report.Report;
import io.github.relinquish.core.report.RulePages;
import io.github.relinquish.core.report.SourceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where reports go. */
final class OutputOptions {
  /** When text is coloured. */
  enum Colour { AUTO, ALWAYS, NEVER }

  @Option(names = "--format", split = ",", defaultValue = "text", paramLabel = "FORMAT",
      description = "Forms of the report: ${COMPLETION-CANDIDATES}; several with commas. Default: text.")
  private List<Format> formats;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where the one form goes; standard output without it.")
  private Path output;

  @Option(names = "--report-dir", paramLabel = "DIR",
      description = "Folder for every form but text, each under its usual name; text goes to standard output.")
  private Path reportDir;

  @Option(names = "--category", paramLabel = "ID", defaultValue = "relinquish/",
      description = "Category of the run in SARIF, one for each module. Default: ${DEFAULT-VALUE}")
  private String category;

  @Option(names = "--title", paramLabel = "TEXT", defaultValue = "report", description = "Heading of the HTML page.")
  private String title;

  @Option(names = {"--color", "--colour"}, paramLabel = "WHEN", defaultValue = "auto",
      description = "Colour the text: ${COMPLETION-CANDIDATES}. Default: auto.")
  private Colour colour;

  /** Writes every form that was asked for. */
  void write(Report report, SourceText source, RulePages pages, PrintWriter out) {
    write(report, "finding", source, pages, out);
  }

  /** The same for a report that holds new findings only. */
  void writeNew(Report report, SourceText source, RulePages pages, PrintWriter out) {
    write(report, "new finding", source, pages, out);
  }

  private void write(Report report, String noun, SourceText source, RulePages pages, PrintWriter out) {
    boolean toTerminal = output == null;
    Format.Style style = new Format.Style(isColoured(toTerminal), noun, category, title, pages);
    if (reportDir == null) {
      requireOne();
      String text = formats.get(0).writer(style, source).print(report);
      put(text, output, out);
      return;
    }
    if (output != null) {
      throw new Misuse("--output and --report-dir exclude each other");
    }
    for (Format format : formats.stream().distinct().toList()) {
      String text = format.writer(style, source).print(report);
      put(text, format == Format.TEXT ? null : reportDir.resolve(format.fileName()), out);
    }
  }

  /** Finds mistakes in the options before the work begins. */
  void validate() {
    if (reportDir == null) {
      requireOne();
    } else if (output != null) {
      throw new Misuse("--output and --report-dir exclude each other");
    }
  }

  private void requireOne() {
    if (formats.stream().distinct().count() != 1) {
      throw new Misuse("several forms need --report-dir DIR");
    }
  }

  private static void put(String text, Path file, PrintWriter out) {
    if (file == null) {
      out.print(text);
      out.flush();
      return;
    }
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Misuse("cannot write " + file + ": " + FileTrouble.reason(e));
    }
  }

  private boolean isColoured(boolean toTerminal) {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> toTerminal && ProgressLine.isTerminal() && System.getenv("NO_COLOR") == null;
    };
  }
}
