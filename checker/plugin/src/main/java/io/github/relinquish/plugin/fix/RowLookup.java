package io.github.relinquish.plugin.fix;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import io.github.relinquish.core.protocol.CallPattern;
import io.github.relinquish.core.protocol.Clause;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.protocol.Protocols;
import io.github.relinquish.core.protocol.Row;
import java.util.List;
import java.util.Optional;

/** What the rows say of a call in the trees. */
final class RowLookup {
  private final Protocols protocols;
  private final VisitorState state;

  RowLookup(Protocols protocols, VisitorState state) {
    this.protocols = protocols;
    this.state = state;
  }

  VisitorState state() {
    return state;
  }

  Protocols protocols() {
    return protocols;
  }

  /** The rows about a call, those with an owner before those by name. */
  List<Row> rowsOf(Tree call) {
    if (!(ASTHelpers.getSymbol(call) instanceof MethodSymbol method)
        || !(call instanceof MethodInvocationTree || call instanceof NewClassTree)) {
      return List.of();
    }
    List<Row> matching = protocols.rowsNamed(method.getSimpleName().toString()).stream()
        .filter(r -> matches(r.call(), method)).toList();
    List<Row> owned = matching.stream().filter(r -> !r.call().matchesByName()).toList();
    return owned.isEmpty() ? matching : owned;
  }

  private boolean matches(CallPattern pattern, MethodSymbol method) {
    int arity = pattern.types().isEmpty() ? pattern.arity() : pattern.types().size();
    if (arity >= 0 && arity != method.getParameters().size() || !takes(pattern.types(), method)) {
      return false;
    }
    if (pattern.matchesByName()) {
      return true;
    }
    Type owner = state.getTypeFromString(pattern.owner());
    return owner != null && (ASTHelpers.isSubtype(method.owner.type, owner, state) || ASTHelpers.isSubtype(owner, method.owner.type, state));
  }

  private boolean takes(List<String> types, MethodSymbol method) {
    for (int i = 0; i < types.size(); i++) {
      Type parameter = state.getTypes().erasure(method.getParameters().get(i).type);
      String name = parameter.toString();
      String wanted = types.get(i).replace('$', '.');
      if (!wanted.equals("_") && !name.equals(wanted) && !name.endsWith("." + wanted)) {
        return false;
      }
    }
    return true;
  }

  /** How a resource of that kind begins at the call. */
  Optional<Effect.Begin> begin(Tree call, String kind) {
    return rowsOf(call).stream().flatMap(r -> r.effects().stream())
        .filter(e -> e instanceof Effect.Begin begin && !begin.isLent() && begin.kind().equals(kind))
        .map(Effect.Begin.class::cast).findFirst();
  }

  /** Whether the call answers the state of the thread that it changes. */
  boolean answersThread(Tree call) {
    return rowsOf(call).stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Alias alias && alias.from().equals(Port.THREAD) && alias.to().equals(Port.RESULT));
  }

  /** Whether some call that begins such a resource may also answer null. */
  boolean mayAnswerNull(String kind) {
    return protocols.rows().stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Begin begin && begin.kind().equals(kind) && dependsOnNull(begin));
  }

  static boolean dependsOnNull(Effect.Begin begin) {
    return begin.at().equals(Port.RESULT)
        && begin.when().stream().anyMatch(c -> c.test() == Clause.Test.NONNULL && c.port().equals(Port.RESULT));
  }

  /** Whether the call gives {@code held} back: by a row, or because it is what the kind's own words say. */
  boolean releases(Tree call, Kind kind, Held held) {
    return isInWordsOf(kind, call, held) || rowsOf(call).stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Release release && isOf(release, kind.name()) && names(call, release.of(), held));
  }

  private static boolean isInWordsOf(Kind kind, Tree call, Held held) {
    return call instanceof MethodInvocationTree invoked && invoked.getArguments().isEmpty() && ASTHelpers.getReceiver(invoked) != null
        && held.is(ASTHelpers.getSymbol(ASTHelpers.getReceiver(invoked)))
        && kind.release().equals("{}." + ASTHelpers.getSymbol(invoked).getSimpleName() + "()");
  }

  /** Whether the call gives {@code held} back, of whatever kind it is. */
  boolean releasesAny(Tree call, Held held) {
    return rowsOf(call).stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Release release && names(call, release.of(), held));
  }

  /** Whether something begins at the call that is made from {@code held}. */
  boolean makesChildOf(Tree call, Held held) {
    return rowsOf(call).stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Begin begin && begin.parents().values().stream().anyMatch(p -> names(call, p, held)));
  }

  /** Whether something begins at the call that is made from what {@code argument} answers. */
  boolean makesChildOf(Tree call, ExpressionTree argument) {
    return rowsOf(call).stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Begin begin && begin.parents().values().stream()
            .anyMatch(p -> expressionAt(call, p).filter(a -> Roots.bare(a) == argument).isPresent()));
  }

  private static boolean isOf(Effect.Release release, String kind) {
    return release.kinds().isEmpty() || release.kinds().contains(kind);
  }

  private static boolean names(Tree call, Port of, Held held) {
    if (of.root() == Port.Root.THREAD) {
      return held.variable() == null;
    }
    return expressionAt(call, of).map(Roots::variableOf).filter(held::is).isPresent();
  }

  /** The expression at the root of a port. */
  static Optional<ExpressionTree> expressionAt(Tree call, Port port) {
    return switch (port.root()) {
      case ARGUMENT -> {
        List<? extends ExpressionTree> arguments = call instanceof NewClassTree made
            ? made.getArguments() : ((MethodInvocationTree) call).getArguments();
        yield port.index() < arguments.size() ? Optional.of(arguments.get(port.index())) : Optional.empty();
      }
      case RECEIVER -> call instanceof MethodInvocationTree invoked
          ? Optional.ofNullable(ASTHelpers.getReceiver(invoked)) : Optional.of((ExpressionTree) call);
      case RESULT -> Optional.of((ExpressionTree) call);
      case THREAD, STATIC -> Optional.empty();
    };
  }

  /** Whether a condition asks the resource itself, and where it holds there is nothing to give back: none, or only a lent one. */
  boolean saysThereIsNone(ExpressionTree condition, Held held) {
    return Roots.bare(condition) instanceof MethodInvocationTree call && rowsOf(call).stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Ask ask && ask.ifTrue() != Effect.Meaning.SAME && names(call, ask.of(), held));
  }

  /** Whether some call in the tree asks the resource, and is answered that it is only lent. */
  boolean mayBeLent(Tree tree, Held held) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        found[0] |= rowsOf(call).stream().flatMap(r -> r.effects().stream()).anyMatch(e -> e instanceof Effect.Ask ask
            && (ask.ifTrue() == Effect.Meaning.LENT || ask.ifFalse() == Effect.Meaning.LENT) && names(call, ask.of(), held));
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(tree, null);
    return found[0];
  }

  /** The method without parameters that answers true where nothing was acquired: {@code isNull}. */
  Optional<String> question(Type type) {
    for (Row row : protocols.rows()) {
      boolean asks = row.effects().stream().anyMatch(e -> e instanceof Effect.Ask ask
          && ask.ifTrue() == Effect.Meaning.NONE && ask.of().equals(Port.RECEIVER));
      if (asks && row.call().arity() == 0 && !row.call().matchesByName()) {
        Type owner = state.getTypeFromString(row.call().owner());
        if (owner != null && ASTHelpers.isSubtype(type, owner, state)) {
          return Optional.of(row.call().name());
        }
      }
    }
    return Optional.empty();
  }
}
