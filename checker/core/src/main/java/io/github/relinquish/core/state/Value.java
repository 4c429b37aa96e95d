package io.github.relinquish.core.state;

import io.github.relinquish.core.graph.CallKind;
import io.github.relinquish.core.graph.MethodKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is known of one value. Unknown parts are {@link Range#ALL} and empty strings.
 *
 * @param range its number, or whether it is null
 * @param type its exact class, binary name; empty where it may be a subclass
 * @param closure what calling it calls; null where it is no known closure
 * @param name the name it carries: of a function, of a library, or the text of a string constant
 * @param isEscaped whether code that nobody can read has it and may go on holding it; neither join nor meet takes that back
 */
public record Value(Range range, String type, Closure closure, String name, boolean isEscaped) {
  /**
   * A lambda or method reference. Captured values are fields {@code $0}, {@code $1}, .. of the value.
   *
   * @param body what calling it calls
   * @param kind how
   * @param captured how many values it holds on to
   */
  public record Closure(MethodKey body, CallKind kind, int captured) {
    /** The field that holds captured value {@code index}. */
    public static String field(int index) {
      return "$" + index;
    }
  }

  private static final String THROWN = "!";

  /** Anything. */
  public static final Value UNKNOWN = new Value(Range.ALL, "", null, "", false);
  public static final Value NULL = of(Range.ZERO);
  public static final Value NONNULL = of(Range.NONZERO);

  public Value {
    Objects.requireNonNull(range);
    Objects.requireNonNull(type);
    Objects.requireNonNull(name);
  }

  public static Value of(Range range) {
    return new Value(range, "", null, "", false);
  }

  /** What every value of a type is known to be. */
  public static Value natural(String type) {
    return type.equals("boolean") ? of(Range.BOOLEAN) : UNKNOWN;
  }

  /** A fresh object of exactly this class. */
  public static Value ofType(String exactType) {
    return new Value(Range.NONZERO, exactType, null, "", false);
  }

  /** An object that has a name of its own, not null: a number stands for it that no other such name has. */
  public static Value ofConstant(String name) {
    return of(numberOf(name));
  }

  /** A string constant, not null: a number stands for it that no other text has, so that equal texts are one value. */
  public static Value ofText(String text) {
    return new Value(numberOf(text), "", null, text, false);
  }

  private static Range numberOf(String name) {
    long number = 1;
    for (int i = 0; i < name.length(); i++) {
      number = 31 * number + name.charAt(i);
    }
    return Range.of(number | Long.MIN_VALUE);
  }

  public static Value ofName(String name) {
    return new Value(Range.NONZERO, "", null, name, false);
  }

  public static Value ofClosure(Closure closure) {
    return new Value(Range.NONZERO, "", closure, "", false);
  }

  public Optional<Closure> knownClosure() {
    return Optional.ofNullable(closure);
  }

  public Value with(Range other) {
    return other.equals(range) ? this : new Value(other, type, closure, name, isEscaped);
  }

  public Value named(String other) {
    return new Value(range, type, closure, other, isEscaped);
  }

  /** The same value, in the hands of code that nobody can read or not. */
  public Value escaped(boolean escapes) {
    return escapes == isEscaped ? this : new Value(range, type, closure, name, escapes);
  }

  /** What both agree on. */
  public Value join(Value other) {
    if (equals(other)) {
      return this;
    }
    // Null has no class and no body to disagree about.
    if (range.equals(Range.ZERO)) {
      return other.with(range.join(other.range)).escaped(isEscaped || other.isEscaped);
    }
    if (other.range.equals(Range.ZERO)) {
      return with(range.join(other.range)).escaped(isEscaped || other.isEscaped);
    }
    return new Value(
        range.join(other.range),
        type.equals(other.type) ? type : "",
        Objects.equals(closure, other.closure) ? closure : null,
        joinNames(name, other.name),
        isEscaped || other.isEscaped);
  }

  /** Exceptions keep the types that they may have; other names agree or are forgotten. */
  private static String joinNames(String one, String two) {
    if (one.equals(two)) {
      return one;
    }
    if (!one.startsWith(THROWN) || !two.startsWith(THROWN)) {
      return "";
    }
    TreeSet<String> types = new TreeSet<>(List.of(one.substring(1).split("[|]")));
    types.addAll(List.of(two.substring(1).split("[|]")));
    return types.size() > Range.MOST ? "" : THROWN + String.join("|", types);
  }

  /** Whether it is a string constant, whose text is its name. */
  public boolean isText() {
    return !name.isEmpty() && !name.startsWith(THROWN) && range.equals(numberOf(name)) && type.isEmpty() && closure == null;
  }

  /** An exception that has one of these types, or a subtype. */
  public static Value ofThrown(String type) {
    return new Value(Range.NONZERO, "", null, THROWN + type, false);
  }

  /** The types that {@link #ofThrown} gave, joined; empty if it is no such value. */
  public List<String> thrownTypes() {
    return name.startsWith(THROWN) ? List.of(name.substring(1).split("[|]")) : List.of();
  }

  /** What either knows; the first wins where they differ. Infeasible if the range is empty. */
  public Value meet(Value other) {
    return new Value(
        range.meet(other.range),
        type.isEmpty() ? other.type : type,
        closure == null ? other.closure : closure,
        name.isEmpty() ? other.name : name,
        isEscaped || other.isEscaped);
  }
}
