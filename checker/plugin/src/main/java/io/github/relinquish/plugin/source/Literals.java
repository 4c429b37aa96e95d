package io.github.relinquish.plugin.source;

import io.github.relinquish.core.graph.Literal;

/** Java's constants as the engine's. */
final class Literals {
  private Literals() {}

  /** @param value as javac keeps it or as a literal has it; null is the null reference */
  static Literal of(Object value) {
    if (value == null) {
      return Literal.NULL;
    }
    if (value instanceof Boolean truth) {
      return new Literal.Int(truth ? 1 : 0);
    }
    if (value instanceof Character character) {
      return new Literal.Int(character);
    }
    if (value instanceof String text) {
      return new Literal.Text(text);
    }
    if (value instanceof Float || value instanceof Double) {
      return new Literal.Opaque(value.toString());
    }
    return new Literal.Int(((Number) value).longValue());
  }
}
