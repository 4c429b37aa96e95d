package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of every rule: its sections, and its Java, of which the bad is flagged by that rule and the good by none of ours. */
class DocsTest {
  private static final Path PAGES = Path.of("..", "..", "docs", "checks");
  private static final List<String> SECTIONS = List.of(
      "## Bad", "## Why", "## Good", "## How to fix", "## When to suppress", "## Options", "## What it does not see");

  @TestFactory Stream<DynamicTest> pages() {
    return Checks.names().stream().map(rule -> dynamicTest(rule, () -> check(rule)));
  }

  private static void check(String rule) throws IOException {
    List<String> page = Files.readAllLines(PAGES.resolve(rule + ".md"));
    assertEquals("# " + rule, page.get(0));
    assertEquals(SECTIONS, page.stream().filter(l -> l.startsWith("## ")).toList());
    assertTrue(page.size() >= 40 && page.size() <= 90, () -> rule + ".md has " + page.size() + " lines");
    assertTrue(page.stream().anyMatch(l -> l.contains("@SuppressWarnings(\"" + rule + "\")")), "the exact annotation is missing");
    List<String> bad = blocks(page, "```java bad");
    List<String> good = blocks(page, "```java good");
    assertTrue(!bad.isEmpty() && !good.isEmpty(), "both a bad and a good block are needed");
    for (String source : bad) {
      List<String> said = Findings.in(file(source));
      assertTrue(said.stream().anyMatch(m -> m.startsWith("[" + rule + "]")), () -> "not flagged:\n" + source + "\n" + said);
    }
    for (String source : good) {
      assertEquals(List.of(), Findings.in(file(source)), () -> "flagged:\n" + source);
    }
  }

  private static JavaFileObject file(String source) {
    String head = source.substring(0, source.indexOf(" {"));
    String name = head.replaceFirst("(?s).*\\bclass (\\w+).*", "$1");
    return JavaFileObjects.forSourceString(name, source);
  }

  private static List<String> blocks(List<String> page, String fence) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : page) {
      if (block == null) {
        block = line.equals(fence) ? new StringBuilder() : null;
      } else if (line.equals("```")) {
        blocks.add(block.toString());
        block = null;
      } else {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }
}
