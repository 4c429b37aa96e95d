package io.github.relinquish.core.report;

import io.github.relinquish.core.protocol.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the documentation, which the jar carries along. */
final class ShippedPages {
  private static final String BASE = "https://github.com/relinquish/relinquish/blob/main/docs/checks/";

  private ShippedPages() {}

  /** The whole page; links to its neighbours lead to the web, and what marks examples for our tests is gone. */
  static String markdown(RuleId rule) {
    try (InputStream in = ShippedPages.class.getResourceAsStream("pages/" + rule.title() + ".md")) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: the page of " + rule.title());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "").replaceAll("```java (bad|good)", "```java")
          .replaceAll("]\\((?!https?:|#)([^)]+)\\)", "](" + BASE + "$1)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
