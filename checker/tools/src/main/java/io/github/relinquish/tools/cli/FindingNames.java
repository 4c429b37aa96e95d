package io.github.relinquish.tools.cli;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.report.LineHash;
import io.github.relinquish.core.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names under which reports tell of findings: our fingerprint, the one that services key their alerts on, and the place. */
final class FindingNames {
  private final Map<Finding, String> hashes = new LinkedHashMap<>();

  private FindingNames() {}

  static FindingNames of(Report report) {
    FindingNames names = new FindingNames();
    Map<String, Integer> seen = new TreeMap<>();
    report.findings().forEach(it -> names.hashes.put(it, LineHash.of(it.fingerprint(), seen.merge(it.fingerprint(), 1, Integer::sum))));
    return names;
  }

  /** The findings that a beginning of a fingerprint means, or {@code Peer.java:46} with or without folders and column. */
  List<Finding> called(String name) {
    return hashes.keySet().stream()
        .filter(it -> it.fingerprint().startsWith(name) || hashes.get(it).startsWith(name) || isAt(it, name)).toList();
  }

  private static boolean isAt(Finding finding, String name) {
    String line = "/" + finding.site().file() + ":" + finding.site().line();
    String asked = "/" + name;
    return line.endsWith(asked) || (line + ":" + finding.site().column()).endsWith(asked);
  }
}
