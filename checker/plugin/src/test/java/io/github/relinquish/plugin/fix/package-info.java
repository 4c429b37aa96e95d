/**
 * Proofs that fixes hold.
 *
 * <p>Nothing here looks at how a fix is made. Start with {@link FixProofTest}.
 */
package io.github.relinquish.plugin.fix;
