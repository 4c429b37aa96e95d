package io.github.relinquish.core.protocol;

import java.util.List;
import java.util.Objects;

/**
 * A kind of resource and the small automaton that it obeys: it begins LIVE (or LENT), a release leads to RELEASED, a second
 * release and a use after release are as serious as the policies here say.
 *
 * @param name unique, dotted: {@code sspi.ctx}
 * @param noun what a developer calls it: {@code security context}
 * @param rule the rule under which losing it is reported
 * @param leak how serious losing it is; NONE where forgetting it is no mistake
 * @param again how serious a second release is
 * @param afterwards how serious a use after the release is
 * @param failed how serious a release is where the acquisition has thrown
 * @param release the releasing call as a message and a fix write it, {@code {}} standing for the resource: {@code {}.dispose()}
 * @param isThreadBound whether it is a state of the thread that acquired it
 * @param heldByFields whether a class that keeps one in a field must release it; false where keeping it is usual
 * @param quietWhenShared whether the obligation is dropped once something derived from it leaves the method (a login's Subject)
 * @param releaseFails whether its release is known to fail in practice (a flush to a full disk), so that what else is lost by its exception counts
 * @param releaseIsShared whether its release gives other things back as well ({@code CloseHandle}), so that a release does not tell what was released
 * @param parents roles of what it depends on, each with how serious it is when that one ends first
 * @param source where this was read
 */
public record Kind(
    String name,
    String noun,
    RuleId rule,
    Severity leak,
    Severity again,
    Severity afterwards,
    Severity failed,
    String release,
    boolean isThreadBound,
    boolean heldByFields,
    boolean quietWhenShared,
    boolean releaseFails,
    boolean releaseIsShared,
    List<Parent> parents,
    String source) {
  /**
   * Something the resource is made from.
   *
   * @param role {@code credentials}, {@code library}
   * @param rule reported when it ends while the resource is live
   * @param severity how serious that is
   */
  public record Parent(String role, RuleId rule, Severity severity) {}

  public Kind {
    Objects.requireNonNull(rule);
    parents = List.copyOf(parents);
  }

  /** Whether an object that has one may owe its release: losing it is a mistake, and it is no state of a thread. */
  public boolean isOwedByObjects() {
    return leak != Severity.NONE && !isThreadBound;
  }

  /** The releasing call without the resource, for one that the program gave no name: {@code dispose()}. */
  public String bareRelease() {
    return release.replace("{}.", "").replace("{}", "");
  }

  /** The same kind, given back by another call: one of an object that keeps it. */
  public Kind releasedBy(String call) {
    return new Kind(name, noun, rule, leak, again, afterwards, failed, call, isThreadBound, heldByFields, quietWhenShared, releaseFails,
        releaseIsShared, parents, source);
  }

  /** The releasing call for a resource that the program knows as {@code expression}. */
  public String releaseOf(String expression) {
    return release.replace("{}", expression);
  }
}
