package io.github.relinquish.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.relinquish.core.graph.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exhaustive over a small universe of ranges; membership is asked number by number. */
class RangeLawsTest {
  /** Numbers that are asked for: all that the universe's ranges differ in, and their neighbours. */
  private static final long[] NUMBERS = numbers();
  private static final List<Range> UNIVERSE = universe();

  private static long[] numbers() {
    long[] numbers = new long[38];
    for (int i = 0; i < 34; i++) {
      numbers[i] = i - 12;
    }
    numbers[34] = Long.MIN_VALUE;
    numbers[35] = Long.MAX_VALUE;
    numbers[36] = Long.MIN_VALUE + 1;
    numbers[37] = Long.MAX_VALUE - 1;
    return numbers;
  }

  private static List<Range> universe() {
    Set<Range> all = new LinkedHashSet<>(List.of(Range.NONE, Range.ALL, Range.ZERO, Range.NONZERO, Range.BOOLEAN));
    for (int bits = 0; bits < 16; bits++) {
      Range subset = Range.NONE;
      for (int i = 0; i < 4; i++) {
        subset = (bits & 1 << i) == 0 ? subset : subset.join(Range.of(i - 1));
      }
      all.add(subset);
    }
    long[] bounds = {Long.MIN_VALUE, -10, -1, 0, 1, 5, 12, Long.MAX_VALUE};
    for (long low : bounds) {
      for (long high : bounds) {
        Range interval = Range.between(low, high);
        all.add(interval);
        all.add(interval.without(0));
        all.add(interval.without(3).without(0));
        all.add(interval.without(low).without(high));
      }
    }
    all.add(Range.of(-9, -7, -5, 1, 3, 5, 7, 9));
    all.add(Range.of(2, 4, 6, 8, 10, 12, 14, 16));
    Range holes = Range.ALL;
    for (int i = 1; i <= 9; i++) {
      holes = holes.without(i * 2);
    }
    all.add(holes);
    return List.copyOf(all);
  }

  private static boolean agree(Range one, Range two) {
    for (long number : NUMBERS) {
      if (one.contains(number) != two.contains(number)) {
        return false;
      }
    }
    return true;
  }

  private static boolean includes(Range big, Range small) {
    for (long number : NUMBERS) {
      if (small.contains(number) && !big.contains(number)) {
        return false;
      }
    }
    return true;
  }

  @Test void oneFormForEachSet() {
    for (Range a : UNIVERSE) {
      for (Range b : UNIVERSE) {
        assertEquals(agree(a, b), a.equals(b), () -> a + " and " + b);
      }
    }
  }

  @Test void leqIsInclusion() {
    for (Range a : UNIVERSE) {
      for (Range b : UNIVERSE) {
        assertEquals(includes(b, a), a.leq(b), () -> a + " leq " + b);
      }
    }
  }

  @Test void joinIsAnUpperBoundThatForgetsTheOrder() {
    for (Range a : UNIVERSE) {
      assertEquals(a, a.join(a));
      assertEquals(a, a.join(Range.NONE));
      assertEquals(Range.ALL, a.join(Range.ALL));
      for (Range b : UNIVERSE) {
        Range joined = a.join(b);
        assertEquals(joined, b.join(a), () -> a + " join " + b);
        assertTrue(a.leq(joined) && b.leq(joined), () -> a + " join " + b + " = " + joined);
        assertTrue(!a.leq(b) || joined.equals(b), () -> a + " leq " + b + " but join is " + joined);
      }
    }
  }

  /** The order may only matter where a bound is met; both answers are then upper bounds. */
  @Test void joinIsAssociativeWithinTheBound() {
    int inexact = 0;
    int all = 0;
    List<Range> third = java.util.stream.IntStream.range(0, UNIVERSE.size()).filter(i -> i % 3 == 0).mapToObj(UNIVERSE::get).toList();
    for (Range a : UNIVERSE) {
      for (Range b : third) {
        for (Range c : third) {
          Range left = a.join(b).join(c);
          Range right = a.join(b.join(c));
          for (Range part : List.of(a, b, c)) {
            assertTrue(part.leq(left) && part.leq(right), () -> a + ", " + b + ", " + c);
          }
          boolean isExact = List.of(left, right).stream().allMatch(r -> isUnion(r, a, b, c));
          assertTrue(!isExact || left.equals(right), () -> a + ", " + b + ", " + c);
          inexact += left.equals(right) ? 0 : 1;
          all++;
        }
      }
    }
    assertTrue(inexact * 10 < all, inexact + " of " + all + " triples depend on the order");
  }

  private static boolean isUnion(Range joined, Range a, Range b, Range c) {
    for (long number : NUMBERS) {
      if (joined.contains(number) != (a.contains(number) || b.contains(number) || c.contains(number))) {
        return false;
      }
    }
    return true;
  }

  /** Chains of joins end: what joins the same ranges again and again comes to rest. */
  @Test void joiningComesToRest() {
    for (Range a : UNIVERSE) {
      Range current = a;
      int changes = 0;
      for (int round = 0; round < 3; round++) {
        for (Range b : UNIVERSE) {
          Range next = current.join(b);
          changes += next.equals(current) ? 0 : 1;
          current = next;
        }
      }
      assertTrue(changes <= 40, changes + " changes from " + a);
    }
  }

  @Test void meetHoldsTheIntersectionAndNothingOutsideBoth() {
    for (Range a : UNIVERSE) {
      assertEquals(a, a.meet(a));
      assertEquals(a, a.meet(Range.ALL));
      for (Range b : UNIVERSE) {
        Range met = a.meet(b);
        for (long number : NUMBERS) {
          assertFalse(a.contains(number) && b.contains(number) && !met.contains(number), () -> a + " meet " + b + " = " + met);
        }
        assertTrue(met.leq(a) || met.leq(b), () -> a + " meet " + b + " = " + met);
      }
    }
  }

  @Test void withoutTakesOneAway() {
    for (Range a : UNIVERSE) {
      for (long number : NUMBERS) {
        Range less = a.without(number);
        assertTrue(less.leq(a));
        for (long other : NUMBERS) {
          assertTrue(other == number || less.contains(other) == a.contains(other), () -> a + " without " + number + " = " + less);
        }
      }
    }
  }

  /** Small finite ranges, so that brute force sees all numbers that there are. */
  @Test void refinedAndDecidedAgreeWithBruteForce() {
    List<Range> finite = new ArrayList<>(UNIVERSE.stream().filter(r -> r.leq(Range.between(-10, 20))).toList());
    for (Range a : finite) {
      for (Range b : finite) {
        for (Relation relation : Relation.values()) {
          checkRelation(a, relation, b);
        }
      }
    }
  }

  private static void checkRelation(Range a, Relation relation, Range b) {
    boolean some = false;
    boolean notAll = false;
    Range refined = a.refined(relation, b);
    for (long left : NUMBERS) {
      boolean possible = false;
      for (long right : NUMBERS) {
        if (a.contains(left) && b.contains(right)) {
          possible |= relation.holds(left, right);
          notAll |= !relation.holds(left, right);
        }
      }
      some |= possible;
      assertTrue(!possible || refined.contains(left), () -> a + " " + relation + " " + b + " = " + refined);
    }
    assertTrue(refined.leq(a), () -> a + " " + relation + " " + b + " = " + refined);
    Optional<Boolean> decided = a.decide(relation, b);
    assertTrue(decided.isEmpty() || decided.get() == some || (!some && !notAll), () -> a + " " + relation + " " + b);
    assertTrue(!decided.equals(Optional.of(true)) || !notAll, () -> a + " " + relation + " " + b);
  }

  @Test void decidesWhatIsCertain() {
    assertEquals(Optional.of(true), Range.of(0, 1).decide(Relation.LT, Range.between(2, 100)));
    assertEquals(Optional.of(false), Range.NONZERO.decide(Relation.EQ, Range.ZERO));
    assertEquals(Optional.of(true), Range.NONZERO.decide(Relation.NE, Range.ZERO));
    assertEquals(Optional.empty(), Range.ALL.decide(Relation.NE, Range.ZERO));
    assertEquals(Optional.of(true), Range.between(Long.MIN_VALUE, -1).decide(Relation.LT, Range.ZERO));
  }

  @Test void plusMovesEveryNumberThatCanBeMoved() {
    for (Range range : UNIVERSE) {
      for (long by : new long[] {-2, -1, 1, 3}) {
        Range moved = range.plus(by);
        assertEquals(range.isEmpty(), moved.isEmpty(), range + " + " + by);
        for (long number : NUMBERS) {
          boolean isInside = number > Long.MIN_VALUE + 4 && number < Long.MAX_VALUE - 4;
          assertTrue(!isInside || range.contains(number) == moved.contains(number + by), range + " + " + by + " at " + number);
        }
      }
    }
  }
}
