package io.github.relinquish.core.data;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file; stops at a number nobody would read. */
final class Problems {
  private static final int MOST = 100;

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  void add(Node at, String message) {
    add(at.line(), at.column(), message);
  }

  void add(int line, int column, String message) {
    if (found.size() < MOST) {
      found.add(new Problem(file, line, column, message));
    }
  }

  /** In the order of the file. */
  List<Problem> sorted() {
    return found.stream().sorted().distinct().toList();
  }
}
