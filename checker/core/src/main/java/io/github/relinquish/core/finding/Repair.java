package io.github.relinquish.core.finding;

import io.github.relinquish.core.graph.Site;

/**
 * What would mend a finding, in terms that a fix can be made of.
 *
 * @param shape which mending
 * @param resource the expression that names the resource, {@code ctx}; empty where it has no name
 * @param call the call that is missing or wrong, {@code ctx.dispose()}
 * @param at where: the acquisition, the exit that lacks the call, or the wrong call
 */
public record Repair(Shape shape, String resource, String call, Site at) {
  /** The ways to mend. */
  public enum Shape {
    /** Put what follows {@code at} into {@code try}/{@code finally} with the call. */
    RELEASE_IN_FINALLY,
    /** The same where some paths release already: those calls are to go. */
    RELEASE_IN_FINALLY_INSTEAD,
    /** Put what follows {@code at} into {@code try} with the call where it fails: whoever goes on after it succeeded keeps the resource. */
    RELEASE_ON_FAILURE,
    /** Put the call in front of {@code at}. One for each place that lacks it; together they mend. */
    RELEASE_BEFORE,
    /** Take the call at {@code at} away. */
    REMOVE_CALL,
    /** Move the call at {@code at} behind the release of what depends on it. */
    MOVE_CALL_DOWN,
    /** Move the release that stands before {@code at} behind it. */
    MOVE_RELEASE_DOWN,
    /** Add the call to the method of the owner that releases its other fields. */
    RELEASE_IN_OWNER,
    /** Release what a container held and drops at {@code at}. */
    RELEASE_ELEMENT
  }
}
