package io.github.relinquish.tools.lsp;

import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.summary.AnnotationTable;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The words that stand in every source in which a resource begins or ends. */
final class Vocabulary {
  private Vocabulary() {}

  /** Simple names of the types and, where the type does not matter, of the methods of rows; those of annotations that say the same. */
  static Set<String> of(Protocols protocols) {
    Set<String> words = new TreeSet<>(AnnotationTable.simpleNames());
    for (Row row : protocols.rows()) {
      boolean isWorthALook = row.effects().stream()
          .anyMatch(e -> e instanceof Effect.Begin || e instanceof Effect.Release || e instanceof Effect.Unload);
      if (isWorthALook) {
        words.add(wordOf(row.call()));
      }
    }
    return Collections.unmodifiableSet(words);
  }

  private static String wordOf(CallPattern call) {
    return call.matchesByName() ? call.name() : ClassNames.declared(call.owner());
  }
}
