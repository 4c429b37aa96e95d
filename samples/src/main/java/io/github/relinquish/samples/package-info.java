/**
 * Programs that use credentials handles and security contexts, to see what the checks say about them.
 *
 * <p>Each program in {@code leaking} has its counterpart of the same name in {@code correct}; nothing here is used by the checks themselves.
 * Start with {@link io.github.relinquish.samples.leaking.WaffleLoginServer}.
 */
package io.github.relinquish.samples;
