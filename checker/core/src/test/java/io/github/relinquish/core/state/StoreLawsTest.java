package io.github.relinquish.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.Relation;
import io.github.relinquish.core.graph.Variable;
import io.github.relinquish.core.protocol.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random stores over four variables, two fields, a static field and a pin. */
class StoreLawsTest {
  private static final int PAIRS = 3_000;
  private static final List<String> FIELDS = List.of("f", "g");
  private static final List<Variable> VARIABLES = List.of(
      variable(0), variable(1), variable(2), variable(3));

  private static Variable variable(int index) {
    return new Variable(index, "v" + index, Variable.Kind.LOCAL, "java.lang.Object");
  }

  private static Store random(Random random) {
    return random(random, 0);
  }

  /** @param unnamed number of values that no name means */
  private static Store random(Random random, int unnamed) {
    Store store = new Store();
    for (int i = 0; i < unnamed; i++) {
      store.fresh(Value.NONNULL);
    }
    List<Integer> nodes = new ArrayList<>();
    nodes.add(store.fromOutside(Port.argument(0), Value.UNKNOWN));
    nodes.add(store.fresh(Value.of(Range.of(random.nextInt(3)))));
    nodes.add(store.fresh(random.nextBoolean() ? Value.NULL : Value.NONNULL));
    nodes.add(store.fresh(Value.UNKNOWN));
    nodes.add(store.fresh(Value.of(Range.BOOLEAN)));
    nodes.add(store.plus(nodes.get(0), 1 + random.nextInt(2)));
    store.define(nodes.get(4), new Definition(nodes.get(random.nextInt(3)), Relation.EQ, nodes.get(random.nextInt(3)), false));
    for (Variable variable : VARIABLES) {
      if (random.nextInt(5) > 0) {
        store.assign(variable, nodes.get(random.nextInt(nodes.size())));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      store.storeField(nodes.get(random.nextInt(nodes.size())), FIELDS.get(random.nextInt(2)), nodes.get(random.nextInt(nodes.size())));
    }
    if (random.nextBoolean()) {
      store.assignStatic("A.s", nodes.get(random.nextInt(nodes.size())));
    }
    store.setPin("resource", nodes.get(random.nextInt(nodes.size())));
    return store;
  }

  /** Names: variables and paths of up to two fields from them. */
  private static List<Optional<Integer>> places(Store store) {
    List<Optional<Integer>> places = new ArrayList<>();
    for (Variable variable : VARIABLES) {
      places.add(store.has(variable) ? Optional.of(store.node(variable)) : Optional.empty());
    }
    places.add(store.staticField("A.s"));
    places.add(store.pin("resource"));
    for (int i = 0; i < 6; i++) {
      for (String field : FIELDS) {
        Optional<Integer> first = places.get(i).flatMap(n -> store.field(n, field));
        places.add(first);
        FIELDS.forEach(f -> places.add(first.flatMap(n -> store.field(n, f))));
      }
    }
    return places;
  }

  /** Whether all that {@code weak} says (aliases, values, origins) holds in {@code strong}. */
  private static void assertLeq(Store strong, Store weak, String message) {
    List<Optional<Integer>> in = places(strong);
    List<Optional<Integer>> out = places(weak);
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i).isPresent()) {
        assertTrue(in.get(i).isPresent(), message);
        int here = in.get(i).get();
        int there = out.get(i).get();
        assertTrue(strong.value(here).range().leq(weak.value(there).range()), message);
        assertTrue(weak.origin(there).isEmpty() || weak.origin(there).equals(strong.origin(here)), message);
        for (int j = 0; j < i; j++) {
          boolean areAliases = out.get(j).equals(out.get(i));
          assertTrue(!areAliases || in.get(j).equals(in.get(i)), message);
        }
      }
    }
  }

  /** Names that are aliases on both sides stay so. */
  private static void assertKeepsCommonAliases(Store a, Store b, Store joined, String message) {
    for (Variable one : VARIABLES) {
      for (Variable two : VARIABLES) {
        boolean isCommon = a.has(one) && a.has(two) && b.has(one) && b.has(two)
            && a.node(one) == a.node(two) && b.node(one) == b.node(two);
        assertTrue(!isCommon || joined.node(one) == joined.node(two), message);
      }
    }
  }

  @Test void canonicalSaysTheSameAndIsItsOwn() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Store store = random(new Random(seed));
      Store canonical = store.canonical();
      assertEquals(canonical, canonical.canonical(), "seed " + seed);
      assertLeq(store, canonical, "seed " + seed);
      assertLeq(canonical, store, "seed " + seed);
    }
  }

  @Test void canonicalDoesNotDependOnNumbers() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Store plain = random(new Random(seed));
      Store shifted = random(new Random(seed), 3);
      assertEquals(plain.canonical(), shifted.canonical(), "seed " + seed);
    }
  }

  @Test void joinIsAnUpperBoundThatForgetsTheOrder() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Store a = random(new Random(seed)).canonical();
      Store b = random(new Random(seed + 1_000_003L)).canonical();
      Store joined = a.join(b);
      assertEquals(joined, b.join(a), "seed " + seed);
      assertEquals(a, a.join(a), "seed " + seed);
      assertLeq(a, joined, "seed " + seed);
      assertLeq(b, joined, "seed " + seed);
      assertKeepsCommonAliases(a, b, joined, "seed " + seed);
      assertEquals(joined, joined.join(a), "seed " + seed + ": what is joined already changes nothing");
    }
  }

  @Test void joinIsAssociativeOnWhatItSays() {
    for (int seed = 0; seed < PAIRS; seed++) {
      Store a = random(new Random(seed)).canonical();
      Store b = random(new Random(seed + 1_000_003L)).canonical();
      Store c = random(new Random(seed + 2_000_003L)).canonical();
      assertEquals(a.join(b).join(c), a.join(b.join(c)), "seed " + seed);
    }
  }

  @Test void joinForgetsAliasesOfOneSide() {
    Store a = new Store();
    int same = a.fresh(Value.NONNULL);
    a.assign(VARIABLES.get(0), same);
    a.assign(VARIABLES.get(1), same);
    Store b = new Store();
    b.assign(VARIABLES.get(0), b.fresh(Value.NONNULL));
    b.assign(VARIABLES.get(1), b.fresh(Value.NULL));
    Store joined = a.join(b);
    assertNotEquals(joined.node(VARIABLES.get(0)), joined.node(VARIABLES.get(1)));
    assertEquals(Range.NONZERO, joined.rangeOf(joined.node(VARIABLES.get(0))));
  }

  /** Rings of lengths without a common divisor: their pairs are as many as the product. */
  @Test void aJoinHasABound() {
    Store joined = ring(211).join(ring(223));
    assertTrue(joined.isCut() && joined.canonical().isCut());
    assertFalse(ring(20).join(ring(21)).isCut());
    int count = 0;
    for (int node = joined.node(VARIABLES.get(0)); count < 10_000 && joined.field(node, "next").isPresent(); count++) {
      node = joined.field(node, "next").orElseThrow();
    }
    assertTrue(count > 1000 && count < 10_000, "nodes that are left: " + count);
  }

  private static Store ring(int length) {
    Store store = new Store();
    int first = store.fresh(Value.UNKNOWN);
    store.assign(VARIABLES.get(0), first);
    int last = first;
    for (int i = 1; i < length; i++) {
      int node = store.fresh(Value.UNKNOWN);
      store.setField(last, "next", node);
      last = node;
    }
    store.setField(last, "next", first);
    return store.canonical();
  }

  @Test void refiningABooleanRefinesWhatItWasComputedFrom() {
    Store store = new Store();
    int code = store.fresh(Value.UNKNOWN);
    int zero = store.fresh(Value.of(Range.ZERO));
    int isOk = store.fresh(Value.of(Range.BOOLEAN));
    store.define(isOk, new Definition(code, Relation.EQ, zero, false));
    Store yes = store.copy();
    assertTrue(yes.assume(isOk, Relation.NE, zero));
    assertEquals(Range.ZERO, yes.rangeOf(code));
    Store no = store.copy();
    assertTrue(no.assume(isOk, Relation.EQ, zero));
    assertEquals(Optional.of(false), no.decide(code, Relation.EQ, zero));
    assertTrue(!yes.assume(code, Relation.NE, zero));
  }

  @Test void oneWayDefinitionsSayNothingWhenFalse() {
    Store store = new Store();
    int value = store.fresh(Value.UNKNOWN);
    int nothing = store.fresh(Value.NULL);
    int test = store.fresh(Value.of(Range.BOOLEAN));
    store.define(test, new Definition(value, Relation.NE, nothing, true));
    assertTrue(store.refine(test, Range.ZERO));
    assertEquals(Range.ALL, store.rangeOf(value));
  }

  @Test void adoptTakesOverWhatACalleeSays() {
    Store caller = new Store();
    int argument = caller.fresh(Value.UNKNOWN);
    int old = caller.fresh(Value.NULL);
    caller.assign(VARIABLES.get(0), argument);
    caller.setField(argument, "f", old);
    Store callee = new Store();
    int parameter = callee.fromOutside(Port.argument(0), Value.NONNULL);
    int made = callee.fresh(Value.ofType("p.A"));
    callee.setPin("in:0", parameter);
    callee.storeField(parameter, "f", made);
    Map<Integer, Integer> mapped = caller.adopt(callee.canonical(), Map.of(), p -> argument).orElseThrow();
    int there = caller.field(argument, "f").orElseThrow();
    assertTrue(mapped.containsValue(there));
    assertEquals("p.A", caller.value(there).type());
    assertEquals(Range.NONZERO, caller.rangeOf(argument));
  }

  @Test void adoptRefusesWhatCannotBe() {
    Store caller = new Store();
    int argument = caller.fresh(Value.NULL);
    Store callee = new Store();
    callee.setPin("in:0", callee.fromOutside(Port.argument(0), Value.NONNULL));
    assertTrue(caller.adopt(callee.canonical(), Map.of(), p -> argument).isEmpty());
  }

  @Test void adoptKeepsWhatTheCalleeDidNotTouch() {
    Store caller = new Store();
    int argument = caller.fresh(Value.NONNULL);
    int kept = caller.fresh(Value.ofName("kept"));
    caller.setField(argument, "g", kept);
    Store callee = new Store();
    int parameter = callee.fromOutside(Port.argument(0), Value.UNKNOWN);
    callee.setPin("in:0", parameter);
    callee.loadField(parameter, "g");
    caller.adopt(callee.canonical(), Map.of(), p -> p.path().isEmpty() ? argument : caller.loadField(argument, p.path().get(0)));
    assertEquals(Optional.of(kept), caller.field(argument, "g"));
    assertEquals("kept", caller.value(kept).name());
  }

  @Test void whatIsFoundOutOfASumHoldsOfTheNumber() {
    Store store = new Store();
    int number = store.fromOutside(Port.argument(0), Value.UNKNOWN);
    int sum = store.plus(store.plus(number, -3), 2);
    assertTrue(store.refine(sum, Range.ZERO));
    assertEquals(Range.of(1), store.rangeOf(number));
    assertFalse(store.refine(number, Range.of(2)));
    Store other = new Store();
    int start = other.fromOutside(Port.argument(0), Value.UNKNOWN);
    int less = other.plus(start, -1);
    assertTrue(other.refine(start, Range.of(1)));
    assertEquals(Range.ZERO, other.rangeOf(less));
  }

  @Test void sumsOfOneNumberDoNotGrowInLoops() {
    Store start = new Store();
    start.assign(VARIABLES.get(0), start.fromOutside(Port.argument(0), Value.UNKNOWN));
    Store head = start.canonical();
    for (int round = 0; round < 10; round++) {
      Store body = head.copy();
      body.assign(VARIABLES.get(0), body.plus(body.node(VARIABLES.get(0)), 1));
      Store next = head.join(body.canonical());
      if (next.equals(head)) {
        return;
      }
      head = next;
    }
    assertEquals("stable", "after ten rounds: " + head);
  }
}
