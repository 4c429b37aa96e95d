package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Literal;
import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Step;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import io.github.relinquish.core.state.Definition;
import io.github.relinquish.core.state.Range;
import io.github.relinquish.core.state.Store;
import io.github.relinquish.core.state.Value;
import java.util.List;
import java.util.Optional;

/** What each step but a call does to a state. */
final class Transfer {
  /** The pin of an exception on its way into a handler. */
  static final String CAUGHT = "caught";

  private final CallSemantics calls;
  private final Names names;

  Transfer(CallSemantics calls, Names names) {
    this.calls = calls;
    this.names = names;
  }

  /** The states after {@code step}; {@code state} is one of them. */
  List<State> apply(Step step, State state, Journal journal) {
    Store store = state.store();
    if (step instanceof Step.Assign assign) {
      store.assign(assign.target(), store.node(assign.source()));
      name(assign.target(), state);
    } else if (step instanceof Step.Constant constant) {
      store.assign(constant.target(), store.fresh(valueOf(constant.value())));
    } else if (step instanceof Step.Create create) {
      store.assign(create.target(), store.fresh(Value.ofType(create.type())));
    } else if (step instanceof Step.LoadField load) {
      int receiver = store.node(load.receiver());
      store.assign(load.target(), store.loadField(receiver, load.field().name()));
    } else if (step instanceof Step.StoreField put) {
      return storeField(put, state);
    } else if (step instanceof Step.LoadStatic load) {
      loadStatic(load, store);
    } else if (step instanceof Step.StoreStatic put) {
      store.assignStatic(put.field().toString(), store.node(put.value()));
    } else if (step instanceof Step.LoadElement load) {
      return Elements.load(load, state);
    } else if (step instanceof Step.StoreElement put) {
      Elements.store(put, state);
    } else if (step instanceof Step.Length length) {
      int size = store.fresh(Value.of(lengthOf(state, store.node(length.array()))));
      store.setSizeOf(size, store.node(length.array()));
      store.assign(length.target(), size);
    } else if (step instanceof Step.Closure closure) {
      closure(closure, store);
    } else if (step instanceof Step.TypeTest test) {
      typeTest(test, state);
    } else {
      computed(step, store);
    }
    return List.of(state);
  }

  private void computed(Step step, Store store) {
    if (step instanceof Step.Compare compare) {
      int left = store.node(compare.left());
      int right = store.node(compare.right());
      int node = store.fresh(Value.of(Range.BOOLEAN));
      store.define(node, new Definition(left, compare.relation(), right, false));
      store.assign(compare.target(), node);
    } else if (step instanceof Step.Operate operate) {
      store.assign(operate.target(), counted(operate, store).orElseGet(() -> folded(operate, store)));
    } else if (step instanceof Step.Caught caught) {
      int node = store.pin(CAUGHT).orElseGet(() -> store.fresh(Value.ofThrown(caught.target().type())));
      store.removePin(CAUGHT);
      store.assign(caught.target(), node);
    } else {
      store.assign(step.target(), store.fresh(Value.UNKNOWN));
    }
  }

  /** The first name that a resource gets is the one that messages use. */
  void name(Variable target, State state) {
    if (state.isFollowing() && target.index() >= 0 && target.isNamed() && state.store().has(target)
        && state.isResource(state.store().node(target))) {
      state.setName(target.name());
    }
  }

  static Value valueOf(Literal literal) {
    if (literal instanceof Literal.Null) {
      return Value.NULL;
    } else if (literal instanceof Literal.Int number) {
      return Value.of(Range.of(number.value()));
    } else if (literal instanceof Literal.Text text) {
      return Value.ofText(text.value());
    }
    return Value.NONNULL;
  }

  private void loadStatic(Step.LoadStatic load, Store store) {
    store.assign(load.target(), store.loadStatic(load.field().toString(), () -> valueOf(load).named(load.field().name())));
  }

  /** Only a field of its own class's type is worth the look whether it is a constant of an enum. */
  private Value valueOf(Step.LoadStatic load) {
    boolean isConstant = load.target().type().equals(load.field().owner()) && calls.isEnumConstant(load.field());
    return isConstant ? Value.ofConstant(load.field().toString()) : Value.UNKNOWN;
  }

  private List<State> storeField(Step.StoreField put, State state) {
    Store store = state.store();
    int receiver = store.node(put.receiver());
    int value = store.node(put.value());
    if (state.isFollowing() && state.isReleased() && state.isResource(receiver)
        && store.value(value).range().equals(Range.ZERO)) {
      state.pinMore(State.CLEARED, receiver);
    }
    store.storeField(receiver, put.field().name(), value);
    boolean isWritten = !put.field().name().contains("$");   // nobody wrote what javac adds for inner classes
    if (isWritten && state.isFollowing() && state.holdsResource(value)) {
      state.setTrail(state.trail().then(put.site(), Trail.STORED + "field '" + put.field().name() + "'"));
    }
    return List.of(state);
  }

  private Range lengthOf(State state, int array) {
    Optional<Integer> element = state.store().field(array, Port.ELEMENT);
    boolean holdsIt = element.isPresent() && state.holdsResource(element.get());
    return Range.between(holdsIt ? 1 : 0, Integer.MAX_VALUE);
  }

  private void closure(Step.Closure closure, Store store) {
    int node = store.fresh(Value.ofClosure(
        new Value.Closure(closure.body(), closure.kind(), closure.captured().size())));
    for (int i = 0; i < closure.captured().size(); i++) {
      store.setField(node, Value.Closure.field(i), store.node(closure.captured().get(i)));
    }
    store.assign(closure.target(), node);
  }

  private void typeTest(Step.TypeTest test, State state) {
    Store store = state.store();
    int value = store.node(test.value());
    Value known = store.value(value);
    Range answer = Range.BOOLEAN;
    Optional<Boolean> byKind = state.isResource(value) ? calls.isOfKind(test.type(), state.kind()) : Optional.empty();
    // Behind a declaration as Object, the type may still be plain to see.
    boolean isDeclared = byKind.orElse(false) || names.typesOf(test.value()).stream().anyMatch(t -> calls.isSubtype(t, test.type()));
    if (known.range().equals(Range.ZERO) || byKind.equals(Optional.of(false))) {
      answer = Range.ZERO;
    } else if (isDeclared || !known.type().isEmpty() && calls.isSubtype(known.type(), test.type())) {
      answer = known.range().contains(0) ? Range.BOOLEAN : Range.of(1);
    }
    int node = store.fresh(Value.of(answer));
    int nothing = store.fresh(Value.NULL);
    store.define(node, new Definition(value, Relation.NE, nothing, !isDeclared));
    store.assign(test.target(), node);
  }

  /** A number that is counted up or down by a constant. */
  private static Optional<Integer> counted(Step.Operate operate, Store store) {
    boolean isSum = operate.operator().equals("+") || operate.operator().equals("-");
    if (!isSum || operate.operands().size() != 2 || !Range.COUNTED.contains(operate.target().type())) {
      return Optional.empty();
    }
    int base = store.node(operate.operands().get(0));
    Optional<Long> by = store.rangeOf(store.node(operate.operands().get(1))).single();
    return by.filter(n -> store.rangeOf(base).single().isEmpty()).map(n -> store.plus(base, operate.operator().equals("+") ? n : -n));
  }

  /** A text with a key in it that nobody had before is another one. */
  private int folded(Step.Operate operate, Store store) {
    int node = store.fresh(Value.of(fold(operate, store)));
    boolean isText = operate.target().type().equals("java.lang.String");
    if (isText && operate.operands().stream().anyMatch(v -> NewKeys.isNew(store, store.node(v)))) {
      NewKeys.coin(store, node);
    }
    return node;
  }

  /** Numbers that are known are computed; everything else is anything, a string is not null. */
  private Range fold(Step.Operate operate, Store store) {
    if (operate.target().type().equals("java.lang.String")) {
      return Range.NONZERO;
    }
    List<Long> numbers = operate.operands().stream()
        .map(v -> store.rangeOf(store.node(v)).single())
        .flatMap(Optional::stream)
        .toList();
    Range natural = operate.target().type().equals("boolean") ? Range.BOOLEAN : Range.ALL;
    if (numbers.size() != operate.operands().size() || numbers.isEmpty()) {
      return natural;
    }
    long left = numbers.get(0);
    if (numbers.size() == 1) {
      return switch (operate.operator()) {
        case "-" -> Range.of(-left);
        case "~" -> Range.of(~left);
        case "!" -> Range.of(left == 0 ? 1 : 0);
        default -> natural;
      };
    }
    long right = numbers.get(1);
    return switch (operate.operator()) {
      case "+" -> Range.of(narrow(operate, left + right));
      case "-" -> Range.of(narrow(operate, left - right));
      case "*" -> Range.of(narrow(operate, left * right));
      case "|" -> Range.of(left | right);
      case "&" -> Range.of(left & right);
      case "^" -> Range.of(left ^ right);
      case "<<" -> Range.of(narrow(operate, left << right));
      default -> natural;
    };
  }

  private static long narrow(Step.Operate operate, long number) {
    return operate.target().type().equals("long") ? number : (int) number;
  }
}
