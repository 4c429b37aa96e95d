/**
 * The checks that Error Prone runs: one thin class a rule.
 *
 * <p>No logic to test enters here. Start with {@link io.github.relinquish.plugin.checks.ProtocolCheck}.
 */
package io.github.relinquish.plugin.checks;
