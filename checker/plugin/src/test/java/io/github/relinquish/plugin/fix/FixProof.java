package io.github.relinquish.plugin.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
          trials.add(new Trial(file, told, i, before.in(file)));
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

  private record Trial(String file, Checked.Told told, int fix, List<Checked.Told> all) {
    String text() {
      return told.fixed().get(fix);
    }

    @Override public String toString() {
      return file.substring(file.lastIndexOf('/') + 1) + " fix " + (fix + 1) + " of " + told.check() + " " + told.message().lines().findFirst().orElse("");
    }
  }
}
