package io.github.relinquish.core.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What one simulation finds: grows while it runs, is read afterwards. */
public final class Journal {
  private final List<Loss> losses = new ArrayList<>();
  private final List<Misuse> misuses = new ArrayList<>();
  private final List<Leaving> leavings = new ArrayList<>();
  private int widened;
  private boolean isEnded;
  private final boolean isListening;

  /** Writes everything down. */
  public Journal() {
    this(true);
  }

  private Journal(boolean isListening) {
    this.isListening = isListening;
  }

  /** Writes nothing down: for the rounds before the fixpoint. */
  static Journal deaf() {
    return new Journal(false);
  }

  /** Whether it is worth telling anything. */
  public boolean isListening() {
    return isListening;
  }

  public void lost(Loss loss) {
    if (isListening) {
      losses.add(loss);
    }
  }

  public void misused(Misuse misuse) {
    if (isListening) {
      misuses.add(misuse);
    }
  }

  void leaves(Leaving leaving) {
    if (isListening) {
      leavings.add(leaving);
    }
  }

  void ends(boolean released) {
    isEnded |= isListening && released;
  }

  void widen(int times) {
    widened += times;
  }

  public List<Loss> losses() {
    return List.copyOf(losses);
  }

  public List<Misuse> misuses() {
    return List.copyOf(misuses);
  }

  /** Puts another in the place of each exit. */
  public void replaceLeavings(UnaryOperator<Leaving> by) {
    leavings.replaceAll(by);
  }

  public List<Leaving> leavings() {
    return List.copyOf(leavings);
  }

  /** Whether some call that returns normally releases what is followed. */
  public boolean isEnded() {
    return isEnded;
  }

  /** How often the budget of states at one point was met. */
  public int widened() {
    return widened;
  }

  /** Takes all that another has over. */
  void addAll(Journal other) {
    add(other);
    leavings.addAll(other.leavings);
  }

  /** Takes another's losses, misuses and counters over, not its exits. */
  public void add(Journal other) {
    isEnded |= other.isEnded;
    losses.addAll(other.losses);
    misuses.addAll(other.misuses);
    widened += other.widened;
  }
}
