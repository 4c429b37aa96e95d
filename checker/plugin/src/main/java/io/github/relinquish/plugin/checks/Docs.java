package io.github.relinquish.plugin.checks;

/** Where the pages of the rules are. */
final class Docs {
  static final String CHECKS = "https://github.com/relinquish/relinquish/blob/main/docs/checks/";

  private Docs() {}
}
