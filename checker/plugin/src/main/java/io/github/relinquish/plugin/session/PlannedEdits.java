package io.github.relinquish.plugin.session;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.plugin.fix.FixPlanner;
import io.github.relinquish.plugin.source.SourceProgram;
import java.util.List;
import java.util.Optional;

/** The fixes that javac's messages offer, as edits for a report. */
final class PlannedEdits implements FixSource {
  private final FixPlanner planner;
  private final SourceProgram program;
  private final Context context;

  PlannedEdits(FixPlanner planner, SourceProgram program, Context context) {
    this.planner = planner;
    this.program = program;
    this.context = context;
  }

  @Override public List<Fix> fixesOf(Finding finding, CompilationUnitTree unit) {
    Optional<TreePath> place = program.pathOf(finding.site());
    return place.map(path -> planner.edits(finding, path, VisitorState.createForUtilityPurposes(context).withPath(path))).orElse(List.of());
  }
}
