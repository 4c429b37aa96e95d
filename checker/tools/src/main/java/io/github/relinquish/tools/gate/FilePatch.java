package io.github.relinquish.tools.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * What a change did to one file.
 *
 * @param before its path before; empty where the change made it
 * @param after its path after; empty where the change deleted it
 * @param hunks in the order of the file
 */
record FilePatch(String before, String after, List<Hunk> hunks) {
  FilePatch {
    hunks = List.copyOf(hunks);
  }

  /**
   * The old text.
   *
   * @param newText text after the change, one char for each byte
   * @throws IllegalArgumentException where the patch is not of this text
   */
  String undo(String newText) {
    List<String> lines = new ArrayList<>(List.of(newText.split("\n", -1)));
    boolean endsWithNewLine = lines.get(lines.size() - 1).isEmpty();
    if (endsWithNewLine) {
      lines.remove(lines.size() - 1);
    }
    List<String> old = new ArrayList<>();
    int done = 0;
    for (Hunk hunk : hunks) {
      int end = hunk.at() + hunk.after().size();
      if (hunk.at() < done || end > lines.size() || !lines.subList(hunk.at(), end).equals(hunk.after())) {
        throw new IllegalArgumentException("the patch does not fit " + after + " at line " + (hunk.at() + 1));
      }
      old.addAll(lines.subList(done, hunk.at()));
      old.addAll(hunk.before());
      done = end;
    }
    old.addAll(lines.subList(done, lines.size()));
    return old.isEmpty() ? "" : String.join("\n", old) + (endsWithNewLine || newText.isEmpty() ? "\n" : "");
  }
}
