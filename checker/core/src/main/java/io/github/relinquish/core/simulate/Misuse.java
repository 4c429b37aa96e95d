package io.github.relinquish.core.simulate;

import io.github.relinquish.core.graph.Site;
import io.github.relinquish.core.protocol.RuleId;
import io.github.relinquish.core.protocol.Severity;

/**
 * A call that the protocol forbids here.
 *
 * @param rule which rule it breaks
 * @param severity how serious it is
 * @param state just before the call; its trail leads there
 * @param site the call
 * @param call what is called, as the message names it
 * @param inner the call that a row is about: {@code site}, or one in a body that {@code site} calls
 * @param isInnerFault whether the body around {@code inner} releases the resource as well, only not there: it is wrong for all who call it
 */
public record Misuse(RuleId rule, Severity severity, State state, Site site, String call, Site inner, boolean isInnerFault) {
  /** One that a row says of the call itself. */
  public Misuse(RuleId rule, Severity severity, State state, Site site, String call) {
    this(rule, severity, state, site, call, site, false);
  }
}
