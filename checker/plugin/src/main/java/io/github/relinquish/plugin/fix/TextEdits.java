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

  void addTo(SuggestedFix.Builder fix) {
    edits.forEach(e -> fix.replace(e.start(), e.end(), e.text()));
  }
}
