package io.github.relinquish.plugin.fix;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import io.github.relinquish.core.finding.Repair;
import io.github.relinquish.core.protocol.Effect;
import io.github.relinquish.core.protocol.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;

/** Adds the release of what a field holds to the method that gives the field another value. */
final class OwnerRelease {
  private final Drafting drafting;

  OwnerRelease(Drafting drafting) {
    this.drafting = drafting;
  }

  /** Whether the repair is about an assignment to a field. */
  Optional<TreePath> assignment(Repair repair, TreePath finding) {
    Optional<TreePath> at = Sites.around(repair.at(), finding.getCompilationUnit(), drafting.source());
    while (at.isPresent() && !(at.get().getLeaf() instanceof ExpressionStatementTree)) {
      at = Optional.ofNullable(at.get().getParentPath());
    }
    return at.filter(p -> fieldOf(p.getLeaf()) != null && fieldOf(p.getLeaf()).getSimpleName().contentEquals(repair.resource()));
  }

  private static Symbol fieldOf(Tree statement) {
    boolean isAssignment = statement instanceof ExpressionStatementTree it && it.getExpression() instanceof AssignmentTree;
    Symbol symbol = isAssignment
        ? ASTHelpers.getSymbol(((AssignmentTree) ((ExpressionStatementTree) statement).getExpression()).getVariable()) : null;
    return symbol != null && symbol.getKind() == ElementKind.FIELD ? symbol : null;
  }

  /** The release of what the field holds, if anything, in front of the assignment. */
  Optional<Draft> plan(TreePath assignment, Kind kind, TreePath acquisition) {
    SourceText source = drafting.source();
    ExpressionStatementTree statement = (ExpressionStatementTree) assignment.getLeaf();
    AssignmentTree given = (AssignmentTree) statement.getExpression();
    Symbol field = fieldOf(statement);
    int start = source.start(statement);
    Optional<Effect.Begin> begin = drafting.rows().begin(acquisition.getLeaf(), kind.name());
    boolean isOther = begin.isPresent() && !begin.get().release().isEmpty() || Roots.names(given.getExpression(), field);
    if (isOther || !(assignment.getParentPath().getLeaf() instanceof BlockTree block) || !source.isFirstInLine(start)) {
      return Optional.empty();
    }
    Held held = new Held(source.of(given.getVariable()), field, field.type, true);
    String indent = source.indentAt(start);
    String unit = source.unit(source.end(block) - 1, start);
    return drafting.words().of(kind, begin, acquisition.getLeaf(), held, assignment).map(release -> {
      Draft draft = drafting.draft(release);
      draft.edits().insert(start, release.written(indent, unit) + "\n" + indent);
      return draft;
    });
  }

  /** The release in front of the one place where the owner forgets the field: an assignment of null. */
  Optional<Draft> whereForgotten(Repair repair, Kind kind, TreePath acquisition) {
    TreePath owner = acquisition;
    while (!(owner.getLeaf() instanceof ClassTree)) {
      owner = owner.getParentPath();
    }
    List<TreePath> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override public Void visitExpressionStatement(ExpressionStatementTree statement, Void unused) {
        Symbol field = fieldOf(statement);
        if (field != null && field.getSimpleName().contentEquals(repair.resource())
            && Guards.isNull(((AssignmentTree) statement.getExpression()).getExpression())) {
          found.add(getCurrentPath());
        }
        return super.visitExpressionStatement(statement, unused);
      }
    }.scan(owner, null);
    return found.size() == 1 && OwnerMethod.isFilledInOnePlace((ClassTree) owner.getLeaf(), fieldOf(found.get(0).getLeaf())) ? plan(found.get(0), kind, acquisition) : Optional.empty();
  }
}
