package io.github.relinquish.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ValueLawsTest {
  private static final Value.Closure ONE = new Value.Closure(new MethodKey("A", "lambda$0", "()V"), CallKind.STATIC, 0);
  private static final Value.Closure TWO = new Value.Closure(new MethodKey("A", "lambda$1", "()V"), CallKind.STATIC, 1);

  private static List<Value> universe() {
    List<Value> all = new ArrayList<>(List.of(Value.UNKNOWN, Value.NULL, Value.NONNULL));
    for (Range range : List.of(Range.NONZERO, Range.ALL, Range.of(0, 1), Range.of(7))) {
      for (String type : List.of("", "p.A", "p.B")) {
        for (String name : List.of("", "free", "!java.io.IOException", "!p.A|p.B")) {
          all.add(new Value(range, type, null, name, false));
          all.add(new Value(range, type, ONE, name, type.equals("p.A")));
        }
      }
    }
    all.add(Value.ofClosure(TWO));
    return all;
  }

  /** Whether everything that {@code weak} says is true of every value that {@code strong} describes. */
  private static boolean leq(Value strong, Value weak) {
    boolean isNull = strong.range().equals(Range.ZERO);
    return strong.range().leq(weak.range())
        && (weak.isEscaped() || !strong.isEscaped())
        && (isNull || weak.type().isEmpty() || weak.type().equals(strong.type()))
        && (isNull || weak.closure() == null || weak.closure().equals(strong.closure()))
        && (isNull || weak.name().isEmpty() || namesLeq(strong, weak));
  }

  private static boolean namesLeq(Value strong, Value weak) {
    return weak.name().equals(strong.name())
        || (!strong.thrownTypes().isEmpty() && weak.thrownTypes().containsAll(strong.thrownTypes()));
  }

  @Test void joinIsAnUpperBoundThatForgetsTheOrder() {
    for (Value a : universe()) {
      assertEquals(a, a.join(a));
      for (Value b : universe()) {
        Value joined = a.join(b);
        assertEquals(joined, b.join(a), () -> a + " join " + b);
        assertTrue(leq(a, joined) && leq(b, joined), () -> a + " join " + b + " = " + joined);
      }
    }
  }

  @Test void joinIsAssociative() {
    List<Value> all = universe();
    List<Value> third = java.util.stream.IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get).toList();
    for (Value a : all) {
      for (Value b : third) {
        for (Value c : third) {
          assertEquals(a.join(b).join(c), a.join(b.join(c)), () -> a + ", " + b + ", " + c);
        }
      }
    }
  }

  @Test void meetKeepsWhatEitherKnows() {
    for (Value a : universe()) {
      assertEquals(a, a.meet(a));
      assertEquals(a, a.meet(Value.UNKNOWN));
      for (Value b : universe()) {
        Value met = a.meet(b);
        assertEquals(a.range().meet(b.range()), met.range());
        assertTrue(a.type().isEmpty() || a.type().equals(met.type()));
        assertTrue(a.closure() == null || Objects.equals(a.closure(), met.closure()));
      }
    }
  }

  @Test void exceptionsKeepTheTypesThatTheyMayHave() {
    Value both = Value.ofThrown("p.A").join(Value.ofThrown("p.B"));
    assertEquals(List.of("p.A", "p.B"), both.thrownTypes());
    assertEquals(List.of(), Value.ofThrown("p.A").join(Value.ofName("free")).thrownTypes());
  }
}
