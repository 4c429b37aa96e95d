/**
 * Edits that mend findings: source text in, Error Prone's suggested fixes out.
 *
 * <p>Nothing here decides whether something is a mistake. Start with {@link io.github.relinquish.plugin.fix.FixPlanner}.
 */
package io.github.relinquish.plugin.fix;
