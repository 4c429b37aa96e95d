package io.github.relinquish.core.protocol;

import java.util.List;

/**
 * Which calls a row is about.
 *
 * <p>Text form {@code owner#name/arity}, {@code owner#name(type, type)} or {@code owner#name/*}. The owner is a binary name and
 * includes its subtypes; {@code *} is any owner: the function of that name in whatever binding declares it.
 *
 * @param owner binary name, or {@link #ANY}
 * @param name method name, {@code <init>} for constructors
 * @param arity number of parameters; -1 for any
 * @param types simple or binary names of the parameter types, {@code _} for any; empty where only the arity counts
 */
public record CallPattern(String owner, String name, int arity, List<String> types) {
  /** Any owner. */
  public static final String ANY = "*";

  public CallPattern {
    types = List.copyOf(types);
  }

  /** Whether the owner does not matter. */
  public boolean matchesByName() {
    return owner.equals(ANY);
  }

  @Override public String toString() {
    return owner + "#" + name + (types.isEmpty() ? "/" + (arity < 0 ? "*" : arity) : "(" + String.join(", ", types) + ")");
  }
}
