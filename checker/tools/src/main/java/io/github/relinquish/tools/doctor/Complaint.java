package io.github.relinquish.tools.doctor;

import java.util.List;

/**
 * Something wrong in a set-up.
 *
 * @param row short name of the cause
 * @param file where the cure goes, relative to the project
 * @param cause what is wrong and what the user sees because of it
 * @param cure what to do with the lines
 * @param lines the lines to paste or delete
 */
public record Complaint(String row, String file, String cause, String cure, List<String> lines) {
  public Complaint {
    lines = List.copyOf(lines);
  }
}
