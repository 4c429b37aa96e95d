package io.github.relinquish.plugin.report;

import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import java.util.ArrayList;
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

  /**
   * The findings of some rules only. Where the user changed the severity of a rule, its findings have the new one.
   *
   * @param wanted the rules, each with the severity that its check runs with
   */
  public UnitResult as(Map<RuleId, Severity> wanted) {
    List<Finding> some = new ArrayList<>();
    Map<Finding, List<Fix>> edits = new LinkedHashMap<>();
    for (Finding it : findings) {
      Severity severity = wanted.get(it.rule());
      if (severity != null) {
        Finding shown = severity == it.rule().severity() ? it : new Finding(it.rule(), severity, it.confidence(), it.site(), it.method(),
            it.kind(), it.message(), it.witness(), it.beliefs(), it.fingerprint(), it.repairs());
        some.add(shown);
        edits.put(shown, fixesOf(it));
      }
    }
    return new UnitResult(file, some, edits, notes);
  }
}
