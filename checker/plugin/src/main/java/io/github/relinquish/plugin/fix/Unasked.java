package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import java.util.List;
import java.util.Optional;

/** Where nobody asks whether an acquisition succeeded, the release does: {@code if (ok) { ... }}. */
final class Unasked {
  private final Drafting drafting;
  private final SourceText source;

  Unasked(Drafting drafting) {
    this.drafting = drafting;
    this.source = drafting.source();
  }

  /** What says that it succeeded; empty where no variable has the answer, or the rest gives that another value. */
  static Optional<String> success(Acquired acquired, List<? extends StatementTree> rest) {
    Symbol status = acquired.status();
    boolean isSteady = Roots.isLocal(status) && rest.stream().noneMatch(s -> Roots.assigns(s, status));
    return isSteady ? success(acquired, status.getSimpleName().toString()) : Optional.empty();
  }

  private static Optional<String> success(Acquired acquired, String answer) {
    List<Clause> when = acquired.begin().map(b -> b.when()).orElse(List.of());
    if (when.size() != 1 || !when.get(0).port().equals(Port.RESULT)) {
      return Optional.empty();
    }
    return switch (when.get(0).test()) {
      case TRUE -> isBoolean(acquired.call()) ? Optional.of(answer) : Optional.empty();
      case FALSE -> isBoolean(acquired.call()) ? Optional.of("!" + answer) : Optional.empty();
      case IN -> when.get(0).values().equals(List.of(0L)) ? Optional.of(answer + " == 0") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isBoolean(ExpressionTree call) {
    Type type = ASTHelpers.getType(call);
    return type != null && type.toString().equals("boolean");
  }

  /** The release in front of the answer, where the method has nothing else to do with either; empty elsewhere. */
  Optional<Draft> plan(Acquired acquired, Kind kind) {
    int start = source.start(acquired.statement());
    if (!acquired.hasStatus() || !acquired.isNamed() || !source.isFirstInLine(start)) {
      return Optional.empty();
    }
    String indent = source.indentAt(start);
    String unit = source.unit(source.end(acquired.block()) - 1, start);
    List<? extends StatementTree> rest = acquired.after();
    if (acquired.statement() instanceof ReturnTree answer && Roots.bare(answer.getExpression()) == acquired.call()) {
      String name = source.fresh(isBoolean(acquired.call()) ? "ok" : "status");
      return release(acquired, kind, success(acquired, name)).map(release -> {
        Draft draft = drafting.draft(release);
        String declared = ASTHelpers.getType(acquired.call()) + " " + name + " = " + source.of(answer.getExpression()) + ";\n";
        draft.edits().replace(start, source.end(answer), declared + indent + release.written(indent, unit) + "\n" + indent + "return " + name + ";");
        return draft;
      });
    }
    boolean isAnswerOnly = rest.size() == 1 && rest.get(0) instanceof ReturnTree answer && source.isFirstInLine(source.start(answer))
        && (answer.getExpression() == null || Roots.isPlain(answer.getExpression()))
        && (acquired.held().variable() == null || !Roots.names(answer, acquired.held().variable()));
    return !isAnswerOnly ? Optional.empty() : release(acquired, kind, success(acquired, rest)).map(release -> {
      Draft draft = drafting.draft(release);
      draft.edits().insert(source.start(rest.get(0)), release.written(indent, unit) + "\n" + indent);
      return draft;
    });
  }

  private Optional<ReleaseCall> release(Acquired acquired, Kind kind, Optional<String> success) {
    boolean isLocal = acquired.held().variable() == null || Roots.isLocal(acquired.held().variable())
        && acquired.held().variable().getKind() != javax.lang.model.element.ElementKind.PARAMETER;
    return !isLocal ? Optional.empty() : success.flatMap(s -> drafting.release(kind, acquired, acquired.held()).map(r -> r.onlyIf(s)));
  }
}
