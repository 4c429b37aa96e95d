package io.github.relinquish.core.state;

import io.github.relinquish.core.graph.Relation;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of values that a variable may have: up to {@link #MOST} single numbers, or an interval without up to as many
 * numbers. References are numbers too: null is 0, everything else is not.
 *
 * <p>A lattice by inclusion. {@link #join} is the smallest representable superset of the union, or a superset of that
 * where the bound is met; {@link #meet} contains the intersection.
 */
public final class Range {
  /** Bound on the numbers that one range lists. */
  public static final int MOST = 8;
  /** Types of the numbers that programs count with, and that calls answer as their status. */
  public static final Set<String> COUNTED = Set.of("int", "long");

  /** Every value. */
  public static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE, new long[0], false);
  /** No value: an infeasible path. */
  public static final Range NONE = new Range(0, 0, new long[0], true);
  /** Null, zero, false. */
  public static final Range ZERO = of(0);
  /** Not null. */
  public static final Range NONZERO = ALL.without(0);
  /** A boolean. */
  public static final Range BOOLEAN = of(0, 1);

  private final long low;
  private final long high;
  private final long[] listed;
  private final boolean isFinite;

  /** Finite: exactly {@code listed}. Else: low..high without {@code listed}. */
  private Range(long low, long high, long[] listed, boolean isFinite) {
    this.low = low;
    this.high = high;
    this.listed = listed;
    this.isFinite = isFinite;
  }

  /** Exactly these numbers; an interval around them where they are too many. */
  public static Range of(long... numbers) {
    long[] sorted = Arrays.stream(numbers).sorted().distinct().toArray();
    if (sorted.length > MOST) {
      return between(sorted[0], sorted[sorted.length - 1]);
    }
    return new Range(0, 0, sorted, true);
  }

  /** All numbers from {@code low} to {@code high}, both included. */
  public static Range between(long low, long high) {
    if (low > high) {
      return NONE;
    }
    if (high - low >= 0 && high - low < MOST) {
      long[] all = new long[(int) (high - low) + 1];
      for (int i = 0; i < all.length; i++) {
        all[i] = low + i;
      }
      return new Range(0, 0, all, true);
    }
    return new Range(low, high, new long[0], false);
  }

  public boolean isEmpty() {
    return isFinite && listed.length == 0;
  }

  public boolean isAll() {
    return equals(ALL);
  }

  /** The only value, where there is one. */
  public Optional<Long> single() {
    return isFinite && listed.length == 1 ? Optional.of(listed[0]) : Optional.empty();
  }

  /** Whether {@code number} is one of the values. */
  public boolean contains(long number) {
    boolean isListed = Arrays.binarySearch(listed, number) >= 0;
    return isFinite ? isListed : number >= low && number <= high && !isListed;
  }

  /** Without one number; the same range where it cannot be said. */
  public Range without(long number) {
    if (!contains(number)) {
      return this;
    }
    if (isFinite) {
      return of(Arrays.stream(listed).filter(n -> n != number).toArray());
    }
    if (number == low) {
      return interval(low + 1, high, listed);
    }
    if (number == high) {
      return interval(low, high - 1, listed);
    }
    if (listed.length >= MOST) {
      return this;
    }
    long[] more = Arrays.copyOf(listed, listed.length + 1);
    more[listed.length] = number;
    return interval(low, high, more);
  }

  private static Range interval(long low, long high, long[] holes) {
    TreeSet<Long> inside = new TreeSet<>();
    for (long hole : holes) {
      if (hole >= low && hole <= high) {
        inside.add(hole);
      }
    }
    long from = low;
    while (inside.remove(from)) {
      from++;
    }
    long to = high;
    while (inside.remove(to)) {
      to--;
    }
    if (from > to) {
      return NONE;
    }
    if (to - from >= 0 && to - from < MOST) {
      return of(java.util.stream.LongStream.rangeClosed(from, to).filter(n -> !inside.contains(n)).toArray());
    }
    return new Range(from, to, inside.stream().mapToLong(Long::longValue).toArray(), false);
  }

  /** Each value and {@code number}; bounds that cannot be written stay where numbers end. */
  public Range plus(long number) {
    long[] shifted = Arrays.stream(listed).map(n -> n + number).sorted().toArray();
    return isFinite ? of(shifted) : interval(low == Long.MIN_VALUE ? low : sum(low, number), high == Long.MAX_VALUE ? high : sum(high, number), shifted);
  }

  private static long sum(long bound, long number) {
    long sum = bound + number;
    boolean isOverflown = ((bound ^ sum) & (number ^ sum)) < 0;
    return isOverflown ? (number < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  /** Values in both. */
  public Range meet(Range other) {
    if (isFinite) {
      return of(Arrays.stream(listed).filter(other::contains).toArray());
    }
    if (other.isFinite) {
      return other.meet(this);
    }
    long[] holes = new long[listed.length + other.listed.length];
    System.arraycopy(listed, 0, holes, 0, listed.length);
    System.arraycopy(other.listed, 0, holes, listed.length, other.listed.length);
    Range both = interval(Math.max(low, other.low), Math.min(high, other.high), holes);
    return both.listed.length > MOST && !both.isFinite
        ? new Range(both.low, both.high, Arrays.copyOf(both.listed, MOST), false)
        : both;
  }

  /** Values in either. */
  public Range join(Range other) {
    if (equals(other) || other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    if (isFinite && other.isFinite) {
      long[] all = Arrays.copyOf(listed, listed.length + other.listed.length);
      System.arraycopy(other.listed, 0, all, listed.length, other.listed.length);
      long[] distinct = Arrays.stream(all).sorted().distinct().toArray();
      return distinct.length <= MOST ? of(distinct) : between(distinct[0], distinct[distinct.length - 1]);
    }
    TreeSet<Long> holes = new TreeSet<>();
    addHoles(holes, other);
    other.addHoles(holes, this);
    if (holes.isEmpty() && !contains(0) && !other.contains(0)) {
      holes.add(0L);
    }
    long from = Math.min(least(), other.least());
    long to = Math.max(most(), other.most());
    return interval(from, to, holes.stream().mapToLong(Long::longValue).limit(MOST).toArray());
  }

  /** Numbers that this interval leaves out and {@code other} does not have either. */
  private void addHoles(TreeSet<Long> holes, Range other) {
    if (!isFinite) {
      for (long hole : listed) {
        if (!other.contains(hole)) {
          holes.add(hole);
        }
      }
    }
  }

  /** Whether every value of this is one of {@code other}. */
  public boolean leq(Range other) {
    if (isFinite) {
      return Arrays.stream(listed).allMatch(other::contains);
    }
    if (other.isFinite) {
      return false;
    }
    return low >= other.low && high <= other.high
        && Arrays.stream(other.listed).noneMatch(this::contains);
  }

  /** The least value; of an empty range, 0. */
  public long least() {
    return isFinite ? (listed.length == 0 ? 0 : listed[0]) : low;
  }

  /** The greatest value; of an empty range, 0. */
  public long most() {
    return isFinite ? (listed.length == 0 ? 0 : listed[listed.length - 1]) : high;
  }

  /** Those values of this that may stand in {@code relation} to some value of {@code other}. */
  public Range refined(Relation relation, Range other) {
    if (isEmpty() || other.isEmpty()) {
      return NONE;
    }
    switch (relation) {
      case EQ:
        return meet(other);
      case NE:
        return other.single().map(this::without).orElse(this);
      case LT:
        return other.most() == Long.MIN_VALUE ? NONE : meet(between(Long.MIN_VALUE, other.most() - 1));
      case LE:
        return meet(between(Long.MIN_VALUE, other.most()));
      case GT:
        return other.least() == Long.MAX_VALUE ? NONE : meet(between(other.least() + 1, Long.MAX_VALUE));
      default:
        return meet(between(other.least(), Long.MAX_VALUE));
    }
  }

  /** Whether the relation holds for all pairs, for none, or (empty) for some. */
  public Optional<Boolean> decide(Relation relation, Range other) {
    if (refined(relation, other).isEmpty()) {
      return Optional.of(false);
    }
    if (refined(relation.negated(), other).isEmpty()) {
      return Optional.of(true);
    }
    return Optional.empty();
  }

  @Override public boolean equals(Object other) {
    return other instanceof Range that && low == that.low && high == that.high && isFinite == that.isFinite
        && Arrays.equals(listed, that.listed);
  }

  @Override public int hashCode() {
    return Long.hashCode(low) * 31 + Long.hashCode(high) + Arrays.hashCode(listed);
  }

  @Override public String toString() {
    if (isFinite) {
      return Arrays.toString(listed).replace('[', '{').replace(']', '}');
    }
    String span = (low == Long.MIN_VALUE ? "" : low) + ".." + (high == Long.MAX_VALUE ? "" : high);
    return listed.length == 0 ? span : span + " without " + Arrays.toString(listed);
  }
}
