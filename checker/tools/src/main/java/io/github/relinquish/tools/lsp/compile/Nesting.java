package io.github.relinquish.tools.lsp.compile;

/**
 * How deep brackets are nested in a source. Javac goes as deep as its stack lets it, which is another depth in each run, and what it was just about to
 * load when the stack is full stays broken for the whole session: code that goes too deep never gets there.
 */
final class Nesting {
  /** People write a dozen levels, programs that write programs some hundreds. */
  private static final int MOST = 2000;

  private final String text;
  private int at;

  private Nesting(String text) {
    this.text = text;
  }

  static boolean isTooDeep(String text) {
    return text.length() > MOST && new Nesting(text).deepest() > MOST;
  }

  private int deepest() {
    int depth = 0;
    int deepest = 0;
    for (; at < text.length() && deepest <= MOST; at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        skipLiteral(c);
      } else if (c == '/') {
        skipComment();
      } else if (c == '(' || c == '[' || c == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == ')' || c == ']' || c == '}') {
        depth = Math.max(0, depth - 1);
      }
    }
    return deepest;
  }

  private void skipLiteral(char quote) {
    if (quote == '"' && text.startsWith("\"\"\"", at)) {
      at = end(text.indexOf("\"\"\"", at + 3)) + 2;
      return;
    }
    for (at++; at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n'; at++) {
      at += text.charAt(at) == '\\' ? 1 : 0;
    }
  }

  private void skipComment() {
    if (text.startsWith("//", at)) {
      at = end(text.indexOf('\n', at));
    } else if (text.startsWith("/*", at)) {
      at = end(text.indexOf("*/", at + 2)) + 1;
    }
  }

  private int end(int found) {
    return found < 0 ? text.length() : found;
  }
}
