package io.github.relinquish.core.report;

import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What one run found: sorted, without doubles, so that equal runs give equal bytes.
 *
 * @param findings the mistakes
 * @param fixes ready edits for some of the findings, best first
 * @param notes what was not judged, and remarks
 */
public record Report(List<Finding> findings, Map<Finding, List<Fix>> fixes, List<Note> notes) {
  /** Nothing found and nothing to say. */
  public static final Report EMPTY = new Report(List.of(), Map.of(), List.of());

  public Report {
    findings = findings.stream().distinct().sorted().toList();
    notes = notes.stream().distinct().sorted().toList();
    fixes = ordered(findings, fixes);
  }

  /** Findings without edits. */
  public static Report of(List<Finding> findings, List<Note> notes) {
    return new Report(findings, Map.of(), notes);
  }

  /** False where a note says that something was not judged. */
  public boolean isComplete() {
    return notes.stream().noneMatch(note -> note.kind() == Note.Kind.NOT_JUDGED);
  }

  public List<Fix> fixesOf(Finding finding) {
    return fixes.getOrDefault(finding, List.of());
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Both in one; what is said twice is said once. */
  public Report and(Report other) {
    List<Finding> allFindings = new ArrayList<>(findings);
    allFindings.addAll(other.findings);
    List<Note> allNotes = new ArrayList<>(notes);
    allNotes.addAll(other.notes);
    Map<Finding, List<Fix>> allFixes = new LinkedHashMap<>(other.fixes);
    allFixes.putAll(fixes);
    return new Report(allFindings, allFixes, allNotes);
  }

  /** The same with these findings only; notes stay. */
  public Report only(List<Finding> kept) {
    return new Report(kept, fixes, notes);
  }

  /**
   * The same with every path below {@code root} made relative to it. Paths elsewhere stay as they are.
   *
   * @param root absolute path of a folder, with forward slashes
   */
  public Report relativeTo(String root) {
    String prefix = root.endsWith("/") ? root : root + "/";
    UnaryOperator<String> shorten = file -> file.startsWith(prefix) ? file.substring(prefix.length()) : file;
    List<Finding> moved = new ArrayList<>();
    Map<Finding, List<Fix>> movedFixes = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Finding at = moved(finding, shorten);
      moved.add(at);
      movedFixes.put(at, fixesOf(finding).stream().map(fix -> moved(fix, shorten)).toList());
    }
    List<Note> movedNotes =
        notes.stream().map(note -> new Note(note.kind(), moved(note.site(), shorten), note.text())).toList();
    return new Report(moved, movedFixes, movedNotes);
  }

  private static Map<Finding, List<Fix>> ordered(List<Finding> findings, Map<Finding, List<Fix>> fixes) {
    Map<Finding, List<Fix>> ordered = new LinkedHashMap<>();
    for (Finding finding : findings) {
      List<Fix> own = fixes.getOrDefault(finding, List.of());
      if (!own.isEmpty()) {
        ordered.put(finding, List.copyOf(own));
      }
    }
    return Collections.unmodifiableMap(ordered);
  }

  private static Finding moved(Finding it, UnaryOperator<String> shorten) {
    List<WitnessStep> witness = it.witness().stream()
        .map(step -> new WitnessStep(moved(step.site(), shorten), step.text(), step.depth())).toList();
    List<Repair> repairs = it.repairs().stream()
        .map(repair -> new Repair(repair.shape(), repair.resource(), repair.call(), moved(repair.at(), shorten))).toList();
    return new Finding(it.rule(), it.severity(), it.confidence(), moved(it.site(), shorten), it.method(), it.kind(),
        it.message(), witness, it.beliefs(), it.fingerprint(), repairs);
  }

  private static Fix moved(Fix fix, UnaryOperator<String> shorten) {
    return new Fix(fix.description(), fix.edits().stream()
        .map(edit -> new Edit(shorten.apply(edit.file()), edit.startOffset(), edit.endOffset(), edit.startLine(),
            edit.startColumn(), edit.endLine(), edit.endColumn(), edit.text())).toList());
  }

  private static Site moved(Site site, UnaryOperator<String> shorten) {
    return new Site(shorten.apply(site.file()), site.line(), site.column(), site.start(), site.end());
  }
}
