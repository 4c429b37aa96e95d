package io.github.relinquish.plugin.session;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import io.github.relinquish.core.data.Advice;
import io.github.relinquish.core.finding.Finding;
import io.github.relinquish.core.finding.Note;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code @SuppressWarnings} of one unit that name rules of ours, on variables, methods and classes.
 *
 * <p>A reason is a string {@code "Rule: why"} beside or instead of {@code "Rule"}, or a comment with the word {@code because} on the line above the
 * annotation or on its own lines.
 */
final class Suppressions {
  private static final String REASON = "because";

  private static final int NEAR = 2;

  private final List<Suppression> all;
  private final List<Note> misspelt;
  private final boolean requiresReason;
  private final Set<Suppression> used = new LinkedHashSet<>();

  private Suppressions(List<Suppression> all, List<Note> misspelt, boolean requiresReason) {
    this.all = all;
    this.misspelt = misspelt;
    this.requiresReason = requiresReason;
  }

  static Suppressions in(CompilationUnitTree unit, String file, SourcePositions positions, boolean requiresReason) {
    Scan scan = new Scan(unit, file, positions);
    scan.scan(unit, null);
    return new Suppressions(scan.found, scan.misspelt, requiresReason);
  }

  /** Those of a unit without any. */
  static Suppressions none() {
    return new Suppressions(List.of(), List.of(), false);
  }

  /** Whether a finding is suppressed; the suppression counts as used from then on. */
  boolean cover(Finding finding) {
    boolean isCovered = false;
    for (Suppression suppression : all) {
      if (suppression.covers(finding)) {
        used.add(suppression);
        isCovered |= suppression.hasReason() || !requiresReason;
      }
    }
    return isCovered;
  }

  /** One note for each that would cover something if it had the reason that it must have. */
  List<Note> withoutReason() {
    return all.stream().filter(it -> requiresReason && !it.hasReason() && used.contains(it))
        .map(it -> new Note(Note.Kind.STALE, it.site(), "the suppression of " + it.rule().title()
            + " gives no reason and does not count; write \"" + it.rule().title() + ": why\" or a comment with 'because'")).toList();
  }

  /** One note for each that covered nothing so far, for each that lacks the reason it must have, and for each misspelt one. */
  List<Note> notes() {
    List<Note> notes = new ArrayList<>(misspelt);
    notes.addAll(withoutReason());
    for (Suppression it : all) {
      if (it.isNamed() && !used.contains(it)) {   // "all" is for other tools as well
        notes.add(new Note(Note.Kind.STALE, it.site(), "the suppression of " + it.rule().title() + " suppresses nothing"));
      }
    }
    return notes;
  }

  private static final class Scan extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final String file;
    private final SourcePositions positions;
    private final List<Suppression> found = new ArrayList<>();
    private final List<Note> misspelt = new ArrayList<>();

    Scan(CompilationUnitTree unit, String file, SourcePositions positions) {
      this.unit = unit;
      this.file = file;
      this.positions = positions;
    }

    @Override public Void visitClass(ClassTree declared, Void unused) {
      add(declared.getModifiers(), declared);
      return super.visitClass(declared, null);
    }

    @Override public Void visitMethod(MethodTree declared, Void unused) {
      add(declared.getModifiers(), declared);
      return super.visitMethod(declared, null);
    }

    @Override public Void visitVariable(VariableTree declared, Void unused) {
      add(declared.getModifiers(), declared);
      return super.visitVariable(declared, null);
    }

    private void add(ModifiersTree modifiers, Tree declared) {
      for (AnnotationTree annotation : modifiers.getAnnotations()) {
        String type = annotation.getAnnotationType().toString();
        if (type.equals("SuppressWarnings") || type.equals("java.lang.SuppressWarnings")) {
          add(annotation, declared);
        }
      }
    }

    private void add(AnnotationTree annotation, Tree declared) {
      List<String> texts = texts(annotation);
      Set<RuleId> rules = new LinkedHashSet<>();
      texts.forEach(text -> ruleOf(text).ifPresentOrElse(rules::add, () -> nearly(text).ifPresent(rule -> misspelt.add(new Note(Note.Kind.STALE,
          siteOf(annotation), "there is no rule '" + nameIn(text) + "', so this suppresses nothing; did you mean '" + rule.title() + "'?")))));
      boolean isNamed = !texts.contains("all");   // Error Prone takes it for every check
      if (!isNamed) {
        rules.addAll(List.of(RuleId.values()));
      }
      if (rules.isEmpty()) {
        return;
      }
      int start = (int) positions.getStartPosition(unit, declared);
      int end = (int) positions.getEndPosition(unit, declared);
      for (RuleId rule : rules) {
        boolean hasReason = texts.stream().anyMatch(t -> t.startsWith(rule.title() + ":") && t.length() > rule.title().length() + 2)
            || hasComment(annotation);
        found.add(new Suppression(rule, siteOf(annotation), start, end < 0 ? Integer.MAX_VALUE : end, isNamed, hasReason));
      }
    }

    private static Optional<RuleId> ruleOf(String text) {
      return RuleId.ofTitle(nameIn(text));
    }

    /** The rule that was probably meant; names of other tools are farther away. */
    private static Optional<RuleId> nearly(String text) {
      String name = nameIn(text).toLowerCase(Locale.ROOT);
      return Arrays.stream(RuleId.values()).filter(rule -> Advice.distance(name, rule.title().toLowerCase(Locale.ROOT)) <= NEAR).findFirst();
    }

    private static String nameIn(String text) {
      int colon = text.indexOf(':');
      return colon < 0 ? text : text.substring(0, colon).strip();
    }

    private static List<String> texts(AnnotationTree annotation) {
      List<String> texts = new ArrayList<>();
      for (ExpressionTree argument : annotation.getArguments()) {
        ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        List<? extends ExpressionTree> values = value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
        values.forEach(one -> text(one).ifPresent(texts::add));
      }
      return texts;
    }

    /** A literal, or a constant of another class once javac has attributed it. */
    private static Optional<String> text(ExpressionTree value) {
      if (value instanceof LiteralTree literal) {
        return literal.getValue() instanceof String text ? Optional.of(text) : Optional.empty();
      }
      boolean isConstant = value instanceof JCExpression typed && typed.type != null && typed.type.constValue() instanceof String;
      return isConstant ? Optional.of((String) ((JCExpression) value).type.constValue()) : Optional.empty();
    }

    private Site siteOf(Tree tree) {
      int start = (int) positions.getStartPosition(unit, tree);
      int end = (int) positions.getEndPosition(unit, tree);
      long line = unit.getLineMap().getLineNumber(start);
      return new Site(file, (int) line, (int) (start - unit.getLineMap().getStartPosition(line)) + 1, start, end);
    }

    private boolean hasComment(Tree annotation) {
      try {
        CharSequence text = unit.getSourceFile().getCharContent(true);
        int start = (int) positions.getStartPosition(unit, annotation);
        int end = Math.max(start, (int) positions.getEndPosition(unit, annotation));
        long first = Math.max(1, unit.getLineMap().getLineNumber(start) - 1);
        int from = (int) unit.getLineMap().getStartPosition(first);
        int to = end;
        while (to < text.length() && text.charAt(to) != '\n') {
          to++;
        }
        String around = text.subSequence(from, to).toString();
        int comment = Math.max(around.indexOf("//"), Math.max(around.indexOf("/*"), around.indexOf("* ")));
        return comment >= 0 && around.indexOf(REASON, comment) >= 0;
      } catch (IOException e) {
        return false;                             // a source that is gone gives no reason
      }
    }
  }
}
