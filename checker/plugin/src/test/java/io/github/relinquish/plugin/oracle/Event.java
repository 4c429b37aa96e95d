package io.github.relinquish.plugin.oracle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that went wrong in some run.
 *
 * @param rule title of the rule it breaks
 * @param lines where the call was made, and the calls around it: the checker may name any
 * @param isFirst false after another mistake with the same resource, which the checker need not look beyond
 */
record Event(String rule, Set<Integer> lines, boolean isFirst) {
  /** The one line to name it by. */
  int line() {
    return lines.stream().min(Integer::compare).orElseThrow();
  }

  /**
   * The same, where a call that closes a resource of a {@code try} may be told at the head of the statement: for a run it stands at the end.
   *
   * @param text lines of the program
   */
  Event alsoAtHeads(List<String> text) {
    Set<Integer> all = new TreeSet<>(lines);
    for (int line : lines) {
      String end = text.get(line - 1);
      String indent = end.substring(0, end.indexOf(end.strip()));
      int head = line - 1;
      while (end.strip().equals("}") && head > 0 && !isAt(indent, text.get(head - 1))) {
        head--;
      }
      if (head > 0 && text.get(head - 1).startsWith(indent + "try (")) {
        all.add(head);
      }
    }
    return new Event(rule, all, isFirst);
  }

  private static boolean isAt(String indent, String line) {
    return line.startsWith(indent) && !line.startsWith(indent + " ");
  }
}
