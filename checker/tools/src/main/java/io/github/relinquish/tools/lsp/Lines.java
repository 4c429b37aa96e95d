package io.github.relinquish.tools.lsp;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Offsets in a text as lines and UTF-16 columns from 0, and back. Whatever lies outside is moved to the nearest place inside. */
final class Lines {
  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    int[] found = new int[16];
    int count = 1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean endsLine = c == '\n' || c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
      if (endsLine) {
        found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
        found[count++] = at + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  int offset(Position position) {
    int line = Math.max(0, position.getLine());
    if (line >= starts.length) {
      return text.length();
    }
    int start = starts[line];
    int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    if (end > start && end < text.length() && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r') {
      end--;
    }
    return Math.min(end, start + Math.max(0, position.getCharacter()));
  }

  Position position(int offset) {
    int inside = Math.max(0, Math.min(text.length(), offset));
    int found = Arrays.binarySearch(starts, inside);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line, inside - starts[line]);
  }

  Range range(int from, int to) {
    return new Range(position(from), position(Math.max(from, to)));
  }

  /** What a whole line, counted from 0, shows. */
  Range line(int line) {
    int at = Math.max(0, Math.min(starts.length - 1, line));
    int end = at + 1 < starts.length ? starts[at + 1] : text.length();
    String shown = text.substring(starts[at], end).stripTrailing();
    int indent = shown.length() - shown.stripLeading().length();
    return range(starts[at] + indent, starts[at] + shown.length());
  }

  /** The text of a line, counted from 0, without its end. */
  String text(int line) {
    if (line < 0 || line >= starts.length) {
      return "";
    }
    int end = line + 1 < starts.length ? starts[line + 1] : text.length();
    return text.substring(starts[line], end).stripTrailing();
  }

  /** The word of letters, digits and {@code more} around a place; empty between words. */
  String wordAt(int offset, String more) {
    int from = offset;
    int to = offset;
    while (from > 0 && isPart(text.charAt(from - 1), more)) {
      from--;
    }
    while (to < text.length() && isPart(text.charAt(to), more)) {
      to++;
    }
    return text.substring(from, to);
  }

  private static boolean isPart(char c, String more) {
    return Character.isJavaIdentifierPart(c) || more.indexOf(c) >= 0;
  }
}
