package io.github.relinquish.plugin.fix;

import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import io.github.relinquish.core.protocol.Port;
import java.util.Optional;

/** Releases what a container gives up: the one element that a call answers and nobody takes, or all of them before it is emptied. */
final class ElementRelease {
  private static final String ALL = "The others are to be released all the same.";
  private static final String ITERABLE = "java.lang.Iterable";

  private final Drafting drafting;
  private final SourceText source;

  ElementRelease(Drafting drafting) {
    this.drafting = drafting;
    this.source = drafting.source();
  }

  /** The edits; empty where the call is no statement of its own, or answers nothing of use. */
  Optional<Draft> plan(Repair repair, Kind kind, TreePath finding) {
    Optional<TreePath> at = Sites.around(repair.at(), finding.getCompilationUnit(), source);
    while (at.isPresent() && !(at.get().getLeaf() instanceof ExpressionStatementTree)) {
      at = Optional.ofNullable(at.get().getParentPath());
    }
    if (at.isEmpty() || !(at.get().getParentPath().getLeaf() instanceof BlockTree)
        || !source.isFirstInLine(source.start(at.get().getLeaf()))
        || !(((ExpressionStatementTree) at.get().getLeaf()).getExpression() instanceof MethodInvocationTree call)) {
      return Optional.empty();
    }
    ExpressionTree container = ASTHelpers.getReceiver(call);
    Symbol field = container == null ? null : ASTHelpers.getSymbol(container);
    if (field == null || !field.getSimpleName().contentEquals(repair.resource())) {
      return Optional.empty();
    }
    return isTaking(call) ? taken(call, kind, at.get()) : isEmptying(call) ? emptied(call, container, kind, at.get()) : Optional.empty();
  }

  private boolean isTaking(MethodInvocationTree call) {
    return drafting.rows().rowsOf(call).stream().flatMap(r -> r.effects().stream())
        .anyMatch(e -> e instanceof Effect.Take take && take.to().equals(Port.RESULT));
  }

  private boolean isEmptying(MethodInvocationTree call) {
    return drafting.rows().rowsOf(call).stream().flatMap(r -> r.effects().stream()).anyMatch(e -> e instanceof Effect.Drop);
  }

  /** {@code map.remove(key);} becomes a declaration, and a release unless there was none. */
  private Optional<Draft> taken(MethodInvocationTree call, Kind kind, TreePath at) {
    Type type = ASTHelpers.getType(call);
    String name = source.fresh(call.getArguments().size() > 1 ? "replaced" : "removed");
    return release(kind, call, new Held(name, null, type, true), at).map(release -> {
      Draft draft = drafting.draft(release);
      String declared = SuggestedFixes.qualifyType(drafting.state().withPath(at), draft.fix(), type) + " " + name + " = ";
      int start = source.start(at.getLeaf());
      int end = source.end(at.getLeaf());
      String indent = source.indentAt(start);
      draft.edits().insert(start, declared);
      int behind = source.endOfLineAfter(end);
      String written = indent + release.written(indent, unit(at, start));
      draft.edits().insert(behind, behind > end ? written + "\n" : "\n" + written);
      return draft;
    });
  }

  /** A loop that releases goes in front of {@code map.clear();}. */
  private Optional<Draft> emptied(MethodInvocationTree call, ExpressionTree container, Kind kind, TreePath at) {
    Type type = ASTHelpers.getType(container);
    boolean isIterable = elementOf(type) != null;
    Type elements = isIterable ? type : viewOf(type);
    Type element = elements == null ? null : elementOf(elements);
    if (element == null) {
      return Optional.empty();
    }
    String name = source.fresh("each");
    return release(kind, call, new Held(name, null, element, false), at).map(found -> {
      // One release that throws must not keep the others from being released.
      ReleaseCall release = found.thrown().isEmpty() ? found : drafting.words().caught(found);
      Draft draft = drafting.draft(release);
      int start = source.start(at.getLeaf());
      String indent = source.indentAt(start);
      String unit = unit(at, start);
      String loop = "for (" + SuggestedFixes.qualifyType(drafting.state().withPath(at), draft.fix(), element) + " " + name + " : "
          + source.of(container) + (isIterable ? "" : ".values()") + ") {\n" + indent + unit + release.written(indent + unit, unit, ALL) + "\n"
          + indent + "}\n" + indent;
      draft.edits().insert(start, loop);
      return draft;
    });
  }

  private Optional<ReleaseCall> release(Kind kind, MethodInvocationTree call, Held held, TreePath at) {
    return held.type() == null ? Optional.empty() : drafting.words().of(kind, Optional.empty(), call, held, at);
  }

  private String unit(TreePath at, int start) {
    return source.unit(source.end(at.getParentPath().getLeaf()) - 1, start);
  }

  private Type elementOf(Type type) {
    Symbol iterable = drafting.state().getSymbolFromString(ITERABLE);
    Type seen = drafting.state().getTypes().asSuper(type, iterable);
    return seen == null || seen.getTypeArguments().isEmpty() ? null
        : drafting.state().getTypes().cvarUpperBound(seen.getTypeArguments().get(0));
  }

  /** What {@code values()} of a map answers. */
  private Type viewOf(Type type) {
    for (Symbol member : drafting.state().getTypes().membersClosure(type, false).getSymbols(s -> s.getSimpleName().contentEquals("values"))) {
      if (member instanceof Symbol.MethodSymbol method && method.getParameters().isEmpty()) {
        return drafting.state().getTypes().memberType(type, method).getReturnType();
      }
    }
    return null;
  }
}
