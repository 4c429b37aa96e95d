package io.github.relinquish.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {
  private final String html = new HtmlWriter("<script>title</script>", Examples.SOURCE).print(Examples.report());

  @Test void asksNobodyForAnything() {
    assertFalse(Pattern.compile("(?:src|href|action)=\"(?!#|data:,)").matcher(html).find());
    assertFalse(html.contains("@import") || html.contains("url("));
    assertTrue(html.contains("default-src 'none'"));
  }

  @Test void namesCannotBecomeMarkup() {
    assertEquals(1, Pattern.compile("<script").matcher(html).results().count(), "only our own script");
    assertFalse(html.contains("<img"));
    assertFalse(html.contains("\u001b") || html.contains("\u202e"));
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
  }

  @Test void everyLinkHasItsTarget() {
    Set<String> ids = all("\\bid=\"([^\"]+)\"");
    Set<String> targets = all("href=\"#([^\"]+)\"");
    assertTrue(ids.containsAll(targets), () -> targets + " in " + ids);
    assertTrue(ids.containsAll(all("aria-labelledby=\"([^\"]+)\"")));
  }

  @Test void everyStepStandsUnderItsLine() {
    assertTrue(html.indexOf("class=\"no\">5<") < html.indexOf("id=\"f1s1\""));
    assertTrue(html.indexOf("id=\"f1s1\"") < html.indexOf("class=\"no\">6<"));
    assertTrue(html.contains("<html lang=\"en\">") && html.contains("prefers-color-scheme: dark") && html.contains("@media print"));
  }

  private Set<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(html).results().map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
