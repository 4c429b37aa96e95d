package io.github.relinquish.plugin.checks;

import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.plugin.session.AnalysisSession;
import io.github.relinquish.plugin.session.Describe;
import io.github.relinquish.plugin.session.Settings;
import java.util.List;
import java.util.Optional;

/** Asks the session for the findings of one rule and reports those that are not suppressed. */
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
    for (Finding finding : session.findingsIn(unit)) {
      if (finding.rule() == rule) {
        report(finding, session, unit, state);
      }
    }
    return Description.NO_MATCH;
  }

  private void report(Finding finding, AnalysisSession session, CompilationUnitTree unit, VisitorState state) {
    Optional<TreePath> path = session.pathOf(finding);
    if (path.isPresent() && isSuppressedAt(path.get(), state)) {
      return;
    }
    Tree tree = path.map(TreePath::getLeaf).orElse(unit);
    state.reportMatch(buildDescription(tree).setMessage(Describe.message(finding, settings))
        .addAllFixes(path.map(p -> session.fixesFor(finding, p, state)).orElse(List.of())).build());
  }

  /** On a variable, method or class around the place; Error Prone itself only knows suppressions around the unit. */
  private boolean isSuppressedAt(TreePath path, VisitorState state) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      boolean canCarry = tree instanceof VariableTree || tree instanceof MethodTree || tree instanceof ClassTree;
      if (canCarry && isSuppressed(tree, state)) {
        return true;
      }
    }
    return false;
  }
}
