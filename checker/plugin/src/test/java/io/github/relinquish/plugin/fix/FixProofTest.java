package io.github.relinquish.plugin.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Issue 5: every offered fix compiles, removes its finding, brings no new one, and leaves nothing to be applied twice. */
final class FixProofTest {
  private static final double SHARE = 0.85;

  @Test void everyFixOfTheBenchmarkHolds() throws IOException {
    Path bench = bench();
    assumeTrue(Files.isDirectory(bench), "no benchmark at " + bench + " (name it with -Drelinquish.bench=...)");
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("flows", "seedset")) {
      files.putAll(javaFiles(bench.resolve(folder), "_Bad_"));
    }
    double share = prove(files);
    assertTrue(share >= SHARE, "share of findings with a fix: " + share);
  }

  @Test void everyFixOfTheSamplesHolds() throws IOException {
    prove(javaFiles(Path.of("src/test/resources/fixes"), ""));
  }

  private static Path bench() {
    String named = System.getProperty("relinquish.bench", "");
    return named.isEmpty() ? Path.of("").toAbsolutePath().resolve("../../../shared/bench").normalize() : Path.of(named);
  }

  private static Map<String, String> javaFiles(Path folder, String infix) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(f -> f.getFileName().toString().endsWith(".java")).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.contains(infix)) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  /** Proves all fixes of all findings; answers the share of findings that have one. */
  private static double prove(Map<String, String> files) {
    Checked before = Checked.of(files);
    assertEquals(Map.of(), before.errors());
    List<Trial> trials = new ArrayList<>();
    int findings = 0;
    int fixable = 0;
    List<String> without = new ArrayList<>();
    for (String file : files.keySet()) {
      for (Checked.Told told : before.in(file)) {
        findings++;
        fixable += told.fixed().isEmpty() ? 0 : 1;
        if (told.fixed().isEmpty()) {
          without.add(file + " " + told.check());
        }
        for (int i = 0; i < told.fixed().size(); i++) {
          trials.add(new Trial(file, told, i, before.in(file)));
        }
      }
    }
    System.out.printf("%d of %d findings have a fix, %d fixes offered; without: %s%n", fixable, findings, trials.size(), without);
    List<String> wrong = new ArrayList<>();
    while (!trials.isEmpty()) {
      wrong.addAll(round(trials));
    }
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    return findings == 0 ? 1 : (double) fixable / findings;
  }

  /** Takes one trial of each file and runs them together. */
  private static List<String> round(List<Trial> trials) {
    Map<String, Trial> now = new TreeMap<>();
    trials.forEach(t -> now.putIfAbsent(t.file(), t));
    trials.removeAll(now.values());
    List<String> wrong = new ArrayList<>();
    Map<String, String> texts = new TreeMap<>();
    now.forEach((file, trial) -> texts.put(file, trial.text()));
    if (Boolean.getBoolean("relinquish.show")) {
      texts.forEach((file, text) -> System.out.println("-------- " + now.get(file) + "\n" + text));
    }
    Checked after = Checked.of(texts);
    while (!after.errors().isEmpty()) {
      after.errors().forEach((file, error) -> wrong.add(now.get(file) + "\n" + error + "\n" + texts.remove(file)));
      after = Checked.of(texts);
    }
    for (String file : texts.keySet()) {
      List<Checked.Told> left = after.in(file);
      now.get(file).complaint(left).ifPresent(c -> wrong.add(now.get(file) + " " + c + "\n" + texts.get(file)));
    }
    return wrong;
  }

  private record Trial(String file, Checked.Told told, int fix, List<Checked.Told> all) {
    String text() {
      return told.fixed().get(fix);
    }

    java.util.Optional<String> complaint(List<Checked.Told> left) {
      List<String> expected = new ArrayList<>(all.stream().map(Checked.Told::identity).toList());
      expected.remove(told.identity());
      List<String> extra = new ArrayList<>(left.stream().map(Checked.Told::identity).toList());
      expected.forEach(extra::remove);
      return extra.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of("leaves " + extra);
    }

    @Override public String toString() {
      return file + " fix " + (fix + 1) + " of " + told.check();
    }
  }
}
