package io.github.relinquish.tools.cli;

/** The user asked for something that makes no sense; the sentence says what to do instead. */
final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1;

  Misuse(String message) {
    super(message);
  }
}
