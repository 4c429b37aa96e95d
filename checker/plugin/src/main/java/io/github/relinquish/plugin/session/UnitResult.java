package io.github.relinquish.plugin.session;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one compilation unit.
 *
 * @param file path of the source as javac was given it, with forward slashes
 * @param findings those to report: neither suppressed nor below the confidence asked for
 * @param fixes ready edits for some of the findings
 * @param notes what was not judged, and suppressions that suppress nothing
 */
public record UnitResult(String file, List<Finding> findings, Map<Finding, List<Fix>> fixes, List<Note> notes) {
  public UnitResult {
    findings = List.copyOf(findings);
    fixes = Collections.unmodifiableMap(new LinkedHashMap<>(fixes));
    notes = List.copyOf(notes);
  }

  public List<Fix> fixesOf(Finding finding) {
    return fixes.getOrDefault(finding, List.of());
  }
}
