package io.github.relinquish.plugin.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import java.util.stream.Collectors;

/** The text of the file at hand, by tree, by line and by indentation. */
final class SourceText {
  private final VisitorState state;
  private final String text;

  SourceText(VisitorState state) {
    this.state = state;
    this.text = String.valueOf(state.getSourceCode());
  }

  String text() {
    return text;
  }

  int start(Tree tree) {
    return ASTHelpers.getStartPosition(tree);
  }

  int end(Tree tree) {
    return state.getEndPosition(tree);
  }

  String of(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Behind the line's last character, its line feed not included. */
  int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /** The blanks in front of the line that {@code at} stands in. */
  String indentAt(int at) {
    int start = lineStart(at);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Whether nothing but blanks stands before {@code at} in its line. */
  boolean isFirstInLine(int at) {
    return text.substring(lineStart(at), at).isBlank();
  }

  /** Behind the line that ends at {@code at}, together with a comment at its end; {@code at} where code follows in the line. */
  int endOfLineAfter(int at) {
    String rest = text.substring(at, lineEnd(at)).strip();
    boolean isRestOfLine = rest.isEmpty() || rest.startsWith("//") || rest.startsWith("/*") && rest.endsWith("*/");
    return isRestOfLine ? Math.min(lineEnd(at) + 1, text.length()) : at;
  }

  /** A name that stands nowhere in the file: {@code wish}, or it with a number. */
  String fresh(String wish) {
    String fresh = wish;
    for (int i = 2; text.matches("(?s).*\\b" + fresh + "\\b.*"); i++) {
      fresh = wish + i;
    }
    return fresh;
  }

  /** One step of indentation, as the statements at {@code inner} are from the line of {@code outer}. */
  String unit(int outer, int inner) {
    String from = indentAt(outer);
    String to = indentAt(inner);
    return to.length() > from.length() && to.startsWith(from) ? to.substring(from.length()) : "  ";
  }

  static String indented(String lines, String unit) {
    return lines.lines().map(l -> l.isBlank() ? l : unit + l).collect(Collectors.joining("\n")) + "\n";
  }

  static String outdented(String lines, String unit) {
    return lines.lines().map(l -> l.startsWith(unit) ? l.substring(unit.length()) : l).collect(Collectors.joining("\n")) + "\n";
  }
}
