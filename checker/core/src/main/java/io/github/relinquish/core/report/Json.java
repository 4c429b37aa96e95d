package io.github.relinquish.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** A streaming writer of JSON: two blanks of indentation, members in the order in which they are said. */
final class Json {
  private final Appendable out;
  private final boolean isOneLine;
  private final Deque<Boolean> isEmpty = new ArrayDeque<>();
  private boolean afterName;

  private Json(Appendable out, boolean isOneLine) {
    this.out = out;
    this.isOneLine = isOneLine;
  }

  static Json indented(Appendable out) {
    return new Json(out, false);
  }

  static Json onOneLine(Appendable out) {
    return new Json(out, true);
  }

  Json beginObject() {
    return begin('{');
  }

  Json endObject() {
    return end('}');
  }

  Json beginArray() {
    return begin('[');
  }

  Json endArray() {
    return end(']');
  }

  Json beginObject(String name) {
    return name(name).beginObject();
  }

  Json beginArray(String name) {
    return name(name).beginArray();
  }

  Json name(String name) {
    separate();
    raw(quoted(name)).raw(isOneLine ? ":" : ": ");
    afterName = true;
    return this;
  }

  Json value(String value) {
    separate();
    return raw(quoted(value));
  }

  Json field(String name, String value) {
    return name(name).value(value);
  }

  Json field(String name, long value) {
    name(name).separate();
    return raw(Long.toString(value));
  }

  Json field(String name, boolean value) {
    name(name).separate();
    return raw(Boolean.toString(value));
  }

  /** Ends the document with a line end. */
  void endDocument() {
    raw("\n");
  }

  /** A JSON string that is also safe where it stands in a script, on a terminal or in a strict UTF-8 reader. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        quoted.append(c).append(text.charAt(++i));
      } else {
        quoted.append(escaped(c));
      }
    }
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        if (Character.isSurrogate(c)) {
          yield "\ufffd";                      // half a character has no UTF-8 form
        }
        boolean isPlain = !Terminal.isControl(c);
        yield isPlain ? String.valueOf(c) : String.format("\\u%04x", (int) c);
      }
    };
  }

  private Json begin(char bracket) {
    separate();
    isEmpty.push(true);
    return raw(String.valueOf(bracket));
  }

  private Json end(char bracket) {
    boolean wasEmpty = isEmpty.pop();
    if (!wasEmpty) {
      newLine();
    }
    return raw(String.valueOf(bracket));
  }

  private void separate() {
    if (afterName) {
      afterName = false;
      return;
    }
    if (isEmpty.isEmpty()) {
      return;
    }
    if (!isEmpty.pop()) {
      raw(",");
    }
    isEmpty.push(false);
    newLine();
  }

  private void newLine() {
    if (!isOneLine) {
      raw("\n").raw("  ".repeat(isEmpty.size()));
    }
  }

  private Json raw(String text) {
    try {
      out.append(text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
