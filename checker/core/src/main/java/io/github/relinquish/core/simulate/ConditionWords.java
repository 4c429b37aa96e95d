package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.ClassNames;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import java.util.Optional;

/** Says which way a branch goes, in the words of the source: {@code context.isEstablished() returns false}. */
final class ConditionWords {
  private static final int DEPTH = 4;
  /** Characters of a string constant that are told. */
  private static final int TEXT = 20;
  private static final String UNSAID = "the branch is taken";

  private final Names names;
  private final Store store;

  ConditionWords(Names names, Store store) {
    this.names = names;
    this.store = store;
  }

  /** The condition as a step of the witness. */
  String of(Condition condition) {
    Optional<Step> made = names.definition(condition.left());
    Range right = store.value(store.node(condition.right())).range();
    String left = word(condition.left(), 0);
    boolean isAnswer = made.isPresent() && made.get() instanceof Step.Invoke && !condition.left().isNamed();
    String is = isAnswer ? " returns " : " is ";
    if (condition.left().type().equals("boolean") && right.single().isPresent()) {
      boolean isTrue = (condition.relation() == Relation.NE) == (right.single().get() == 0);
      if (made.isPresent() && made.get() instanceof Step.Invoke call && isUnwritten(call)) {
        return isTrue ? "the loop goes on" : "the loop ends";
      }
      if (made.isPresent() && made.get() instanceof Step.TypeTest test && !word(test.value(), 0).isEmpty()) {
        return word(test.value(), 0) + (isTrue ? " is of type " : " is not of type ") + ClassNames.readable(test.type());
      }
      return left.isEmpty() ? UNSAID : left + is + isTrue;
    }
    if (isReference(condition.left()) && right.equals(Range.ZERO)) {
      boolean isNull = condition.relation() == Relation.EQ;
      return left.isEmpty() ? UNSAID : left + (isAnswer ? (isNull ? " returns null" : " does not return null") : isNull ? " is null" : " is not null");
    }
    return compared(condition, left, right);
  }

  private String compared(Condition condition, String left, Range value) {
    String right = condition.right().isNamed() ? condition.right().name()
        : value.single().filter(v -> !isReference(condition.right())).map(v -> number(v, condition.relation())).orElseGet(() -> word(condition.right(), 0));
    if (left.isEmpty() && isLength(condition.right())) {
      return condition.relation() == Relation.LT ? "the loop goes on" : "the loop ends";
    }
    return left.isEmpty() || right.isEmpty() ? UNSAID : left + " " + condition.relation().sign() + " " + right;
  }

  /** What is compared for being equal and is as large as status codes are is written as these are: {@code 0x80090321}. */
  private static String number(long value, Relation relation) {
    boolean isEquality = relation == Relation.EQ || relation == Relation.NE;
    boolean isCode = isEquality && Math.abs(value) > 0xFFFF && value == (int) value;
    return isCode ? String.format("0x%08X", (int) value) : String.valueOf(value);
  }

  /** A loop over a collection asks an iterator that nobody wrote: both calls stand at one place. */
  private boolean isUnwritten(Step.Invoke call) {
    return call.receiver().flatMap(this::origin)
        .filter(s -> s instanceof Step.Invoke made && made.site().equals(call.site())).isPresent();
  }

  private Optional<Step> origin(Variable variable) {
    Optional<Step> made = names.definition(variable);
    return made.isPresent() && made.get() instanceof Step.Assign assign ? names.definition(assign.source()) : made;
  }

  private boolean isLength(Variable variable) {
    return names.definition(variable).filter(s -> s instanceof Step.Length).isPresent();
  }

  private static boolean isReference(Variable variable) {
    return ClassNames.isReference(variable.type());
  }

  /** What the source calls a value; empty where that would be long. */
  private String word(Variable variable, int depth) {
    if (variable.isNamed()) {
      return variable.name();
    }
    Optional<Step> made = depth > DEPTH ? Optional.empty() : names.definition(variable);
    return made.map(step -> word(step, depth + 1)).orElse("");
  }

  private String word(Step step, int depth) {
    if (step instanceof Step.Invoke call) {
      return called(call, depth);
    } else if (step instanceof Step.LoadField load) {
      String owner = load.receiver().kind() == Variable.Kind.THIS ? "" : word(load.receiver(), depth);
      return owner.isEmpty() ? load.field().name() : owner + "." + load.field().name();
    } else if (step instanceof Step.LoadStatic load) {
      return load.field().name();
    } else if (step instanceof Step.Length length) {
      String array = word(length.array(), depth);
      return array.isEmpty() ? "" : array + ".length";
    } else if (step instanceof Step.Assign assign) {
      return word(assign.source(), depth);
    } else if (step instanceof Step.Constant constant) {
      return constant.value() instanceof Literal.Int || isShortText(constant.value()) ? constant.value().toString() : "";
    } else if (step instanceof Step.Operate operate) {
      return computed(operate, depth);
    }
    return "";
  }

  private static boolean isShortText(Literal value) {
    return value instanceof Literal.Text text && text.value().length() <= TEXT;
  }

  private String computed(Step.Operate operate, int depth) {
    if (operate.operands().size() != 2) {
      return "";
    }
    String left = word(operate.operands().get(0), depth);
    String right = word(operate.operands().get(1), depth);
    return left.isEmpty() || right.isEmpty() ? "" : "(" + left + " " + operate.operator() + " " + right + ")";
  }

  private String called(Step.Invoke call, int depth) {
    String receiver = call.kind() == CallKind.STATIC ? "" : call.receiver().map(r -> word(r, depth)).orElse("");
    boolean isNamed = !receiver.isEmpty() && !receiver.contains("(") && !receiver.equals("this");
    return isNamed ? receiver + "." + call.callee().name() + "()" : call.callee().shortName() + "()";
  }
}
