package io.github.relinquish.plugin.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Fix;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Protocols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the repairs of a finding into edits. A repair that cannot be written so that the file compiles and does what it did
 * is left out: better none than a wrong one.
 */
public final class FixPlanner {
  private static final int MOST = 2;

  private final Protocols protocols;

  /** @param protocols the kinds and rows that the findings come from */
  public FixPlanner(Protocols protocols) {
    this.protocols = protocols;
  }

  /** At most two fixes, the best first; {@code path} is the place of the finding in the unit of {@code state}. */
  public List<SuggestedFix> plan(Finding finding, TreePath path, VisitorState state) {
    return drafts(finding, path, state).stream().map(Titled::suggested).toList();
  }

  /** The same as plain edits of the file that the finding names, for reports. */
  public List<Fix> edits(Finding finding, TreePath path, VisitorState state) {
    return drafts(finding, path, state).stream().map(d -> d.edits(finding.site().file(), path.getCompilationUnit(), state)).toList();
  }

  /** A draft under its title. */
  private record Titled(String title, Draft draft) {
    SuggestedFix suggested() {
      return draft.finished(title);
    }

    Fix edits(String file, CompilationUnitTree unit, VisitorState state) {
      return new Fix(title, draft.edited(file, unit, state));
    }
  }

  private List<Titled> drafts(Finding finding, TreePath path, VisitorState state) {
    Optional<Kind> kind = protocols.kind(finding.kind()).map(k -> inWordsOf(finding, k));
    if (kind.isEmpty() || state.getSourceCode() == null) {
      return List.of();
    }
    Drafting drafting = Drafting.of(new RowLookup(protocols, state), state);
    List<Titled> fixes = new ArrayList<>();
    List<Repair> exits = finding.repairs().stream().filter(r -> r.shape() == Repair.Shape.RELEASE_BEFORE).toList();
    for (Repair repair : finding.repairs()) {
      boolean isLaterExit = !exits.isEmpty() && repair.shape() == Repair.Shape.RELEASE_BEFORE && repair != exits.get(0);
      if (!isLaterExit && fixes.size() < MOST) {
        draft(repair, exits, kind.get(), path, drafting, lostAt(finding))
            .filter(d -> !d.edits().isEmpty()).ifPresent(d -> fixes.add(new Titled(title(repair), d)));
      }
    }
    return fixes;
  }

  private static Optional<Draft> draft(Repair repair, List<Repair> exits, Kind kind, TreePath path, Drafting drafting,
      Site lost) {
    return switch (repair.shape()) {
      case RELEASE_IN_FINALLY, RELEASE_IN_FINALLY_INSTEAD, RELEASE_ON_FAILURE -> wrapped(repair, kind, path, drafting, lost);
      case RELEASE_BEFORE -> released(repair, exits, kind, path, drafting);
      case MOVE_CALL_DOWN -> new Reordering(drafting).callDown(path, kind, repair.resource());
      case MOVE_RELEASE_DOWN -> new Reordering(drafting).releaseDown(path, kind, repair.resource());
      case REMOVE_CALL -> new Reordering(drafting).onlyOnce(path, kind, repair.resource());
      case RELEASE_IN_OWNER -> new OwnerRelease(drafting).whereForgotten(repair, kind, path)
          .or(() -> new OwnerMethod(drafting).plan(repair, kind, path));
      case RELEASE_ELEMENT -> new ElementRelease(drafting).plan(repair, kind, path);
    };
  }

  private static Optional<Draft> wrapped(Repair repair, Kind kind, TreePath path, Drafting drafting, Site lost) {
    boolean onFailure = repair.shape() == Repair.Shape.RELEASE_ON_FAILURE;
    boolean isReleased = repair.shape() == Repair.Shape.RELEASE_IN_FINALLY_INSTEAD;
    return acquired(repair, kind, path, drafting).flatMap(a -> unasked(repair, a, kind, drafting)
        .or(() -> new WrapRest(drafting).plan(a, kind, onFailure, isReleased, lost))
        .or(() -> onFailure ? Optional.empty() : new SuccessBranch(drafting).plan(a, kind)));
  }

  private static Optional<Draft> unasked(Repair repair, Acquired acquired, Kind kind, Drafting drafting) {
    return repair.shape() == Repair.Shape.RELEASE_IN_FINALLY ? new Unasked(drafting).plan(acquired, kind) : Optional.empty();
  }

  /** An object that keeps the resource is closed by its own method: the finding knows which. */
  private static Kind inWordsOf(Finding finding, Kind kind) {
    return finding.repairs().stream().map(Repair::call).filter(c -> c.matches("\\w+\\.\\w+\\(\\)"))
        .filter(c -> !kind.release().startsWith("{}.") || !c.endsWith(kind.release().substring(2)))
        .findFirst().map(c -> kind.releasedBy("{}" + c.substring(c.indexOf('.')))).orElse(kind);
  }

  private static Optional<Draft> released(Repair repair, List<Repair> exits, Kind kind, TreePath path, Drafting drafting) {
    OwnerRelease owner = new OwnerRelease(drafting);
    Optional<TreePath> ofField = exits.size() == 1 ? owner.assignment(repair, path) : Optional.empty();
    return ofField.isPresent() ? owner.plan(ofField.get(), kind, path)
        : acquired(repair, kind, path, drafting).flatMap(a -> new ReleaseAtExits(drafting).plan(a, kind, exits));
  }

  private static Site lostAt(Finding finding) {
    return finding.witness().isEmpty() ? Site.UNKNOWN : finding.witness().get(finding.witness().size() - 1).site();
  }

  private static Optional<Acquired> acquired(Repair repair, Kind kind, TreePath path, Drafting drafting) {
    return new Acquisitions(drafting.rows(), drafting.words(), drafting.source()).at(path, kind, repair.resource());
  }

  private static String title(Repair repair) {
    return switch (repair.shape()) {
      case RELEASE_IN_FINALLY, RELEASE_IN_FINALLY_INSTEAD -> "Release it in finally";
      case RELEASE_ON_FAILURE -> "Release it where the rest fails";
      case RELEASE_BEFORE -> "Release it on the ways that lack it";
      case REMOVE_CALL -> "Remove the first of the two releases";
      case MOVE_CALL_DOWN -> "Move the call behind the release";
      case MOVE_RELEASE_DOWN -> "Move the release behind the use";
      case RELEASE_IN_OWNER -> "Release it where the owner is released";
      case RELEASE_ELEMENT -> "Release what is dropped";
    };
  }
}
