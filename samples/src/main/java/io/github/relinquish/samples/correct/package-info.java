/**
 * Programs that give back everything that they acquire, on every path.
 *
 * <p>No check may report anything here. Start with {@link WaffleLoginServer}.
 */
package io.github.relinquish.samples.correct;
