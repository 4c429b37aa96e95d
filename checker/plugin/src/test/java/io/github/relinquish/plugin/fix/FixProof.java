package io.github.relinquish.plugin.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Applies all fixes of all findings in files that compile together, one a file at a time, and asks again. The other files stay: what a fix does
 * to them counts as well.
 */
final class FixProof {
  private final Map<String, String> files;
  private final List<String> options;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private Checked before;
  private int findings;
  private int fixable;
  private int fixes;

  private FixProof(Map<String, String> files, List<String> options) {
    this.files = files;
    this.options = options;
  }

  /** Of files on the class path of the tests. */
  static FixProof of(Map<String, String> files) {
    return of(files, List.of("-classpath", System.getProperty("java.class.path")));
  }

  /** @param options of javac */
  static FixProof of(Map<String, String> files, List<String> options) {
    FixProof proof = new FixProof(files, options);
    proof.prove();
    return proof;
  }

  /** What each fix changes, in the order of the findings, as lines to read. */
  String changes() {
    StringBuilder all = new StringBuilder();
    for (String file : files.keySet()) {
      for (Checked.Told told : before.in(file)) {
        for (int i = 0; i < told.fixed().size(); i++) {
          all.append("# ").append(new Trial(file, told, i)).append('\n').append(changed(files.get(file), told.fixed().get(i))).append('\n');
        }
      }
    }
    return all.toString();
  }

  private static String changed(String old, String now) {
    List<String> lines = old.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff("", "", lines, DiffUtils.diff(lines, now.lines().toList()), 1).stream().skip(2)
        .map(l -> l.replaceFirst("^@@ -(\\d+).*", "line $1")).collect(Collectors.joining("\n", "", "\n"));
  }

  int findings() {
    return findings;
  }

  int fixable() {
    return fixable;
  }

  double share() {
    return findings == 0 ? 1 : (double) fixable / findings;
  }

  List<String> complaints() {
    return complaints;
  }

  String summary() {
    return fixable + " of " + findings + " findings have a fix, " + fixes + " fixes offered, " + complaints.size() + " wrong; without: " + without;
  }

  void assertHolds() {
    System.out.println(summary());
    assertEquals(Map.of(), before.errors());
    assertEquals(List.of(), complaints, () -> String.join("\n", complaints));
  }

  private void prove() {
    before = Checked.of(files, options);
    List<Trial> trials = new ArrayList<>();
    for (String file : files.keySet()) {
      for (Checked.Told told : before.in(file)) {
        findings++;
        fixable += told.fixed().isEmpty() ? 0 : 1;
        if (told.fixed().isEmpty()) {
          without.add(file.substring(file.lastIndexOf('/') + 1) + " " + told.check());
        }
        for (int i = 0; i < told.fixed().size(); i++) {
          Trial trial = new Trial(file, told, i);
          trials.add(trial);
          List<String> lost = comments(files.get(file));
          comments(trial.text()).forEach(lost::remove);
          if (!lost.isEmpty()) {
            complaints.add(trial + " loses the comments " + lost);
          }
        }
      }
    }
    fixes = trials.size();
    while (!trials.isEmpty()) {
      round(trials);
    }
  }

  /** Takes one trial of each file and runs them together. */
  private void round(List<Trial> trials) {
    Map<String, Trial> now = new TreeMap<>();
    trials.forEach(t -> now.putIfAbsent(t.file(), t));
    trials.removeAll(now.values());
    Map<String, String> texts = new TreeMap<>(files);
    now.forEach((file, trial) -> texts.put(file, trial.text()));
    if (Boolean.getBoolean("relinquish.show")) {
      now.forEach((file, trial) -> System.out.println("-------- " + trial + "\n" + trial.text()));
    }
    Checked after = Checked.of(texts, options);
    while (!after.errors().isEmpty() && !now.isEmpty()) {
      Map<String, String> errors = after.errors();
      Map<String, Trial> wrong = new TreeMap<>(now);
      wrong.keySet().removeIf(file -> !errors.containsKey(file));
      // An error in a file that nobody touched is the fault of one of the fixes.
      (wrong.isEmpty() ? new TreeMap<>(now) : wrong).forEach((file, trial) -> {
        complaints.add(trial + "\n" + errors.getOrDefault(file, errors.values().iterator().next()) + "\n" + trial.text());
        now.remove(file);
        texts.put(file, files.get(file));
      });
      after = Checked.of(texts, options);
    }
    judge(now, after, texts);
  }

  private void judge(Map<String, Trial> now, Checked after, Map<String, String> texts) {
    for (String file : files.keySet()) {
      Trial trial = now.get(file);
      List<String> expected = new ArrayList<>(before.in(file).stream().map(Checked.Told::identity).toList());
      if (trial != null) {
        expected.remove(trial.told().identity());
      }
      List<String> extra = new ArrayList<>(after.in(file).stream().map(Checked.Told::identity).toList());
      expected.forEach(extra::remove);
      if (!extra.isEmpty()) {
        complaints.add((trial == null ? "one of " + now.values() + " brings into " + file : trial + " leaves") + " " + extra
            + (trial == null ? "" : "\n" + texts.get(file)));
      }
    }
  }

  private static List<String> comments(String text) {
    return Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL).matcher(text).results().map(MatchResult::group)
        .filter(c -> c.startsWith("/")).map(c -> c.replaceAll("\\s+", " ").strip()).collect(Collectors.toCollection(ArrayList::new));
  }

  private record Trial(String file, Checked.Told told, int fix) {
    String text() {
      return told.fixed().get(fix);
    }

    @Override public String toString() {
      return file.substring(file.lastIndexOf('/') + 1) + " fix " + (fix + 1) + " of " + told.check() + " " + told.message().lines().findFirst().orElse("");
    }
  }
}
