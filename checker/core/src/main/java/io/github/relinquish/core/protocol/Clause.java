package io.github.relinquish.core.protocol;

import java.util.List;

/**
 * A condition on one value of a call: its result or an argument. Text forms: {@code Result == 0}, {@code Result >= 0},
 * {@code Result in {0, 590610}}, {@code Result true}, {@code Result nonnull}, {@code Argument[3] has 0x100}.
 *
 * @param port the value
 * @param test what is asked of it
 * @param values the constants it is compared with; empty for TRUE, FALSE, NULL, NONNULL
 */
public record Clause(Port port, Test test, List<Long> values) {
  /** What can be asked. TRUE is "not 0", FALSE is "0". */
  public enum Test {
    /** One of the constants. */
    IN("in"),
    /** None of the constants. */
    NOT_IN("not in"),
    LESS("<"), AT_LEAST(">="),
    TRUE("true"), FALSE("false"),
    NULL("null"), NONNULL("nonnull"),
    /** All bits of the constant are set. */
    HAS("has"),
    /** Not all bits of the constant are set. */
    LACKS("lacks");

    private final String word;

    Test(String word) {
      this.word = word;
    }

    /** As rows write it. */
    public String word() {
      return word;
    }
  }

  public Clause {
    values = List.copyOf(values);
  }

  /** What holds where this does not. */
  public Clause negated() {
    Test opposite = switch (test) {
      case IN -> Test.NOT_IN;
      case NOT_IN -> Test.IN;
      case LESS -> Test.AT_LEAST;
      case AT_LEAST -> Test.LESS;
      case TRUE -> Test.FALSE;
      case FALSE -> Test.TRUE;
      case NULL -> Test.NONNULL;
      case NONNULL -> Test.NULL;
      case HAS -> Test.LACKS;
      case LACKS -> Test.HAS;
    };
    return new Clause(port, opposite, values);
  }

  @Override public String toString() {
    return switch (test) {
      case IN, NOT_IN -> values.size() == 1
          ? port + (test == Test.IN ? " == " : " != ") + values.get(0)
          : port + " " + test.word() + " " + values.toString().replace('[', '{').replace(']', '}');
      case LESS, AT_LEAST, HAS, LACKS -> port + " " + test.word() + " " + values.get(0);
      case TRUE, FALSE, NULL, NONNULL -> port + " " + test.word();
    };
  }
}
