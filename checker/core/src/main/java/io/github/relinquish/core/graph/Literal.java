package io.github.relinquish.core.graph;

/** A value that the program writes down. */
public sealed interface Literal {
  /** The null reference. */
  record Null() implements Literal {
    @Override public String toString() {
      return "null";
    }
  }

  /** Any integral value; {@code false} is 0, {@code true} is 1, a character is its code. */
  record Int(long value) implements Literal {
    @Override public String toString() {
      return Long.toString(value);
    }
  }

  /** A string constant. */
  record Text(String value) implements Literal {
    @Override public String toString() {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
    }
  }

  /**
   * A non-null constant that nobody computes with: a class literal, a floating-point number, a method type.
   *
   * @param form how it prints, one word without spaces
   */
  record Opaque(String form) implements Literal {
    @Override public String toString() {
      return "`" + form + "`";
    }
  }

  /** The one null. */
  Literal NULL = new Null();

  /** A constant as compilers and class files keep it: a string or a boxed primitive; null is the null reference. */
  static Literal of(Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof Boolean truth) {
      return new Int(truth ? 1 : 0);
    }
    if (value instanceof Character character) {
      return new Int(character);
    }
    if (value instanceof String text) {
      return new Text(text);
    }
    if (value instanceof Float || value instanceof Double) {
      return new Opaque(value + (value instanceof Float ? "f" : ""));
    }
    return new Int(((Number) value).longValue());
  }
}
