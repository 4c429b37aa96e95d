package io.github.relinquish.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.Describe;
import io.github.relinquish.plugin.session.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every finding's path starts where the resource is acquired, ends where it is lost, and what each step names stands at the place that the
 * step names. With {@code -Drelinquish.bench=DIR} over a benchmark as well.
 */
class WitnessTest {
  /** Messages about what began before the code at hand, or elsewhere: their paths start where it is first seen. */
  private static final List<String> STARTS = List.of(" acquired by ", " lent by ", " released by ", " is called", "() is given ");
  private static final Pattern NAMED = Pattern.compile("'(\\w+)' is assigned again|stored in field '(\\w+)'|([\\w.]+)\\(\\)");
  private static final int LINES_OF_A_PATH = 6;

  @TempDir static Path scratch;

  @Test void pathsOfTheSamplesHold() throws IOException {
    Map<Path, List<Finding>> found = Judged.samples(scratch, Settings.none());
    assertTrue(found.values().stream().mapToInt(List::size).sum() > 150, "most of the samples have findings");
    check(found);
  }

  @Test void pathsOfTheBenchmarkHold() throws IOException {
    Path bench = Path.of(System.getProperty("relinquish.bench", "nowhere"));
    assumeTrue(Files.isDirectory(bench), "no benchmark: name it with -Drelinquish.bench=...");
    Map<Path, List<Finding>> found = new TreeMap<>();
    for (String folder : List.of("flows", "seedset")) {
      found.putAll(Judged.in(Judged.javaFiles(bench.resolve(folder)), Judged.classPath(), Settings.none()));
    }
    System.out.printf("%d paths in %d files%n", found.values().stream().mapToInt(List::size).sum(), found.size());
    check(found);
  }

  /** Whoever reads a path looks for the reason at each of its steps. */
  @Test void aPathTellsOnlyOfChoicesThatMakeADifference() throws IOException {
    assertEquals(List.of(), choices("if (log) { System.out.println(1); } if (n > 1) { log = false; } else { log = true; }"), "neither");
    assertEquals(List.of(), choices("System.out.println(log ? 1 : 2); for (int i = 0; log && i > n; i--) { System.out.println(i); }"), "values and loops");
    assertEquals(List.of(), choices("switch (n) { case 1: System.out.println(1); break; case 2: log = true; break; default: }"), "all ways lose it");
    assertEquals(List.of("n > 9"), choices("if (log && n > 3) { System.out.println(1); } if (n > 9) { return; } context.dispose();"), "the last alone");
    assertEquals(List.of("log is true"), choices("if (n > 3) { System.out.println(1); } if (!log) { context.dispose(); }"), "who does not release");
    assertEquals(List.of("log is true"), choices("if (log || n == 3) { return; } context.dispose();"), "one of two reasons");
    assertEquals(List.of("log is false", "n == 3"), choices("if (log) { context.dispose(); return; } if (n == 3) { return; } context.dispose();"), "both");
  }

  @Test void aPathEndsAtTheReturnThatIsTaken() throws IOException {
    assertEquals(1, linesToTheEnd("if (log)\nreturn;\ncontext.dispose();"));
    assertEquals(2, linesToTheEnd("if (log) {\nSystem.out.println(1);\nreturn;\n}\ncontext.dispose();"));
    assertEquals(1, linesToTheEnd("if (log || n == 3)\nreturn;\ncontext.dispose();"));
    assertEquals(3, linesToTheEnd("if (log) {\ncontext.dispose();\n} else {\nreturn;\n}"));
    assertEquals(3, linesToTheEnd("while (n > 0) {\nn--;\nif (!log) {\nreturn;\n}\n}\ncontext.dispose();"));
    assertEquals(2, linesToTheEnd("switch (n) {\ncase 1:\nreturn;\ndefault:\ncontext.dispose();\n}"));
    assertEquals(1, linesToTheEnd("switch (n) {\ncase 1 -> { return; }\ndefault -> context.dispose();\n}"));
    assertEquals(4, linesToTheEnd("if (log) {\nif (n > 3) {\nn++;\n}\nreturn;\n}\ncontext.dispose();"));
    assertEquals(2, linesToTheEnd("synchronized (manager) {\nif (log) { System.out.println(1); }\nreturn;\n}"));
    assertEquals(1, linesToTheEnd("if (log) { System.out.println(1); }"), "off the end");
  }

  @Test void whatACatchLeavesBehindIsLostWhereItIsThrown() throws IOException {
    String told = found("try {\nKeeper keeper = new Keeper(\nmanager.createContext((GSSCredential) null), n);\nkeeper.close();\n} catch (IllegalArgumentException e) {\nlog = true;\n}").message();
    assertTrue(told.contains("when new Choices.Keeper() throws IllegalArgumentException (line 5)"), told);
  }

  private static int linesToTheEnd(String statements) throws IOException {
    List<WitnessStep> steps = path(statements);
    return steps.get(steps.size() - 1).site().line() - steps.get(0).site().line() - 1;
  }

  private static List<String> choices(String statements) throws IOException {
    List<WitnessStep> steps = path(statements);
    return steps.subList(1, steps.size() - 1).stream().map(WitnessStep::text).toList();
  }

  private static List<WitnessStep> path(String statements) throws IOException {
    return found("GSSContext context = manager.createContext((GSSCredential) null);\n" + statements).witness();
  }

  private static Finding found(String statements) throws IOException {
    Path file = scratch.resolve("Choices.java");
    Files.writeString(file, "import org.ietf.jgss.*;\nclass Choices {\n  void login(GSSManager manager, boolean log, int n) throws GSSException {\n"
        + statements + "\n  }\n\n  static class Keeper {\n    private final GSSContext it;\n\n    Keeper(GSSContext it, int n) {\n      if (n < 0) {\n"
        + "        throw new IllegalArgumentException();\n      }\n      this.it = it;\n    }\n\n    void close() throws GSSException {\n      it.dispose();\n    }\n  }\n}\n");
    return Judged.in(List.of(file), Judged.classPath(), Settings.none()).get(file).get(0);
  }

  @Test void aStepThatLiesIsFound() throws IOException {
    Finding finding = Judged.fixSamples().values().iterator().next().get(0);
    WitnessStep first = finding.witness().get(0);
    assertEquals(List.of(), complaints(finding, new TreeMap<>()));
    WitnessStep elsewhere = new WitnessStep(finding.witness().get(finding.witness().size() - 1).site(), first.text(), 0);
    assertEquals(1, placeComplaints(elsewhere, new TreeMap<>()).size());
  }

  private static void check(Map<Path, List<Finding>> found) throws IOException {
    List<String> wrong = new ArrayList<>();
    Map<String, String> texts = new TreeMap<>();
    for (List<Finding> findings : found.values()) {
      for (Finding finding : findings) {
        for (String complaint : complaints(finding, texts)) {
          wrong.add(finding.site() + " " + finding.message() + "\n  " + complaint);
        }
      }
    }
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
  }

  private static List<String> complaints(Finding finding, Map<String, String> texts) throws IOException {
    List<String> wrong = new ArrayList<>();
    List<WitnessStep> steps = finding.witness();
    WitnessStep first = steps.get(0);
    WitnessStep last = steps.get(steps.size() - 1);
    if (STARTS.stream().noneMatch(first.text()::contains) || first.depth() != 0) {
      wrong.add("does not start where it is acquired: " + first);
    }
    boolean isLeak = finding.message().contains(" is not ");
    if (isLeak && first.text().contains(" acquired by ") && !first.site().equals(finding.site())) {
      wrong.add("the finding is not where it is acquired: " + first);
    }
    if (last.depth() != 0 || !isEnd(finding, last)) {
      wrong.add("does not end where it goes wrong: " + last);
    }
    for (WitnessStep step : steps) {
      wrong.addAll(placeComplaints(step, texts));
    }
    long shown = Describe.message(finding, Settings.none()).lines()
        .filter(l -> !l.strip().startsWith("likely, not certain")).count() - 1;
    if (shown > LINES_OF_A_PATH || shown < Math.min(steps.size(), LINES_OF_A_PATH)) {
      wrong.add("javac shows " + shown + " lines of " + steps.size());
    }
    return wrong;
  }

  private static boolean isEnd(Finding finding, WitnessStep last) {
    Matcher line = Pattern.compile("\\(line (\\d+)\\)").matcher(finding.message());
    if (line.find()) {
      return Integer.parseInt(line.group(1)) == last.site().line();
    }
    boolean isMisuse = finding.rule() == RuleId.DOUBLE_RELEASE || finding.rule() == RuleId.USE_AFTER_RELEASE
        || finding.rule() == RuleId.RELEASE_ORDER || finding.rule() == RuleId.PROVIDER_UNLOADED_BEFORE_CONTEXT_DELETED;
    boolean isTooLate = last.text().contains("too late");
    return isMisuse ? isTooLate || last.site().equals(finding.site()) || finding.message().contains("annotated")
        : last.text().contains("nothing releases") || last.text().contains("alive");
  }

  /** Whether the file has that line, and what the step names stands there, or in the lines that its place spans. */
  private static List<String> placeComplaints(WitnessStep step, Map<String, String> texts) throws IOException {
    String file = step.site().file();
    if (!texts.containsKey(file)) {
      texts.put(file, Files.readString(Path.of(file)));
    }
    List<String> lines = texts.get(file).lines().toList();
    if (step.site().line() < 1 || step.site().line() > lines.size()) {
      return List.of("no such line: " + step);
    }
    String there = lines.get(step.site().line() - 1) + "\n"
        + texts.get(file).substring(step.site().start(), Math.max(step.site().start(), step.site().end()));
    Set<String> words = new TreeSet<>(List.of(there.split("\\W+")));
    List<String> wrong = new ArrayList<>();
    for (String name : namedIn(step.text())) {
      if (!words.contains(name)) {
        wrong.add("'" + name + "' does not stand there: " + step);
      }
    }
    return wrong;
  }

  /** Methods and variables that a step says are at its place; what a handed-over method declares stands elsewhere. */
  private static Set<String> namedIn(String text) {
    Set<String> names = new TreeSet<>();
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      for (int i = 1; i <= named.groupCount(); i++) {
        if (named.group(i) != null) {
          names.add(named.group(i).substring(named.group(i).lastIndexOf('.') + 1));
        }
      }
    }
    return names;
  }
}
