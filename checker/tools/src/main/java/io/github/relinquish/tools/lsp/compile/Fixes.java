package io.github.relinquish.tools.lsp.compile;

import com.sun.source.util.TreePath;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import java.util.List;

/** What would mend a finding. */
@FunctionalInterface
interface Fixes {
  /** Ready edits, best first; {@code path} is the place of the finding in its unit. */
  List<Fix> of(Finding finding, TreePath path);
}
