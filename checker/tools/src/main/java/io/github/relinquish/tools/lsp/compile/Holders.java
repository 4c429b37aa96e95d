package io.github.relinquish.tools.lsp.compile;

import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.summary.Course;
import io.github.relinquish.core.summary.Summaries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The names under which a resource is known in a body: its own, and those of objects that keep it. */
final class Holders {
  private final Kind kind;
  private final Summaries summaries;
  private final Map<String, Named> named = new LinkedHashMap<>();

  private record Named(boolean isOwner, String release) {}

  Holders(Kind kind, Summaries summaries) {
    this.kind = kind;
    this.summaries = summaries;
  }

  /** A variable that was seen to hold it. */
  void add(Course.Holding holding) {
    Variable variable = holding.variable();
    List<String> path = holding.path();
    boolean isField = variable.kind() == Variable.Kind.THIS && path.size() == 1 && isWritten(path.get(0));
    if (isField) {
      addName(path.get(0));
    } else if (path.isEmpty()) {
      addName(variable.name());
    } else if (variable.kind() != Variable.Kind.THIS) {
      String call = path.stream().anyMatch(Port::isElement) ? "" : summaries.ownership().releaserOf(variable.type(), path, kind)
          .map(MethodKey::name).map(method -> variable.name() + "." + method + "()").orElse("");
      named.putIfAbsent(variable.name(), new Named(true, call));
    }
  }

  private static boolean isWritten(String field) {
    return !Port.isElement(field) && Character.isJavaIdentifierStart(field.charAt(0)) && field.indexOf('$') < 0;
  }

  /** A name of the resource itself, unless it is known as an owner's. */
  void addName(String name) {
    named.putIfAbsent(name, new Named(false, kind.releaseOf(name)));
  }

  /** Says the same of all names. */
  void tell(int from, int to, String origin, List<String> fate, List<Answer.Moment> moments, Consumer<Answer.Resource> sink) {
    named.forEach((name, how) -> sink.accept(new Answer.Resource(name, from, to, how.isOwner() ? "owner of " + article(kind.noun()) : kind.noun(),
        kind.name(), origin, how.release(), fate, moments)));
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }
}
