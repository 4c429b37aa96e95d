package io.github.relinquish.plugin.session;

import com.sun.source.tree.CompilationUnitTree;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import java.util.List;

/** Makes edits that mend findings. */
@FunctionalInterface
public interface FixSource {
  /** Safe edits for a finding of that unit, best first; empty where there is none. */
  List<Fix> fixesOf(Finding finding, CompilationUnitTree unit);

  /** Mends nothing. */
  static FixSource none() {
    return (finding, unit) -> List.of();
  }
}
