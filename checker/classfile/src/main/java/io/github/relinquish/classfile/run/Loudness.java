package io.github.relinquish.classfile.run;

import io.github.relinquish.classfile.ClassFileProgram;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.summary.Summaries;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which classes are worth judging: those to which a resource gets, and those that name a type or an annotation which promises something, each
 * with all that stands in the same top-level class. Nearly every class of most jars is neither.
 */
final class Loudness {
  private final Summaries summaries;
  private final Set<String> naming = new HashSet<>();
  private final Map<String, Boolean> known = new HashMap<>();

  Loudness(ClassFileProgram program, Summaries summaries) {
    this.summaries = summaries;
    program.classesNaming(summaries.rows().promises()).forEach(name -> naming.add(ClassNames.topLevel(name)));
  }

  boolean isLoud(String className) {
    String top = ClassNames.topLevel(className);
    return known.computeIfAbsent(top, t -> naming.contains(t) || summaries.relevance().concerns(List.of(t)));
  }
}
