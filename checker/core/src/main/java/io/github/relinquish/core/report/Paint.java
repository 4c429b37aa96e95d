package io.github.relinquish.core.report;

/** The few colours of the text form. */
enum Paint {
  NONE, ANSI;

  String strong(String text) {
    return in("1", text);
  }

  String error(String text) {
    return in("1;31", text);
  }

  String warning(String text) {
    return in("1;35", text);
  }

  String help(String text) {
    return in("32", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  private String in(String code, String text) {
    return this == ANSI ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
