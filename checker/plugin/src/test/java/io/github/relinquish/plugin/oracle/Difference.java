package io.github.relinquish.plugin.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the checker and the runs disagree.
 *
 * @param way {@code source} or {@code classes}
 * @param isMiss whether the checker says too little; otherwise too much
 * @param line where the checker says so, or where it happened
 */
record Difference(String way, boolean isMiss, String rule, int line) {
  static List<Difference> between(Set<Event> truth, Judged judged) {
    List<Difference> all = new ArrayList<>(between(truth, judged.fromSource(), "source"));
    all.addAll(between(truth, judged.fromClasses(), "classes"));
    return all;
  }

  private static List<Difference> between(Set<Event> truth, Set<String> found, String way) {
    Set<Difference> all = new java.util.LinkedHashSet<>();
    for (Event event : truth) {
      if (event.isFirst() && event.lines().stream().noneMatch(l -> found.contains(event.rule() + " " + l))) {
        all.add(new Difference(way, true, event.rule(), new TreeSet<>(event.lines()).first()));
      }
    }
    for (String finding : new TreeSet<>(found)) {
      String rule = finding.substring(0, finding.indexOf(' '));
      int line = Integer.parseInt(finding.substring(finding.indexOf(' ') + 1));
      if (truth.stream().noneMatch(e -> e.rule().equals(rule) && e.lines().contains(line))) {
        all.add(new Difference(way, false, rule, line));
      }
    }
    return new ArrayList<>(all);
  }

  /** The same mistake of the checker, wherever it stands. */
  String sort() {
    return way + (isMiss ? " misses " : " invents ") + rule;
  }
}
