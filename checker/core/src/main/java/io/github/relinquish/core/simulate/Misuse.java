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
 */
public record Misuse(RuleId rule, Severity severity, State state, Site site, String call) {}
