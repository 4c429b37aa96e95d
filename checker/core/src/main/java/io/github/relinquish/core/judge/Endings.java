package io.github.relinquish.core.judge;

import io.github.relinquish.core.finding.WitnessStep;
import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.simulate.Loss;
import io.github.relinquish.core.simulate.Misuse;

/** The last words: how a resource is lost, in the sentence of a message and as the last step of its path. */
final class Endings {
  private Endings() {}

  /** For the sentence: {@code when f() throws IOException (line 12)}. */
  static String when(Loss loss) {
    return switch (loss.how()) {
      case RETURNS -> "when the method returns" + line(loss.site());
      case THROWS, CAUGHT -> "when " + thrower(loss) + line(loss.site());
      case OVERWRITTEN, REFILLED, SET -> loss.detail().isEmpty()
          ? "before its last reference is gone" + line(loss.site())
          : isInCallee(loss) ? "when " + loss.detail() + " puts another in its place" + line(loss.site())
          : "before '" + loss.detail() + "' is assigned again" + line(loss.site());
      case ACQUIRED_AGAIN -> "before " + loss.detail() + " acquires into it once more" + line(loss.site());
      case DROPPED -> (isInCallee(loss) ? "when " + loss.detail() + " drops it" : "before it is dropped") + line(loss.site());
    };
  }

  /** For the path. */
  static String of(Loss loss) {
    return switch (loss.how()) {
      case RETURNS -> "the method returns, and nothing holds it any more";
      case THROWS -> "the exception leaves the method, and nothing holds it any more";
      case CAUGHT -> "nothing holds it any more";
      case OVERWRITTEN, REFILLED, SET -> loss.detail().isEmpty()
          ? "its last reference is gone"
          : isInCallee(loss) ? loss.detail() + " puts another in its place, and nothing holds it any more"
          : "'" + loss.detail() + "' is assigned again, and nothing holds it any more";
      case ACQUIRED_AGAIN -> loss.detail() + " acquires into the same object once more";
      case DROPPED -> (isInCallee(loss) ? loss.detail() + " drops it, and " : "") + "nothing holds it any more";
    };
  }

  /** For the path to a loss of what a field held. */
  static String ofField(Loss loss, Holder field) {
    return switch (loss.how()) {
      case OVERWRITTEN, REFILLED, SET -> isInCallee(loss)
          ? loss.detail() + " puts another into '" + field.name() + "', and nothing holds what it held"
          : "'" + field.name() + (field.isItself() && !field.isCell() ? "' is assigned again" : "' is filled again") + ", and nothing holds what it held";
      case ACQUIRED_AGAIN -> loss.detail() + " acquires into '" + field.name() + "' once more";
      default -> "'" + field.name() + (field.isContainer() ? "' drops it, and nothing holds it any more" : "' no longer holds it, and nothing else does");
    };
  }

  /** For the path to a misuse. */
  static String of(Misuse misuse) {
    return switch (misuse.rule()) {
      case USE_AFTER_RELEASE -> misuse.call() + " uses it";
      case DOUBLE_RELEASE -> misuse.call() + (misuse.state().isReleased() ? " releases it again" : " releases it");
      case RELEASE_ORDER -> misuse.call() + " releases what it was made from";
      default -> misuse.call() + " takes its provider away";
    };
  }

  /** For the sentence about a field: {@code close() drops it}. */
  static String lostHow(Loss loss, boolean isElement) {
    return switch (loss.how()) {
      case OVERWRITTEN, REFILLED, SET -> "assigns it again";
      case ACQUIRED_AGAIN -> "acquires into it once more";
      default -> isElement ? "drops it" : "loses it";
    };
  }

  private static boolean isInCallee(Loss loss) {
    return loss.detail().endsWith("()");
  }

  static String line(Site site) {
    return site.line() > 0 ? " (line " + site.line() + ")" : "";
  }

  private static String thrower(Loss loss) {
    String last = loss.state().trail().latest().map(WitnessStep::text).orElse("");
    return last.contains("throws ") ? (last.startsWith("throws") ? "the method " + last : last) : "the method throws";
  }
}
