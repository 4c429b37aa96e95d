package io.github.relinquish.core.data;

import java.util.List;

/** A piece of YAML and where it stands, lines and columns from 1. */
sealed interface Node {
  int line();

  int column();

  /** What a message calls it. */
  String noun();

  /** A text, quoted or not. */
  record Scalar(String text, boolean isPlain, int line, int column) implements Node {
    @Override public String noun() {
      return text.isEmpty() && isPlain ? "nothing" : "the text '" + shortened(text) + "'";
    }

    private static String shortened(String text) {
      return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
  }

  /** A list. */
  record Items(List<Node> items, int line, int column) implements Node {
    @Override public String noun() {
      return "a list";
    }
  }

  /** A mapping; keys as written, doubles included. */
  record Mapping(List<Entry> entries, int line, int column) implements Node {
    @Override public String noun() {
      return "a mapping";
    }
  }

  /** A key with its value. */
  record Entry(Scalar key, Node value) {}
}
