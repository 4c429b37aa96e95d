package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.program.MethodShape;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.simulate.Belief;
import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.State;
import io.github.relinquish.core.summary.Acquisition;
import io.github.relinquish.core.summary.Summaries;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says why the calls of a finding's path were believed to do what they do: a row, an annotation, a body, a declaration or a guess. */
final class Beliefs {
  private final Summaries summaries;

  Beliefs(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Of an acquisition and of the way from there, one line each. */
  List<String> of(Acquisition acquisition, State state) {
    Set<String> lines = new LinkedHashSet<>();
    acquires(acquisition, lines, 0);
    onTheWay(state, lines);
    return List.copyOf(lines);
  }

  /** Of a way that began elsewhere. */
  List<String> of(State state) {
    Set<String> lines = new LinkedHashSet<>();
    onTheWay(state, lines);
    return List.copyOf(lines);
  }

  private void acquires(Acquisition acquisition, Set<String> lines, int depth) {
    MethodKey callee = acquisition.call().callee();
    String says = name(callee) + (acquisition.isOwned() ? " acquires it: " : " is where it is first seen: ");
    List<Row> rows = summaries.rows().rowsFor(callee, "");
    if (acquisition.isDirect() && !rows.isEmpty()) {
      lines.add(says + rowsText(rows));
      return;
    }
    List<MethodKey> bodies = summaries.hierarchy().targets(callee, acquisition.call().kind(), "");
    if (!bodies.isEmpty()) {
      lines.add(says + bodiesText(bodies));
    }
    if (depth < Budget.DEPTH) {
      summaries.beganIn(acquisition).ifPresent(inner -> acquires(inner, lines, depth + 1));
    }
  }

  private void onTheWay(State state, Set<String> lines) {
    for (Belief belief : state.trail().beliefs()) {
      boolean isWritten = !belief.callee().name().startsWith("lambda$");
      if (isWritten && !belief.thrown().isEmpty()) {
        lines.add(name(belief.callee()) + " throws " + ClassNames.simple(belief.thrown()) + ": " + whyThrown(belief));
      } else if (isWritten) {
        lines.add(name(belief.callee()) + " is given it: " + why(belief));
      }
    }
  }

  private String why(Belief belief) {
    if (!belief.rows().isEmpty()) {
      return rowsText(belief.rows());
    }
    if (!belief.bodies().isEmpty()) {
      return bodiesText(belief.bodies());
    }
    return summaries.hierarchy().scopeOf(belief.callee()) == Scope.PLATFORM
        ? "no row is about it, and what the JDK has no row for only looks at what it is given"
        : "it cannot be read, and the guess is that it only looks at it";
  }

  private String whyThrown(Belief belief) {
    List<Row> rows = summaries.rows().rowsFor(belief.callee(), "").stream()
        .filter(r -> r.effects().stream().anyMatch(e -> e instanceof Effect.Throws t && t.type().equals(belief.thrown()))).toList();
    if (!rows.isEmpty()) {
      return rowsText(rows);
    }
    Optional<MethodShape> declared = summaries.hierarchy().declaration(belief.callee());
    if (declared.isPresent() && declared.get().thrown().stream().anyMatch(t -> summaries.hierarchy().isSubtype(belief.thrown(), t))) {
      return "it declares that";
    }
    List<MethodKey> bodies = summaries.hierarchy().targets(belief.callee(), CallKind.VIRTUAL, "");
    return bodies.isEmpty() ? "every call may, to be on the safe side" : bodiesText(bodies);
  }

  private static String rowsText(List<Row> rows) {
    Row row = rows.get(0);
    if (row.line() == 0) {
      return row.source();
    }
    return "row " + row.call() + ", " + row.file().substring(row.file().lastIndexOf('/') + 1) + " line " + row.line();
  }

  private String bodiesText(List<MethodKey> bodies) {
    MethodKey first = bodies.get(0);
    String more = bodies.size() > 1 ? ", and " + (bodies.size() - 1) + " more that override it" : "";
    Site site = summaries.hierarchy().declaration(first).map(MethodShape::site).orElse(Site.UNKNOWN);
    String file = site.file().substring(site.file().lastIndexOf('/') + 1);
    boolean isSource = site.start() >= 0;
    return (isSource ? "its source, " + file + " line " + site.line() : "its class file, " + first.owner().substring(first.owner().lastIndexOf('.') + 1) + ".class") + more;
  }

  private static String name(MethodKey method) {
    return method.shortName() + "()";
  }
}
