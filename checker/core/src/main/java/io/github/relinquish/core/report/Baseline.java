package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The findings a team has agreed to live with for now. It holds no line, no column and no path, and it only shrinks: an entry is added
 * with a reason or not at all. Entries of one fingerprint are counted: two of them cover two findings, not three.
 *
 * @param entries sorted
 */
public record Baseline(List<BaselineEntry> entries) {
  /** Nothing is agreed. */
  public static final Baseline EMPTY = new Baseline(List.of());

  public Baseline {
    entries = entries.stream().sorted().toList();
  }

  /** A first baseline: every finding there is today, without reasons. */
  public static Baseline create(List<Finding> findings) {
    return new Baseline(findings.stream().map(BaselineEntry::of).toList());
  }

  /**
   * What these findings mean beside this baseline.
   *
   * @param findings all that was found
   * @param today from which on an entry with an earlier date covers nothing
   */
  public Comparison compare(List<Finding> findings, LocalDate today) {
    List<BaselineEntry> expired = entries.stream().filter(entry -> entry.isExpired(today)).toList();
    Map<String, List<BaselineEntry>> open = new LinkedHashMap<>();
    for (BaselineEntry entry : entries) {
      if (!entry.isExpired(today)) {
        open.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry);
      }
    }
    List<Finding> fresh = new ArrayList<>();
    List<Finding> unchanged = new ArrayList<>();
    for (Finding finding : findings.stream().sorted().toList()) {
      Optional<BaselineEntry> cover = take(open, BaselineEntry.of(finding).key());
      (cover.isPresent() ? unchanged : fresh).add(finding);
    }
    List<BaselineEntry> gone = open.values().stream().flatMap(List::stream).sorted().toList();
    return new Comparison(fresh, unchanged, gone, expired);
  }

  /** Without the entries that cover nothing any more, and without the expired ones. */
  public Baseline prune(List<Finding> findings, LocalDate today) {
    Comparison now = compare(findings, today);
    List<BaselineEntry> kept = new ArrayList<>(entries);
    now.gone().forEach(kept::remove);
    now.expired().forEach(kept::remove);
    return new Baseline(kept);
  }

  /**
   * With the new findings as well.
   *
   * @param fresh findings that it does not cover
   * @param reason why they are agreed to; not blank
   * @param expires until when
   */
  public Baseline accept(List<Finding> fresh, String reason, Optional<LocalDate> expires) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an addition to a baseline needs a reason");
    }
    List<BaselineEntry> grown = new ArrayList<>(entries);
    fresh.forEach(finding -> grown.add(BaselineEntry.of(finding).because(reason, expires)));
    return new Baseline(grown);
  }

  private static Optional<BaselineEntry> take(Map<String, List<BaselineEntry>> open, String key) {
    List<BaselineEntry> entries = open.getOrDefault(key, List.of());
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.remove(0));
  }

  /**
   * Findings beside a baseline.
   *
   * @param fresh not covered: a gate fails on these
   * @param unchanged covered
   * @param gone entries that cover nothing any more
   * @param expired entries past their date; what they covered is fresh again
   */
  public record Comparison(List<Finding> fresh, List<Finding> unchanged, List<BaselineEntry> gone, List<BaselineEntry> expired) {
    public Comparison {
      fresh = List.copyOf(fresh);
      unchanged = List.copyOf(unchanged);
      gone = List.copyOf(gone);
      expired = List.copyOf(expired);
    }
  }
}
