package io.github.relinquish.core.simulate;

/**
 * A resource that begins at a call.
 *
 * @param outcome how the call ends; its state follows the resource
 * @param isOwned whether the code at hand owes its release; false for one that is only watched for misuse
 * @param isDirect whether a row says so, not the body of a callee
 */
public record Beginning(Outcome outcome, boolean isOwned, boolean isDirect) {}
