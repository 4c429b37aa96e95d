package io.github.relinquish.core.summary;

import io.github.relinquish.core.simulate.Budget;
import io.github.relinquish.core.simulate.Simulation;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest runs over bodies: they hold the states of every block and are large, and whoever asks again does so soon. */
final class RecentRuns extends LinkedHashMap<String, Simulation> {
  private static final long serialVersionUID = 1L;
  private static final int CAPACITY = 16;
  private static final float LOAD = 0.75f;

  RecentRuns() {
    super(CAPACITY, LOAD, true);
  }

  @Override protected boolean removeEldestEntry(Map.Entry<String, Simulation> eldest) {
    return size() > Budget.RUNS;
  }
}
