package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * Gives a field that nobody releases its release: in the method that releases another field of the class, in one whose name says
 * that the object is done with, or in a new {@code close()}.
 */
final class OwnerMethod {
  private static final String CLOSE = "close";
  /** Names of methods that end an object's work, the most telling first. */
  private static final List<String> ENDS = List.of(CLOSE, "dispose", "release", "free", "destroy", "shutdown", "disconnect", "stop");

  private final Drafting drafting;
  private final SourceText source;

  OwnerMethod(Drafting drafting) {
    this.drafting = drafting;
    this.source = drafting.source();
  }

  /** The edits; empty where the field is another class's, or the class cannot be given a method. */
  Optional<Draft> plan(Repair repair, Kind kind, TreePath acquisition) {
    TreePath owner = classAround(acquisition);
    ClassTree tree = (ClassTree) owner.getLeaf();
    Optional<Symbol> field = tree.getMembers().stream()
        .filter(m -> m instanceof VariableTree variable && variable.getName().contentEquals(repair.resource()))
        .map(ASTHelpers::getSymbol).filter(f -> !f.isStatic()).findFirst();
    if (field.isEmpty()) {
      return Optional.empty();
    }
    boolean mayBeNull = !field.get().getModifiers().contains(Modifier.FINAL)
        || drafting.rows().begin(acquisition.getLeaf(), kind.name()).map(RowLookup::dependsOnNull).orElse(true);
    boolean isMade = tree.getMembers().stream().anyMatch(m -> m instanceof VariableTree v && ASTHelpers.getSymbol(v).equals(field.get())
        && v.getInitializer() instanceof NewClassTree);
    Held held = new Held(repair.resource(), field.get(), field.get().type, mayBeNull && !isMade);
    Optional<MethodTree> releaser = acquisition.getLeaf() instanceof MethodTree forgetful
        ? Optional.of(forgetful).filter(OwnerMethod::canRelease)
        : releaser(tree, field.get()).or(() -> namedReleaser(tree, field.get(), owner));
    return releaser.isPresent() ? added(releaser.get(), owner, kind, acquisition, held) : closing(tree, owner, kind, acquisition, held);
  }

  private static TreePath classAround(TreePath path) {
    TreePath at = path;
    while (!(at.getLeaf() instanceof ClassTree)) {
      at = at.getParentPath();
    }
    return at;
  }

  /** A method without parameters that gives another field of the class back. */
  private Optional<MethodTree> releaser(ClassTree owner, Symbol own) {
    return owner.getMembers().stream().filter(m -> m instanceof MethodTree).map(MethodTree.class::cast)
        .filter(OwnerMethod::canRelease).filter(m -> releasesOther(m, own))
        .findFirst();
  }

  /** A method that others call when they are done with the object, where nobody can fill the field again behind it. */
  private Optional<MethodTree> namedReleaser(ClassTree owner, Symbol own, TreePath path) {
    if (!isFilledInOnePlace(owner, own) || isMadeHere(ASTHelpers.getSymbol(owner), path)) {
      return Optional.empty();
    }
    return ENDS.stream().flatMap(name -> owner.getMembers().stream().filter(m -> m instanceof MethodTree).map(MethodTree.class::cast)
        .filter(m -> m.getName().contentEquals(name) && canRelease(m) && !Roots.names(m, own))).findFirst();
  }

  private static boolean canRelease(MethodTree method) {
    Symbol symbol = ASTHelpers.getSymbol(method);
    return method.getBody() != null && method.getParameters().isEmpty() && !symbol.isStatic() && !symbol.isConstructor() && isVoid(method);
  }

  private static boolean isVoid(MethodTree method) {
    return ASTHelpers.getSymbol(method).getReturnType().hasTag(com.sun.tools.javac.code.TypeTag.VOID);
  }

  private boolean releasesOther(MethodTree method, Symbol own) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        found[0] |= drafting.rows().rowsOf(call).stream().flatMap(r -> r.effects().stream())
            .anyMatch(e -> e instanceof Effect.Release release && RowLookup.expressionAt(call, release.of()).map(Roots::variableOf)
                .filter(v -> v.getKind() == ElementKind.FIELD && v.owner.equals(own.owner) && !v.equals(own)).isPresent());
        return super.visitMethodInvocation(call, unused);
      }
    }.scan(method.getBody(), null);
    return found[0] && !Roots.names(method, own);
  }

  /** What depends on others is released before them, what others depend on behind them. */
  private Optional<Draft> added(MethodTree method, TreePath owner, Kind kind, TreePath acquisition, Held held) {
    BlockTree body = method.getBody();
    TreePath at = new TreePath(new TreePath(owner, method), body);
    List<? extends StatementTree> statements = body.getStatements();
    if (statements.isEmpty()) {
      return filled(method, body, at, kind, acquisition, held);
    }
    int start = source.start(statements.get(0));
    if (!source.isFirstInLine(start)) {
      return Optional.empty();
    }
    return release(kind, acquisition, held, at).flatMap(release -> {
      Draft draft = drafting.draft(release);
      if (kind.parents().isEmpty()) {
        boolean isDone = new TryAround(source, draft.edits()).releasing(body, source.lineStart(start), release);
        return isDone ? Optional.of(draft) : Optional.empty();
      }
      String indent = source.indentAt(start);
      ReleaseCall first = release.thrown().isEmpty() ? release : drafting.words().caught(release);
      draft.edits().insert(start, first.written(indent, source.unit(source.end(body) - 1, start), "What follows is to happen all the same.")
          + "\n" + indent);
      return Optional.of(draft);
    });
  }

  /** A body without statements; its comments stay. */
  private Optional<Draft> filled(MethodTree method, BlockTree body, TreePath at, Kind kind, TreePath acquisition, Held held) {
    int close = source.end(body) - 1;
    String indent = source.indentAt(source.start(method));
    String unit = indent.isEmpty() ? "  " : indent.startsWith("\t") ? "\t" : source.unit(source.start(at.getParentPath().getParentPath().getLeaf()), close);
    return release(kind, acquisition, held, at).map(release -> {
      Draft draft = drafting.draft(release);
      String written = indent + unit + release.written(indent + unit, unit, "Nothing is left to be done about it.") + "\n";
      boolean isOnLine = source.isFirstInLine(close);
      draft.edits().insert(isOnLine ? source.lineStart(close) : close, isOnLine ? written : "\n" + written + indent);
      return draft;
    });
  }

  /** A class that nothing can close yet becomes one that can be closed. */
  private Optional<Draft> closing(ClassTree owner, TreePath path, Kind kind, TreePath acquisition, Held held) {
    Symbol.ClassSymbol symbol = ASTHelpers.getSymbol(owner);
    boolean isOrdinary = symbol.getKind() == ElementKind.CLASS && !owner.getSimpleName().isEmpty()
        && !symbol.owner.getKind().isInterface() && !(symbol.owner instanceof MethodSymbol);
    boolean isFilledOnce = isFilledInOnePlace(owner, held.variable());
    boolean hasClose = drafting.state().getTypes().membersClosure(symbol.type, false)
        .getSymbols(s -> s.getSimpleName().contentEquals(CLOSE)).iterator().hasNext();
    int close = source.end(owner) - 1;
    if (!isOrdinary || !isFilledOnce || hasClose || isMadeHere(symbol, path) || !source.isFirstInLine(close)) {
      return Optional.empty();
    }
    Optional<Integer> open = openOf(owner);
    return open.isEmpty() ? Optional.empty() : release(kind, acquisition, held, path).map(release -> {
      Draft draft = drafting.draft(release);
      boolean hasInterfaces = !owner.getImplementsClause().isEmpty();
      draft.edits().insert(open.get(), (hasInterfaces ? ", " : " implements ") + "AutoCloseable");
      String indent = source.indentAt(close);
      String unit = source.unit(source.start(owner), source.start(owner.getMembers().get(owner.getMembers().size() - 1)));
      String thrown = release.refused().isEmpty() ? "" : " throws " + String.join(", ", release.refused());
      ReleaseCall bare = new ReleaseCall(release.expression(), release.condition(), List.of(), release.thrown(), release.imports());
      draft.edits().insert(source.lineStart(close), "\n" + indent + unit + "@Override\n" + indent + unit + "public void close()" + thrown + " {\n"
          + indent + unit + unit + bare.written(indent + unit + unit, unit) + "\n" + indent + unit + "}\n");
      return draft;
    });
  }

  /** Whether nobody fills the field a second time: once the class releases it, whoever does would have to release the first. */
  static boolean isFilledInOnePlace(ClassTree owner, Symbol field) {
    int makers = 0;
    int others = 0;
    for (Tree member : owner.getMembers()) {
      if (fills(member, field)) {
        boolean isMaker = !(member instanceof MethodTree method) || ASTHelpers.getSymbol(method).isConstructor();
        makers += isMaker ? 1 : 0;
        others += isMaker ? 0 : 1;
      }
    }
    return others == 0 || others == 1 && makers == 0;
  }

  private static boolean fills(Tree member, Symbol field) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitAssignment(AssignmentTree given, Void unused) {
        found[0] |= field.equals(ASTHelpers.getSymbol(given.getVariable())) && !Guards.isNull(given.getExpression());
        return super.visitAssignment(given, unused);
      }

      @Override public Void visitVariable(VariableTree declared, Void unused) {
        boolean isGiven = declared.getInitializer() != null && !Guards.isNull(declared.getInitializer());
        found[0] |= isGiven && field.equals(ASTHelpers.getSymbol(declared));
        return super.visitVariable(declared, unused);
      }
    }.scan(member, null);
    return found[0];
  }

  /** Behind the last word in front of the class's brace. */
  private Optional<Integer> openOf(ClassTree owner) {
    int from = owner.getImplementsClause().stream().map(source::end).max(Integer::compare)
        .orElseGet(() -> owner.getExtendsClause() != null ? source.end(owner.getExtendsClause())
            : owner.getTypeParameters().isEmpty() ? -1 : source.end(owner.getTypeParameters().get(owner.getTypeParameters().size() - 1)));
    if (from < 0) {
      int named = source.text().indexOf(" " + owner.getSimpleName(), source.text().indexOf("class", afterModifiers(owner)));
      from = named < 0 ? -1 : named + 1 + owner.getSimpleName().length();
    }
    int brace = from < 0 ? -1 : source.text().indexOf('{', from);
    boolean isClear = brace >= 0 && source.text().substring(from, brace).replace('>', ' ').isBlank();
    return isClear ? Optional.of(source.text().substring(from, brace).contains(">") ? source.text().indexOf('>', from) + 1 : from)
        : Optional.empty();
  }

  private int afterModifiers(ClassTree owner) {
    return Math.max(source.start(owner), source.end(owner.getModifiers()));
  }

  /** Whoever makes one has to close it from then on: not to be asked of code that the edit leaves as it is. */
  private static boolean isMadeHere(Symbol owner, TreePath path) {
    boolean[] found = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitNewClass(NewClassTree made, Void unused) {
        found[0] |= ASTHelpers.getSymbol(made.getIdentifier()) == owner;
        return super.visitNewClass(made, unused);
      }
    }.scan(path.getCompilationUnit(), null);
    return found[0];
  }

  private Optional<ReleaseCall> release(Kind kind, TreePath acquisition, Held held, TreePath at) {
    return drafting.words().of(kind, drafting.rows().begin(acquisition.getLeaf(), kind.name()), acquisition.getLeaf(), held, at)
        .filter(r -> isNameable(acquisition, r));
  }

  /** What the words name besides the field must be there in another method too. */
  private static boolean isNameable(TreePath acquisition, ReleaseCall release) {
    boolean[] isLocal = new boolean[1];
    new TreeScanner<Void, Void>() {
      @Override public Void visitIdentifier(IdentifierTree name, Void unused) {
        Symbol symbol = ASTHelpers.getSymbol(name);
        isLocal[0] |= symbol instanceof VarSymbol && Roots.isLocal(symbol)
            && release.expression().matches("(?s).*\\b" + symbol.getSimpleName() + "\\b.*");
        return null;
      }
    }.scan(acquisition.getLeaf(), null);
    return !isLocal[0];
  }
}
