package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.BugPattern;
import com.google.errorprone.bugpatterns.BugChecker;
import io.github.relinquish.core.protocol.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Conventions that no compiler sees. */
class ConventionsTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_LINES_OF_A_CHECK = 65;
  private static final Path ROOT = Path.of("..", "..");

  @Test void everyRuleHasAPage() {
    Path pages = ROOT.resolve(Path.of("docs", "checks"));
    Assumptions.assumeTrue(Files.isDirectory(pages), "docs/checks is not written yet");
    for (RuleId rule : RuleId.values()) {
      assertTrue(Files.exists(pages.resolve(rule.title() + ".md")), rule.title());
    }
  }

  @Test void everyPageHasItsSectionsInOrder() throws IOException {
    Path pages = ROOT.resolve(Path.of("docs", "checks"));
    Assumptions.assumeTrue(Files.isDirectory(pages), "docs/checks is not written yet");
    List<String> sections = List.of("Bad", "Why", "Good", "How to fix", "When to suppress", "Options", "What it does not see");
    for (RuleId rule : RuleId.values()) {
      List<String> found = Files.readAllLines(pages.resolve(rule.title() + ".md")).stream()
          .filter(l -> l.startsWith("## ")).map(l -> l.substring(3).strip()).toList();
      assertEquals(sections, found, rule.title());
    }
  }

  /** What readers copy must count under RequireReason as well. */
  @Test void everySuppressionOnAPageGivesItsReason() throws IOException {
    for (RuleId rule : RuleId.values()) {
      List<String> shown = Files.readAllLines(ROOT.resolve(Path.of("docs", "checks", rule.title() + ".md"))).stream()
          .filter(line -> line.startsWith("@SuppressWarnings(")).toList();
      assertFalse(shown.isEmpty(), rule.title());
      shown.forEach(line -> assertTrue(line.contains("// because "), line));
    }
  }

  @Test void everyRuleIsACheckWithItsName() {
    TreeSet<String> titles = new TreeSet<>();
    for (RuleId rule : RuleId.values()) {
      titles.add(rule.title());
    }
    TreeSet<String> checks = new TreeSet<>();
    ours().forEach(c -> checks.add(c.getClass().getSimpleName()));
    assertEquals(titles, checks);
  }

  @Test void summariesOfChecksAreSentencesWithoutAStop() {
    for (BugChecker check : ours()) {
      BugPattern pattern = check.getClass().getAnnotation(BugPattern.class);
      assertFalse(pattern.summary().isBlank(), check.canonicalName());
      assertFalse(pattern.summary().endsWith("."), pattern.summary());
      assertTrue(pattern.link().endsWith(check.getClass().getSimpleName())
          || pattern.link().endsWith(check.getClass().getSimpleName() + ".md"), pattern.link());
    }
  }

  private static List<BugChecker> ours() {
    List<BugChecker> ours = new ArrayList<>();
    for (BugChecker checker : ServiceLoader.load(BugChecker.class)) {
      if (checker.getClass().getName().startsWith("io.github.relinquish.")) {
        ours.add(checker);
      }
    }
    return ours;
  }

  @Test void filesAreShort() throws IOException {
    List<String> longer = new ArrayList<>();
    for (Path file : sources()) {
      if (Files.readAllLines(file).size() >= MOST_LINES) {
        longer.add(file.toString());
      }
    }
    assertEquals(List.of(), longer);
  }

  @Test void checksAreShort() throws IOException {
    for (Path file : sources()) {
      if (file.toString().contains("plugin/checks/".replace('/', java.io.File.separatorChar))) {
        assertTrue(Files.readAllLines(file).size() <= MOST_LINES_OF_A_CHECK, file.toString());
      }
    }
  }

  @Test void toDosHaveAnIssue() throws IOException {
    List<String> without = new ArrayList<>();
    for (Path file : sources()) {
      for (String line : Files.readAllLines(file)) {
        if (line.contains("TO" + "DO") && !line.matches(".*#\\d+.*")) {
          without.add(file + ": " + line.strip());
        }
      }
    }
    assertEquals(List.of(), without);
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("core", "classfile", "plugin")) {
      for (String kind : List.of("main", "test")) {
        Path folder = Path.of("..", module, "src", kind, "java");
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.walk(folder)) {
            files.filter(f -> f.toString().endsWith(".java")).sorted().forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }
}
