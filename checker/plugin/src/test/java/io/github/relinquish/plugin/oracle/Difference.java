package io.github.relinquish.plugin.oracle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the checker and the runs disagree.
 *
 * @param way in which judgement
 * @param isMiss whether the checker says too little; otherwise too much
 * @param line where the checker says so, or where it happened
 * @param isInside whether it happened in a method that {@code top} calls
 */
record Difference(String way, boolean isMiss, String rule, int line, boolean isInside) {
  private static final String SOURCE = "source";
  private static final String CLASSES = "classes";
  private static final String BOTH = "source and classes";

  static List<Difference> between(Set<Event> truth, Judged judged) {
    Set<Difference> source = between(truth, judged.fromSource(), SOURCE);
    Set<Difference> classes = between(truth, judged.fromClasses(), CLASSES);
    Set<Difference> all = new LinkedHashSet<>();
    source.forEach(d -> all.add(classes.contains(d.in(CLASSES)) ? d.in(BOTH) : d));
    classes.forEach(d -> all.add(source.contains(d.in(SOURCE)) ? d.in(BOTH) : d));
    return List.copyOf(all);
  }

  private Difference in(String other) {
    return new Difference(other, isMiss, rule, line, isInside);
  }

  private static Set<Difference> between(Set<Event> truth, Set<String> found, String way) {
    Set<Difference> all = new LinkedHashSet<>();
    for (Event event : truth) {
      if (event.isFirst() && event.lines().stream().noneMatch(l -> found.contains(event.rule() + " " + l))) {
        all.add(new Difference(way, true, event.rule(), event.line(), event.lines().size() > 1));
      }
    }
    for (String finding : found) {
      String rule = finding.substring(0, finding.indexOf(' '));
      int line = Integer.parseInt(finding.substring(finding.indexOf(' ') + 1));
      if (truth.stream().noneMatch(e -> e.rule().equals(rule) && e.lines().contains(line))) {
        all.add(new Difference(way, false, rule, line, false));
      }
    }
    return all;
  }

  /** The same mistake of the checker, wherever it stands. */
  String sort() {
    return (isMiss ? "misses " : "invents ") + rule + (isInside ? " inside" : "") + " in " + way;
  }
}
