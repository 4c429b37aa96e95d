package io.github.relinquish.tools.lsp.compile;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Replacement;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.finding.Edit;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.plugin.fix.FixPlanner;
import java.util.ArrayList;
import java.util.List;

/** The plugin's own fixes, as edits. */
final class PlannedFixes implements Fixes {
  private final FixPlanner planner;
  private final Context context;

  PlannedFixes(Protocols protocols, Context context) {
    this.planner = new FixPlanner(protocols);
    this.context = context;
  }

  @Override public List<Fix> of(Finding finding, TreePath path) {
    VisitorState state = VisitorState.createForUtilityPurposes(context).withPath(path);
    JCCompilationUnit unit = (JCCompilationUnit) path.getCompilationUnit();
    List<Fix> fixes = new ArrayList<>();
    for (SuggestedFix fix : planner.plan(finding, path, state)) {
      List<Edit> edits = new ArrayList<>();
      for (Replacement edit : fix.getReplacements(unit.endPositions)) {
        edits.add(new Edit(finding.site().file(), edit.startPosition(), edit.endPosition(), 0, 0, 0, 0, edit.replaceWith()));
      }
      fixes.add(new Fix(fix.getShortDescription(), edits));
    }
    return fixes;
  }
}
