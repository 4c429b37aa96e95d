package io.github.relinquish.core.simulate;

import java.util.ArrayList;
import java.util.List;

/** What one simulation finds: grows while it runs, is read afterwards. */
public final class Journal {
  private final List<Loss> losses = new ArrayList<>();
  private final List<Misuse> misuses = new ArrayList<>();
  private final List<Leaving> leavings = new ArrayList<>();
  private int widened;

  public void lost(Loss loss) {
    losses.add(loss);
  }

  public void misused(Misuse misuse) {
    misuses.add(misuse);
  }

  void leaves(Leaving leaving) {
    leavings.add(leaving);
  }

  void widen() {
    widened++;
  }

  public List<Loss> losses() {
    return List.copyOf(losses);
  }

  public List<Misuse> misuses() {
    return List.copyOf(misuses);
  }

  public List<Leaving> leavings() {
    return List.copyOf(leavings);
  }

  /** How often the budget of states at one point was met. */
  public int widened() {
    return widened;
  }

  /** Takes another's losses, misuses and counters over, not its exits. */
  public void add(Journal other) {
    losses.addAll(other.losses);
    misuses.addAll(other.misuses);
    widened += other.widened;
  }
}
