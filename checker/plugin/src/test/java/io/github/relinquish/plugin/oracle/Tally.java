package io.github.relinquish.plugin.oracle;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came out of many programs, by construct. */
final class Tally {
  /** One construct: in how many programs, with how many mistakes of the programs and of the checker. */
  private static final class Row {
    int programs;
    int mistakes;
    int misses;
    int alarms;
  }

  private static final int SHRUNK = Integer.getInteger("oracle.shrunk", 2);
  private final Known known;
  private final Map<String, Row> rows = new TreeMap<>();
  private final Map<String, List<String>> unknown = new TreeMap<>();
  private int compared;
  private int skipped;
  private int wrong;
  private int excused;

  Tally(Known known) {
    this.known = known;
  }

  int compared() {
    return compared;
  }

  void add(long seed, Stmt program, Trial trial) throws IOException {
    Optional<Trial.Result> result = trial.of(program);
    if (result.isEmpty()) {
      skipped++;
      return;
    }
    compared++;
    List<String> tags = new ArrayList<>();
    program.print("", new ArrayList<>(), tags);
    for (String tag : new TreeSet<>(tags)) {
      row(tag).programs++;
    }
    Set<Event> truth = result.get().truth();
    wrong += truth.isEmpty() ? 0 : 1;
    truth.forEach(e -> row(tags.get(e.line() - 1)).mistakes++);
    for (Difference difference : result.get().differences()) {
      String tag = tags.get(difference.line() - 1);
      if (difference.isMiss()) {
        row(tag).misses++;
      } else {
        row(tag).alarms++;
      }
      if (known.covers(difference, tag, tags)) {
        excused++;
      } else {
        explain(seed, program, difference, tag, trial);
      }
    }
  }

  private Row row(String tag) {
    return rows.computeIfAbsent(tag, t -> new Row());
  }

  private void explain(long seed, Stmt program, Difference difference, String tag, Trial trial) throws IOException {
    List<String> seen = unknown.computeIfAbsent(difference.sort() + " (" + tag + ")", k -> new ArrayList<>());
    String text = seen.size() < SHRUNK ? "\n" + new Shrinker(trial).smallest(program, difference).text() : "";
    seen.add("seed " + seed + ", line " + difference.line() + text);
  }

  /** Differences that nobody has given a reason for, the first few as minimal programs. */
  List<String> unknown() {
    List<String> all = new ArrayList<>();
    unknown.forEach((sort, seen) -> all.add("\n" + sort + ": " + seen.size() + " times\n" + String.join("\n", seen)));
    return all;
  }

  /**
   * The same for people.
   *
   * @param names of constructs, in the order in which they are shown; others are not
   */
  String page(long seed, Map<String, String> names) {
    StringBuilder out = new StringBuilder(String.format(Locale.ROOT,
        "%s, seeds from %d on: %,d programs compared (%,d with mistakes), %,d passed over, %,d differences, all on the list.%n%n"
            + "| construct | programs | mistakes | misses | false alarms |%n|---|---|---|---|---|%n",
        LocalDate.now(), seed, compared, wrong, skipped, excused));
    names.forEach((tag, name) -> {
      Row row = row(tag);
      out.append(String.format("| %s | %d | %d | %d | %d |%n", name, row.programs, row.mistakes, row.misses, row.alarms));
    });
    return out.toString();
  }

  String table() {
    StringBuilder out = new StringBuilder(String.format("%d programs compared, %d of them with mistakes; %d not usable; %d known differences%n",
        compared, wrong, skipped, excused));
    out.append("| construct | programs | mistakes | misses | false alarms |\n|---|---|---|---|---|\n");
    rows.forEach((tag, row) -> out.append(
        String.format("| %s | %d | %d | %d | %d |%n", tag, row.programs, row.mistakes, row.misses, row.alarms)));
    return out.toString();
  }
}
