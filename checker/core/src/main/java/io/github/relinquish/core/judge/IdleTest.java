package io.github.relinquish.core.judge;

import io.github.relinquish.core.graph.Block;
import io.github.relinquish.core.graph.Condition;
import io.github.relinquish.core.graph.End;
import io.github.relinquish.core.graph.FieldKey;
import io.github.relinquish.core.graph.FlowGraph;
import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.MethodKey;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A test of a value for null that decides nothing, in a body that does nothing else with the value.
 *
 * @param name what the program calls the value: a variable, a field, or the call that answers it
 * @param type binary name of its static type
 * @param calls calls in the body that answer it
 * @param fields fields that it stays in
 * @param isEmptied whether one of the fields is set to null where it is not null
 */
record IdleTest(String name, String type, Set<MethodKey> calls, Set<FieldKey> fields, boolean isEmptied) {
  IdleTest {
    calls = Set.copyOf(calls);
    fields = Set.copyOf(fields);
  }

  boolean isField() {
    return !fields.isEmpty();
  }

  boolean isParameter() {
    return fields.isEmpty() && calls.isEmpty();
  }

  /** @param isWanted whether values of a type are asked for */
  static Optional<IdleTest> in(FlowGraph graph, Block block, End.Branch branch, Predicate<String> isWanted) {
    Condition condition = branch.condition();
    boolean isFlipped = isNull(block, condition.left());
    Variable tested = isFlipped ? condition.right() : condition.left();
    boolean isTrueSide = condition.relation() == Relation.NE;
    boolean isNullTest = (isTrueSide || condition.relation() == Relation.EQ) && (isFlipped || isNull(block, condition.right()));
    if (!isNullTest || !isWanted.test(tested.type())) {
      return Optional.empty();
    }
    Same same = new Same(graph, tested);
    Side present = new Side(graph, isTrueSide ? branch.whenTrue() : branch.whenFalse(), same);
    Side absent = new Side(graph, isTrueSide ? branch.whenFalse() : branch.whenTrue(), same);
    boolean isIdle = present.meets(absent) && same.isTraced() && !same.isUsed();
    return isIdle ? Optional.of(new IdleTest(same.name(), tested.type(), same.calls, same.fields, present.isEmptying())) : Optional.empty();
  }

  private static boolean isNull(Block block, Variable variable) {
    return block.steps().stream().anyMatch(s -> s.target().equals(variable) && Uses.isNull(s));
  }

  /** The variables of a body that stand for one value: copies, loads of the same field, results of the same call. */
  private static final class Same {
    private final FlowGraph graph;
    private final Set<Variable> variables = new TreeSet<>();
    private final Set<FieldKey> fields = new LinkedHashSet<>();
    private final Set<MethodKey> calls = new LinkedHashSet<>();

    Same(FlowGraph graph, Variable first) {
      this.graph = graph;
      variables.add(first);
      for (int size = 0; size < variables.size(); ) {
        size = variables.size();
        graph.blocks().forEach(b -> b.steps().forEach(this::look));
      }
    }

    private void look(Step step) {
      boolean isKnown = variables.contains(step.target());
      if (step instanceof Step.Assign copy && (isKnown || variables.contains(copy.source()))) {
        variables.add(copy.source());
        variables.add(copy.target());
      } else if (step instanceof Step.LoadField load && (isKnown || fields.contains(load.field()))) {
        fields.add(load.field());
        variables.add(load.target());
      } else if (step instanceof Step.Invoke call && call.target().index() >= 0 && (isKnown || calls.contains(call.callee()))) {
        calls.add(call.callee());
        variables.add(call.target());
      }
    }

    /** Whether anything is done with the value but to look at it. */
    boolean isUsed() {
      return graph.blocks().stream().anyMatch(b -> b.steps().stream().anyMatch(this::uses)
          || !(b.end() instanceof End.Branch) && b.end().operands().stream().anyMatch(variables::contains));
    }

    /** Whether every other look at the value is known: it comes from fields and calls, or is a parameter; static fields and elements have no name here. */
    boolean isTraced() {
      boolean isFromHere = !fields.isEmpty() || !calls.isEmpty();
      return isFromHere != variables.stream().anyMatch(v -> v.kind() == Variable.Kind.PARAMETER)
          && graph.steps().filter(s -> variables.contains(s.target())).allMatch(Same::isNamed);
    }

    private static boolean isNamed(Step step) {
      return step instanceof Step.Assign || step instanceof Step.Constant || step instanceof Step.LoadField || step instanceof Step.Invoke;
    }

    private boolean uses(Step step) {
      boolean isLook = step instanceof Step.Assign || step instanceof Step.Constant;
      return !isLook && step.operands().stream().anyMatch(variables::contains);
    }

    String name() {
      Optional<String> field = fields.stream().map(FieldKey::name).findFirst();
      return field.or(() -> variables.stream().filter(Variable::isNamed).map(Variable::name).findFirst())
          .or(() -> calls.stream().map(c -> c.name() + "()").findFirst()).orElse("");
    }
  }

  /** What happens on one side of the test, as far as it is without consequence. */
  private static final class Side {
    private final FlowGraph graph;
    private final Same same;
    private final Set<Integer> seen = new HashSet<>();
    private final Map<Variable, Literal> constants = new HashMap<>();
    private final Set<Step> walked = new HashSet<>();
    private int block;
    private int index;

    Side(FlowGraph graph, int start, Same same) {
      this.graph = graph;
      this.same = same;
      this.block = start;
      while (seen.add(block) && walkBlock()) {
        index = 0;
      }
    }

    /** Answers whether the way leads on to another block. */
    private boolean walkBlock() {
      List<Step> steps = graph.blocks().get(block).steps();
      for (index = 0; index < steps.size(); index++) {
        if (!isNothing(steps.get(index))) {
          return false;
        }
        walked.add(steps.get(index));
      }
      End end = graph.blocks().get(block).end();
      Optional<Integer> next = end instanceof End.Jump jump ? Optional.of(jump.to())
          : end instanceof End.Branch branch ? decided(branch) : Optional.empty();
      next.ifPresent(to -> block = to);
      return next.isPresent();
    }

    private boolean isNothing(Step step) {
      if (step instanceof Step.Constant constant) {
        constants.put(constant.target(), constant.value());
        return true;
      }
      if (step instanceof Step.Assign copy) {
        Literal value = constants.get(copy.source());
        constants.put(copy.target(), value);
        return value != null;
      }
      return step instanceof Step.StoreField store && same.fields.contains(store.field())
          && constants.get(store.value()) instanceof Literal.Null;
    }

    boolean isEmptying() {
      return walked.stream().anyMatch(s -> s instanceof Step.StoreField);
    }

    private Optional<Integer> decided(End.Branch branch) {
      if (constants.get(branch.condition().left()) instanceof Literal.Int left
          && constants.get(branch.condition().right()) instanceof Literal.Int right) {
        return Optional.of(branch.condition().relation().holds(left.value(), right.value()) ? branch.whenTrue() : branch.whenFalse());
      }
      return Optional.empty();
    }

    /** Whether both ways come to one place, or to returns of the same, and nobody can tell there which was taken. */
    boolean meets(Side other) {
      return endsLike(other) && differing(other).stream().allMatch(v -> same.variables.contains(v) || !isRead(v, other));
    }

    private boolean endsLike(Side other) {
      if (block == other.block && index == other.index) {
        return true;
      }
      Block mine = graph.blocks().get(block);
      Block others = graph.blocks().get(other.block);
      List<Step> rest = mine.steps().subList(index, mine.steps().size());
      boolean isSameEnd = mine.end().equals(others.end())
          || mine.end() instanceof End.Return left && others.end() instanceof End.Return right && left.value().equals(right.value());
      // What follows may have been laid out twice, see TailCopies.
      return isSameEnd && rest.equals(others.steps().subList(other.index, others.steps().size())) || returnsTheSame(other);
    }

    /** Whether both sides end here with one constant, whatever they called it. */
    private boolean returnsTheSame(Side other) {
      Block mine = graph.blocks().get(block);
      Block others = graph.blocks().get(other.block);
      return index == mine.steps().size() && other.index == others.steps().size()
          && mine.end() instanceof End.Return left && others.end() instanceof End.Return right
          && constants.get(left.value()) != null && constants.get(left.value()).equals(other.constants.get(right.value()));
    }

    private Set<Variable> differing(Side other) {
      Set<Variable> all = new TreeSet<>(constants.keySet());
      all.addAll(other.constants.keySet());
      all.removeIf(v -> Objects.equals(constants.get(v), other.constants.get(v)) || isAlwaysTheSame(v));
      return all;
    }

    /** Lowered code writes a constant down wherever it needs it. */
    private boolean isAlwaysTheSame(Variable variable) {
      return graph.steps().filter(s -> s.target().equals(variable))
          .allMatch(s -> s instanceof Step.Constant constant && constant.value().equals(constants.get(variable)));
    }

    private boolean isRead(Variable variable, Side other) {
      boolean isEndOfBoth = returnsTheSame(other);
      boolean isReturned = graph.blocks().stream().filter(b -> !isEndOfBoth || b.id() != block && b.id() != other.block)
          .anyMatch(b -> b.end() instanceof End.Return && b.end().operands().contains(variable));
      return isReturned || graph.steps()
          .anyMatch(s -> !walked.contains(s) && !other.walked.contains(s) && s.operands().contains(variable));
    }
  }
}
