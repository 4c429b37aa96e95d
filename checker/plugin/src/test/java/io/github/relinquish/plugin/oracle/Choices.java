package io.github.relinquish.plugin.oracle;

import java.util.ArrayList;
import java.util.List;

/** All sequences of answers, one after the other: counts up the last answer that has a next. */
final class Choices {
  private final List<Integer> answers = new ArrayList<>();
  private final List<Integer> bounds = new ArrayList<>();
  private int next;

  /** 0 up to, not including, {@code bound}. */
  int pick(int bound) {
    if (next == answers.size()) {
      answers.add(0);
      bounds.add(bound);
    }
    return answers.get(next++);
  }

  /** False when all were there. */
  boolean advance() {
    next = 0;
    for (int last = answers.size() - 1; last >= 0; last--) {
      if (answers.get(last) + 1 < bounds.get(last)) {
        answers.set(last, answers.get(last) + 1);
        return true;
      }
      answers.remove(last);
      bounds.remove(last);
    }
    return false;
  }
}
