package io.github.relinquish.plugin.checks;

import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;
import io.github.relinquish.plugin.session.AnalysisSession;
import io.github.relinquish.plugin.session.Describe;
import io.github.relinquish.plugin.session.Settings;
import java.util.List;
import java.util.Optional;

/** Asks the session for the findings of one rule and reports them; what is suppressed the session has left out. */
abstract class ProtocolCheck extends BugChecker implements CompilationUnitTreeMatcher {
  private static final long serialVersionUID = 1L;

  private final transient Settings settings;
  private final RuleId rule;

  ProtocolCheck(Settings settings, RuleId rule) {
    this.settings = settings;
    this.rule = rule;
  }

  @Override public Description matchCompilationUnit(CompilationUnitTree unit, VisitorState state) {
    AnalysisSession session = AnalysisSession.of(state.context, settings);
    session.report(rule, severity(state));
    for (Finding finding : session.findingsIn(unit)) {
      if (finding.rule() == rule) {
        report(finding, session, unit, state);
      }
    }
    return Description.NO_MATCH;
  }

  /** As the user set it for this run. */
  private Severity severity(VisitorState state) {
    SeverityLevel level = state.severityMap().getOrDefault(canonicalName(), defaultSeverity());
    return level == SeverityLevel.ERROR ? Severity.ERROR : Severity.WARNING;
  }

  private void report(Finding finding, AnalysisSession session, CompilationUnitTree unit, VisitorState state) {
    Optional<TreePath> path = session.pathOf(finding);
    Tree tree = path.map(TreePath::getLeaf).orElse(unit);
    state.reportMatch(buildDescription(tree).setMessage(Describe.message(finding, settings))
        .addAllFixes(path.map(p -> session.fixesFor(finding, p, state)).orElse(List.of())).build());
  }
}
