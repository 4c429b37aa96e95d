package io.github.relinquish.core.graph;

/** How two values compare. */
public enum Relation {
  EQ("=="), NE("!="), LT("<"), GE(">="), GT(">"), LE("<=");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  /** As Java writes it. */
  public String sign() {
    return sign;
  }

  /** What holds exactly when this does not. */
  public Relation negated() {
    return switch (this) {
      case EQ -> NE;
      case NE -> EQ;
      case LT -> GE;
      case GE -> LT;
      case GT -> LE;
      case LE -> GT;
    };
  }

  /** The same with both sides exchanged. */
  public Relation flipped() {
    return switch (this) {
      case EQ -> EQ;
      case NE -> NE;
      case LT -> GT;
      case GE -> LE;
      case GT -> LT;
      case LE -> GE;
    };
  }

  /** Decides it on two numbers. */
  public boolean holds(long left, long right) {
    return switch (this) {
      case EQ -> left == right;
      case NE -> left != right;
      case LT -> left < right;
      case GE -> left >= right;
      case GT -> left > right;
      case LE -> left <= right;
    };
  }
}
