package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The path of one finding through its code: the lines that matter, each step under its line. */
final class PathMarkup {
  private static final int AROUND = 2;
  private static final int WIDEST = 400;

  private final String id;
  private final SourceText source;
  private final StringBuilder html = new StringBuilder();

  private PathMarkup(String id, SourceText source) {
    this.id = id;
    this.source = source;
  }

  static String of(Finding finding, String id, SourceText source) {
    return new PathMarkup(id, source).path(finding);
  }

  private String path(Finding finding) {
    List<WitnessStep> steps = finding.witness();
    html.append("<ol class=\"path\" aria-label=\"Path\">\n");
    for (int i = 0; i < steps.size(); i++) {
      WitnessStep step = steps.get(i);
      html.append("<li class=\"depth").append(Math.max(0, Math.min(step.depth(), 6))).append("\"><a href=\"#").append(anchor(i))
          .append("\">").append(Markup.escaped(step.text())).append("</a> <code>").append(Markup.escaped(step.site().toString()))
          .append("</code></li>\n");
    }
    html.append("</ol>\n");
    Map<String, SortedMap<Integer, List<Integer>>> files = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Site site = steps.get(i).site();
      if (!site.file().isEmpty() && site.line() > 0) {
        files.computeIfAbsent(site.file(), file -> new TreeMap<>()).computeIfAbsent(site.line(), line -> new ArrayList<>()).add(i);
      }
    }
    if (files.isEmpty() && !finding.site().file().isEmpty()) {
      files.put(finding.site().file(), new TreeMap<>(Map.of(Math.max(1, finding.site().line()), List.of())));
    }
    files.forEach((file, stepsAt) -> listing(finding, file, stepsAt));
    return html.toString();
  }

  private void listing(Finding finding, String file, SortedMap<Integer, List<Integer>> stepsAt) {
    List<String> lines = source.lines(file).orElse(List.of());
    html.append("<figure>\n<figcaption>").append(Markup.escaped(file)).append("</figcaption>\n<div class=\"code\" role=\"region\" "
        + "aria-label=\"Code\" tabindex=\"0\">\n");
    int previous = 0;
    for (int line : relevant(stepsAt, lines.size())) {
      if (previous > 0 && line > previous + 1) {
        html.append("<div class=\"cut\" aria-hidden=\"true\">\u22ef</div>\n");
      }
      line(line, lines, stepsAt.containsKey(line));
      for (int step : stepsAt.getOrDefault(line, List.of())) {
        bubble(finding.witness(), step);
      }
      previous = line;
    }
    html.append("</div>\n</figure>\n");
  }

  private void line(int line, List<String> lines, boolean isOnPath) {
    String text = line <= lines.size() ? lines.get(line - 1) : "";
    if (text.length() > WIDEST) {
      text = text.substring(0, WIDEST) + "\u2026";
    }
    html.append("<div class=\"line").append(isOnPath ? " on" : "").append("\"><span class=\"no\">").append(line)
        .append("</span><code>").append(Markup.escaped(text)).append("</code></div>\n");
  }

  private void bubble(List<WitnessStep> steps, int index) {
    html.append("<div class=\"step\" id=\"").append(anchor(index)).append("\" tabindex=\"-1\"><b>").append(index + 1)
        .append("</b> ").append(Markup.escaped(steps.get(index).text())).append("</div>\n");
  }

  private String anchor(int step) {
    return id + "s" + (step + 1);
  }

  private static SortedSet<Integer> relevant(SortedMap<Integer, List<Integer>> stepsAt, int count) {
    SortedSet<Integer> lines = new TreeSet<>(stepsAt.keySet());
    for (int line : stepsAt.keySet()) {
      for (int near = Math.max(1, line - AROUND); near <= Math.min(count, line + AROUND); near++) {
        lines.add(near);
      }
    }
    return lines;
  }
}
