package io.github.relinquish.plugin.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import io.github.relinquish.core.graph.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the {@code return;} of a body stand. The library has no nodes for them: what is known is the last thing that ran before, and so
 * the statement behind that.
 */
final class BareReturns {
  private record Known(Site site, StatementTree statement, Known around, ReturnTree next) {}

  private final Sites sites;
  private final Site end;
  private final TreeMap<Integer, Known> byStart = new TreeMap<>();

  private BareReturns(Sites sites, Site end) {
    this.sites = sites;
    this.end = end;
  }

  static BareReturns in(Tree body, Sites sites) {
    BareReturns found = new BareReturns(sites, sites.endOf(body));
    found.add(body instanceof MethodTree method ? method.getBody() : body instanceof StatementTree statement ? statement : null, null, null);
    return found;
  }

  /** The return that runs when {@code last} is done; the end of the body where that is none, or not known. */
  Site behind(Tree last) {
    return siteOf(around(last).map(Known::next));
  }

  /** The return that runs when {@code condition} turns out to be {@code value}. */
  Site behind(Tree condition, boolean value) {
    Optional<Known> test = around(condition);
    ReturnTree first = null;
    if (condition instanceof CaseTree label) {
      first = value ? firstOf(statementsOf(label)) : null;
    } else if (test.isPresent() && test.get().statement() instanceof IfTree choice) {
      first = firstOf(value ? choice.getThenStatement() : choice.getElseStatement());
    }
    return siteOf(Optional.ofNullable(first).or(() -> test.map(Known::next)));
  }

  private Site siteOf(Optional<ReturnTree> found) {
    return found.map(sites::of).orElse(end);
  }

  private Optional<Known> around(Tree place) {
    Site site = sites.of(place);
    Map.Entry<Integer, Known> nearest = byStart.floorEntry(site.start());
    Known at = nearest == null ? null : nearest.getValue();
    while (at != null && at.site().end() < site.end()) {
      at = at.around();
    }
    return Optional.ofNullable(at);
  }

  private static ReturnTree firstOf(StatementTree branch) {
    if (branch instanceof BlockTree block) {
      return firstOf(block.getStatements());
    }
    return branch instanceof ReturnTree bare && bare.getExpression() == null ? bare : null;
  }

  private static ReturnTree firstOf(List<? extends StatementTree> statements) {
    return statements.isEmpty() ? null : firstOf(statements.get(0));
  }

  private static List<? extends StatementTree> statementsOf(CaseTree label) {
    if (label.getStatements() != null) {
      return label.getStatements();
    }
    return label.getBody() instanceof StatementTree body ? List.of(body) : List.of();
  }

  /** @param next the return that runs behind the statement; null where another statement does, or finally code */
  private void add(StatementTree statement, Known around, ReturnTree next) {
    if (statement == null) {
      return;
    }
    Known known = new Known(sites.of(statement), statement, around, next);
    byStart.put(known.site().start(), known);
    if (statement instanceof BlockTree block) {
      addAll(block.getStatements(), known, next);
    } else if (statement instanceof IfTree choice) {
      add(choice.getThenStatement(), known, next);
      add(choice.getElseStatement(), known, next);
    } else if (statement instanceof LabeledStatementTree labeled) {
      add(labeled.getStatement(), known, next);
    } else if (statement instanceof SynchronizedTree locked) {
      add(locked.getBlock(), known, next);
    } else if (statement instanceof TryTree attempt) {
      ReturnTree behind = attempt.getFinallyBlock() == null ? next : null;
      add(attempt.getBlock(), known, attempt.getResources().isEmpty() ? behind : null);
      attempt.getCatches().stream().map(CatchTree::getBlock).forEach(b -> add(b, known, behind));
      add(attempt.getFinallyBlock(), known, null);
    } else if (statement instanceof SwitchTree choice) {
      // Behind the last statement under a label with a colon stands the next label.
      choice.getCases().forEach(c -> addAll(statementsOf(c), known, c.getStatements() == null ? next : null));
    } else {
      add(loopBody(statement), known, null);
    }
  }

  private void addAll(List<? extends StatementTree> statements, Known around, ReturnTree next) {
    for (int i = 0; i < statements.size(); i++) {
      add(statements.get(i), around, i + 1 < statements.size() ? firstOf(statements.get(i + 1)) : next);
    }
  }

  private static StatementTree loopBody(StatementTree statement) {
    if (statement instanceof WhileLoopTree loop) {
      return loop.getStatement();
    } else if (statement instanceof DoWhileLoopTree loop) {
      return loop.getStatement();
    } else if (statement instanceof ForLoopTree loop) {
      return loop.getStatement();
    }
    return statement instanceof EnhancedForLoopTree loop ? loop.getStatement() : null;
  }
}
