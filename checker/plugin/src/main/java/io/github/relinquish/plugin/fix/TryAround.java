package io.github.relinquish.plugin.fix;

import com.sun.source.tree.BlockTree;
import java.util.List;
import java.util.function.BinaryOperator;

/** Writes {@code try} around the last statements of a block. */
final class TryAround {
  private final SourceText source;
  private final TextEdits edits;

  TryAround(SourceText source, TextEdits edits) {
    this.source = source;
    this.edits = edits;
  }

  /** Puts the lines from offset {@code from} to the end of the block into {@code try}; edits within are taken in. */
  boolean releasing(BlockTree block, int from, ReleaseCall release) {
    return releasing(block, from, source.lineStart(source.end(block) - 1), release);
  }

  /** The same for the lines up to offset {@code to}. */
  boolean releasing(BlockTree block, int from, int to, ReleaseCall release) {
    return around(block, from, to, "finally", release::written);
  }

  /** The same for all lines from there on; the statements {@code then} follow on the release, even when it throws. */
  boolean releasing(BlockTree block, int from, ReleaseCall release, List<String> then) {
    return around(block, from, source.lineStart(source.end(block) - 1), "finally", (indent, unit) -> {
      boolean mayThrow = !release.thrown().isEmpty() && release.refused().isEmpty();
      String inner = mayThrow ? indent + unit : indent;
      String behind = String.join("\n" + inner, then);
      return mayThrow
          ? "try {\n" + inner + release.written(inner, unit) + "\n" + indent + "} finally {\n" + inner + behind + "\n" + indent + "}"
          : release.written(indent, unit) + "\n" + indent + behind;
    });
  }

  /** The same, but releases only where it fails. */
  boolean releasingOnFailure(BlockTree block, int from, ReleaseCall release) {
    String failure = source.fresh("failure");
    return around(block, from, source.lineStart(source.end(block) - 1), "catch (Throwable " + failure + ")",
        (indent, unit) -> release.written(indent, unit) + "\n" + indent + "throw " + failure + ";");
  }

  /** @param written the lines of the last block, of their indentation and one step more of it */
  private boolean around(BlockTree block, int start, int to, String word, BinaryOperator<String> written) {
    int close = source.end(block) - 1;
    int from = start;
    // The first line of an edit is the one that javac shows: blank lines stay outside.
    while (from < to && source.text().substring(from, source.lineEnd(from)).isBlank()) {
      from = source.lineEnd(from) + 1;
    }
    if (source.lineStart(from) != from || !source.isFirstInLine(close) || source.lineStart(to) != to) {
      return false;
    }
    // Not the first: a constructor's may be a call of super() that nobody wrote.
    int sibling = source.start(block.getStatements().get(block.getStatements().size() - 1));
    String indent = source.indentAt(sibling);
    String unit = source.unit(close, sibling);
    String body = edits.applied(from, to).stripTrailing();
    body = body.lines().dropWhile(String::isBlank).reduce("", (a, b) -> a + b + "\n");
    if (body.isBlank()) {
      edits.replace(from, to, indent + written.apply(indent, unit) + "\n");
      return true;
    }
    String inner = indent + unit;
    edits.replace(from, to, indent + "try {\n" + SourceText.indented(body, unit) + indent + "} " + word + " {\n"
        + inner + written.apply(inner, unit) + "\n" + indent + "}\n");
    return true;
  }
}
