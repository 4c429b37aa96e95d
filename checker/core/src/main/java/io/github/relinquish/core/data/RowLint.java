package io.github.relinquish.core.data;

import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.protocol.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what can be read and still cannot be meant: kinds without a life, rows that nothing reaches, rows at odds with themselves. */
public final class RowLint {
  /** In the problem of a row that a later one about the same calls makes dead. */
  public static final String NEVER_ASKED = " is never asked";

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Set<String> begun = new LinkedHashSet<>();
  private final Set<String> ended = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private RowLint() {}

  /**
   * Looks at files that belong together.
   *
   * @param known kinds of files that are not looked at
   * @param files in the order in which they are read; a row may replace one of an earlier file, not one of its own
   * @return the problems, sorted; empty where all is well
   */
  public static List<Problem> check(List<Kind> known, List<ProtocolFile> files) {
    RowLint lint = new RowLint();
    known.forEach(kind -> lint.kinds.put(kind.name(), kind));
    for (ProtocolFile file : files) {
      file.kinds().forEach(kind -> lint.kinds.put(kind.name(), kind));
      file.rows().forEach(lint::note);
    }
    for (ProtocolFile file : files) {
      lint.lives(file);
      lint.hidden(file.rows());
      file.rows().forEach(lint::row);
    }
    return lint.problems.stream().sorted().distinct().toList();
  }

  private void note(Row row) {
    for (Effect effect : row.effects()) {
      if (effect instanceof Effect.Begin begin) {
        begun.add(begin.kind());
      } else if (effect instanceof Effect.Release release) {
        ended.addAll(release.kinds());
      }
    }
  }

  private void lives(ProtocolFile file) {
    for (Kind kind : file.kinds()) {
      if (!begun.contains(kind.name())) {
        problems.add(new Problem(file.name(), 0, 0, "no row begins the kind '" + kind.name() + "'"));
      }
      if (!ended.contains(kind.name()) && kind.leak() != Severity.NONE) {
        problems.add(new Problem(file.name(), 0, 0, "no row ends the kind '" + kind.name() + "', so every one of it leaks"));
      }
    }
  }

  /** The later of two rows wins, so an earlier one about the same calls is dead. */
  private void hidden(List<Row> rows) {
    Map<String, List<Row>> later = new LinkedHashMap<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      Row row = rows.get(i);
      List<Row> rivals = later.computeIfAbsent(row.call().owner() + "#" + row.call().name(), n -> new ArrayList<>());
      for (Row rival : rivals) {
        if (covers(rival.call(), row.call())) {
          add(row, "'" + row.call() + "'" + NEVER_ASKED + ": '" + rival.call() + "' in line " + rival.line() + " is about the same calls"
              + (rival.effects().equals(row.effects()) ? " and says the same" : " and says something else"));
        }
      }
      rivals.add(row);
    }
  }

  private static boolean covers(CallPattern wide, CallPattern narrow) {
    if (wide.types().isEmpty()) {
      return wide.arity() < 0 || wide.arity() == narrow.arity();
    }
    if (wide.types().size() != narrow.types().size()) {
      return false;
    }
    for (int i = 0; i < wide.types().size(); i++) {
      if (!wide.types().get(i).equals("_") && !wide.types().get(i).equals(narrow.types().get(i))) {
        return false;
      }
    }
    return true;
  }

  private void row(Row row) {
    if (row.effects().isEmpty()) {
      add(row, "'" + row.call() + "' has no effect");
    }
    Set<Effect> seen = new LinkedHashSet<>();
    for (Effect effect : row.effects()) {
      if (!seen.add(effect)) {
        add(row, "'" + row.call() + "' says '" + EffectKey.of(effect).word() + ": " + EffectWriter.text(effect) + "' twice");
      }
      if (effect instanceof Effect.Begin begin) {
        begin(row, begin);
      } else if (effect instanceof Effect.Ensures ensures) {
        ensures(row, ensures.clause());
      } else if (effect instanceof Effect.Run run) {
        wraps(row, run);
      }
    }
  }

  private void begin(Row row, Effect.Begin begin) {
    Kind kind = kinds.get(begin.kind());
    if (kind == null) {
      add(row, "'" + row.call() + "' begins '" + begin.kind() + "', which is no kind" + Advice.nearest(begin.kind(), kinds.keySet()));
      return;
    }
    Set<String> roles = new LinkedHashSet<>();
    kind.parents().forEach(parent -> roles.add(parent.role()));
    for (String role : begin.parents().keySet()) {
      if (!roles.contains(role)) {
        add(row, "'" + begin.kind() + "' has no parent '" + role + "'" + Advice.nearest(role, roles));
      }
    }
    for (Clause clause : begin.when()) {
      if (begin.otherwise().contains(clause)) {
        add(row, "'" + clause + "' both when '" + begin.kind() + "' begins and when it does not");
      }
    }
    for (Effect effect : row.effects()) {
      if (effect instanceof Effect.Begin other && other != begin && other.isLent() != begin.isLent() && other.kind().equals(begin.kind())
          && other.at().equals(begin.at()) && other.when().equals(begin.when())) {
        add(row, "'" + begin.kind() + "' at " + begin.at() + " is both owned and lent");
      }
    }
  }

  private void ensures(Row row, Clause clause) {
    Clause.Test opposite = switch (clause.test()) {
      case NULL -> Clause.Test.NONNULL;
      case NONNULL -> Clause.Test.NULL;
      case TRUE -> Clause.Test.FALSE;
      case FALSE -> Clause.Test.TRUE;
      case IN -> Clause.Test.NOT_IN;
      case NOT_IN -> Clause.Test.IN;
      case LESS -> Clause.Test.AT_LEAST;
      case AT_LEAST -> Clause.Test.LESS;
      case HAS -> Clause.Test.LACKS;
      case LACKS -> Clause.Test.HAS;
    };
    if (row.effects().contains(new Effect.Ensures(new Clause(clause.port(), opposite, clause.values())))) {
      add(row, "'" + row.call() + "' cannot ensure '" + clause + "' and its opposite");
    }
  }

  /** The first wrap that applies counts: one that spares whatever the one in front of it spares is dead. */
  private void wraps(Row row, Effect.Run run) {
    for (int i = 1; i < run.wraps().size(); i++) {
      Effect.Wrap wrap = run.wraps().get(i);
      if (wrap.but().containsAll(run.wraps().get(i - 1).but())) {
        add(row, "nothing is left that '" + row.call() + "' could wrap in '" + wrap.type() + "': '" + run.wraps().get(i - 1).type() + "' stands in front of it");
      }
    }
    if (!run.wraps().isEmpty() && run.times() == Effect.Times.LATER) {
      add(row, "'" + row.call() + "' wraps what a closure throws that it only runs later");
    }
  }

  private void add(Row row, String message) {
    problems.add(new Problem(row.file(), row.line(), 0, message));
  }
}
