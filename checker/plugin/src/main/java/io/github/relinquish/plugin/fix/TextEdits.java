package io.github.relinquish.plugin.fix;

import com.google.errorprone.fixes.SuggestedFix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Edits of one file that do not overlap. An edit around others takes them in. */
final class TextEdits {
  private record Edit(int start, int end, String text) {}

  private final String source;
  private final List<Edit> edits = new ArrayList<>();

  TextEdits(String source) {
    this.source = source;
  }

  void replace(int start, int end, String text) {
    edits.removeIf(e -> start <= e.start() && e.end() <= end && end > start);
    edits.add(new Edit(start, end, text));
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
  }

  void insert(int at, String text) {
    replace(at, at, text);
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** The text between two offsets as the edits so far leave it. */
  String applied(int start, int end) {
    StringBuilder out = new StringBuilder();
    int at = start;
    for (Edit edit : edits) {
      if (edit.start() >= start && edit.end() <= end) {
        out.append(source, at, edit.start()).append(edit.text());
        at = edit.end();
      }
    }
    return out.append(source, at, end).toString();
  }

  /** The edits by offset, line and column of that file; insertions at one place are one. */
  List<io.github.relinquish.core.finding.Edit> in(String file) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : edits) {
      Edit last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.start() == edit.start() && last.end() == edit.end()) {
        joined.set(joined.size() - 1, new Edit(edit.start(), edit.end(), last.text() + edit.text()));
      } else {
        joined.add(edit);
      }
    }
    return joined.stream().map(e -> new io.github.relinquish.core.finding.Edit(file, e.start(), e.end(), line(e.start()), column(e.start()),
        line(e.end()), column(e.end()), e.text())).toList();
  }

  /** Counted from 1, as javac counts: a carriage return alone ends a line too. */
  private int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      char c = source.charAt(i);
      boolean isPair = c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
      line += c == '\n' || c == '\r' && !isPair ? 1 : 0;
    }
    return line;
  }

  private int column(int offset) {
    int from = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1));
    return offset - from;
  }

  void addTo(SuggestedFix.Builder fix) {
    edits.forEach(e -> fix.replace(e.start(), e.end(), e.text()));
  }
}
