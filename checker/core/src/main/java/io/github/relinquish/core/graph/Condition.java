package io.github.relinquish.core.graph;

/**
 * A normalised condition: no negation, no conjunction, two values and a relation.
 *
 * <p>A boolean {@code b} is tested as {@code b != 0}; the right side is then a temporary that a {@link Step.Constant} set.
 */
public record Condition(Variable left, Relation relation, Variable right) {
  public Condition negated() {
    return new Condition(left, relation.negated(), right);
  }

  @Override public String toString() {
    return left + " " + relation.sign() + " " + right;
  }
}
