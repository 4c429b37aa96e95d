package io.github.relinquish.plugin.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import io.github.relinquish.core.graph.Site;
import java.util.HashMap;
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
  private final TreeMap<Integer, Known> byStart = new TreeMap<>();
  private final Map<ReturnTree, Site> returns = new HashMap<>();

  private BareReturns(Sites sites) {
    this.sites = sites;
  }

  static BareReturns in(Tree body, Sites sites) {
    BareReturns found = new BareReturns(sites);
    if (body instanceof StatementTree statement) {
      found.add(statement, null, null);
    }
    return found;
  }

  /** The return that runs when {@code last} is done; empty where that is none, or not known. */
  Optional<Site> behind(Tree last) {
    return around(last).map(Known::next).map(returns::get);
  }

  /** The return that runs when {@code condition} turns out to be {@code value}. */
  Optional<Site> behind(Tree condition, boolean value) {
    Optional<Known> test = around(condition);
    ReturnTree first = null;
    if (condition instanceof CaseTree label) {
      first = value ? firstOf(label) : null;
    } else if (test.isPresent() && test.get().statement() instanceof IfTree choice) {
      first = firstOf(value ? choice.getThenStatement() : choice.getElseStatement());
    }
    return first == null ? test.map(Known::next).map(returns::get) : Optional.ofNullable(returns.get(first));
  }

  private static ReturnTree firstOf(CaseTree label) {
    if (label.getStatements() != null) {
      return label.getStatements().isEmpty() ? null : firstOf(label.getStatements().get(0));
    }
    return label.getBody() instanceof StatementTree body ? firstOf(body) : null;
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
      return block.getStatements().isEmpty() ? null : firstOf(block.getStatements().get(0));
    }
    return branch instanceof ReturnTree bare && bare.getExpression() == null ? bare : null;
  }

  /** @param next the return that runs behind the statement; null where another statement does, or finally code */
  private void add(StatementTree statement, Known around, ReturnTree next) {
    if (statement == null) {
      return;
    }
    Known known = new Known(sites.of(statement), statement, around, next);
    byStart.put(known.site().start(), known);
    if (statement instanceof ReturnTree bare && bare.getExpression() == null) {
      returns.put(bare, known.site());
    } else if (statement instanceof BlockTree block) {
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
      choice.getCases().forEach(c -> addCase(c, known, next));
    } else {
      add(loopBody(statement), known, null);
    }
  }

  private void addCase(CaseTree branch, Known around, ReturnTree next) {
    if (branch.getStatements() != null) {
      addAll(branch.getStatements(), around, null);
    } else if (branch.getBody() instanceof StatementTree body) {
      add(body, around, next);
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
