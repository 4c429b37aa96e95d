package io.github.relinquish.core.summary;

import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.program.Scope;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import io.github.relinquish.core.simulate.Layout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which bodies of libraries may begin something for their callers. A class that names nothing of the kind is not lowered to see that. */
final class LibraryFactories {
  private static final int DEPTH = 3;

  private final Summaries summaries;
  private final Map<MethodKey, Boolean> bodies = new HashMap<>();
  private final Map<String, Boolean> classes = new HashMap<>();
  /** One of them stands in each class that calls a method which begins or answers a resource; made when the first library is asked for. */
  private Set<String> words;

  LibraryFactories(Summaries summaries) {
    this.summaries = summaries;
  }

  /** Whether a body is one of a library, and may begin something. */
  boolean isFactory(MethodKey body) {
    return summaries.hierarchy().scopeOf(body) == Scope.LIBRARY && mayBegin(body, DEPTH);
  }

  /** Whether a resource may begin in a call of that method, by a row. */
  boolean begins(MethodKey callee) {
    return summaries.rows().protocols().knowsName(callee.name())
        && summaries.rows().rowsFor(callee, "").stream().anyMatch(Row::begins);
  }

  /** It calls what a row begins: itself, through bodies of its own class, or through what that class puts behind an interface, few calls deep. */
  private boolean mayBegin(MethodKey body, int depth) {
    Boolean known = bodies.get(body);
    if (known != null || depth == 0) {
      return known != null && known;
    }
    bodies.put(body, false);
    boolean mayBegin = isNaming(body.owner()) && calls(body, depth);
    bodies.put(body, mayBegin);
    return mayBegin;
  }

  private boolean calls(MethodKey body, int depth) {
    Optional<Layout> layout = summaries.layoutOf(body);
    return layout.isPresent() && layout.get().graph().steps().anyMatch(s -> s instanceof Step.Invoke call && (begins(call.callee())
        || (call.callee().owner().equals(body.owner()) && mayBegin(call.callee(), depth - 1))
        || summaries.implementations().behind(call.callee(), call.kind(), body.owner()).stream().anyMatch(b -> mayBegin(b, depth - 1))));
  }

  private boolean isNaming(String owner) {
    if (words == null) {
      words = wordsOf(summaries.rows().protocols());
      words.addAll(summaries.rows().kinds().words());
    }
    return classes.computeIfAbsent(owner, o -> summaries.program().mayHold(o, words));
  }

  /** The names of methods that begin something as rows spell them and as bindings do, or the classes that are made. */
  private static Set<String> wordsOf(Protocols protocols) {
    Set<String> words = new HashSet<>();
    for (Row row : protocols.rows()) {
      if (row.begins()) {
        boolean isMade = row.call().name().equals(MethodKey.CONSTRUCTOR);
        words.addAll(isMade ? Set.of(ClassNames.simple(row.call().owner())) : Protocols.spellings(row.call().name()));
      }
    }
    return words;
  }
}
