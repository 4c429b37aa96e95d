package io.github.relinquish.core.summary;

import io.github.relinquish.core.simulate.Budget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fixpoint of summaries that need themselves. Each starts from {@link Summary#BOTTOM}; what was computed from an unfinished summary
 * is forgotten before the next round.
 */
final class Recursion {
  private static final class Open {
    private Summary assumed = Summary.BOTTOM;
    private boolean wasUsed;
    private final int depth;

    Open(int depth) {
      this.depth = depth;
    }
  }

  private final Map<String, Open> open = new LinkedHashMap<>();
  private final List<String> provisional = new ArrayList<>();
  /** Depth of the outermost unfinished summary that was used since. */
  private int lowestUsed = Integer.MAX_VALUE;

  /** Whether no summary is half done: only then is everything that was asked meanwhile final. */
  boolean isIdle() {
    return open.isEmpty();
  }

  /** Whether nothing that was answered so far rests on a summary that is half done. */
  boolean isSettled() {
    return lowestUsed == Integer.MAX_VALUE;
  }

  /** The summary under {@code key}, computed by {@code body}; empty where calls go too deep. */
  Optional<Summary> summarise(String key, Map<String, Summary> done, Supplier<Summary> body) {
    Open active = open.get(key);
    if (active != null) {
      active.wasUsed = true;
      lowestUsed = Math.min(lowestUsed, active.depth);
      return Optional.of(active.assumed);
    }
    if (open.size() >= Budget.DEPTH * 4) {
      return Optional.empty();
    }
    Open mine = new Open(open.size());
    open.put(key, mine);
    int firstProvisional = provisional.size();
    Summary result = body.get();
    for (int round = 1; mine.wasUsed && !result.saysTheSameAs(mine.assumed) && round < Budget.ROUNDS; round++) {
      List<String> stale = provisional.subList(firstProvisional, provisional.size());
      stale.forEach(done::remove);
      stale.clear();
      mine.assumed = result;
      result = body.get();
    }
    open.remove(key);
    done.put(key, result);
    if (lowestUsed >= mine.depth) {
      lowestUsed = Integer.MAX_VALUE;
      provisional.subList(firstProvisional, provisional.size()).clear();
    } else {
      provisional.add(key);
    }
    return Optional.of(result);
  }
}
