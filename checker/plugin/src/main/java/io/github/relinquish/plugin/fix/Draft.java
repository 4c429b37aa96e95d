package io.github.relinquish.plugin.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import io.github.relinquish.core.finding.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A fix in the making: edits, and a builder that gathers the imports they need. */
record Draft(TextEdits edits, SuggestedFix.Builder fix) {
  SuggestedFix finished(String description) {
    edits.addTo(fix);
    return fix.setShortDescription(description).build();
  }

  /** The draft as edits of one file. Error Prone's own way to them takes other arguments in each version. */
  List<Edit> edited(String file, CompilationUnitTree unit, VisitorState state) {
    TreeSet<String> missing = new TreeSet<>(fix.build().getImportsToAdd());
    List<Tree> heads = new ArrayList<>();
    if (unit.getPackage() != null) {
      heads.add(unit.getPackage());
    }
    for (ImportTree present : unit.getImports()) {
      missing.remove((present.isStatic() ? "import static " : "import ") + present.getQualifiedIdentifier());
      heads.add(present);
    }
    if (!missing.isEmpty()) {
      int end = heads.isEmpty() ? -1 : state.getEndPosition(heads.get(heads.size() - 1));
      String lines = String.join(";\n", missing) + ";";
      edits.insert(Math.max(end, 0), end < 0 ? lines + "\n" : unit.getImports().isEmpty() ? "\n\n" + lines : "\n" + lines);
    }
    return edits.in(file);
  }
}
