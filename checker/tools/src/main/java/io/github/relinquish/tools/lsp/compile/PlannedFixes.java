package io.github.relinquish.tools.lsp.compile;

import com.google.errorprone.VisitorState;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.util.Context;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.plugin.fix.FixPlanner;
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
    return planner.edits(finding, path, VisitorState.createForUtilityPurposes(context).withPath(path));
  }
}
