package io.github.relinquish.tools.run;

import java.nio.file.Path;
import java.util.List;

/** The rows that say what APIs demand. */
public interface Models {
  /** What is wrong with a file of rows, one line each with its place; empty where nothing is. */
  List<String> lint(Path file);

  /** Every row in force, one line each: the shipped ones and those of {@code files}. */
  List<String> list(List<Path> files);
}
