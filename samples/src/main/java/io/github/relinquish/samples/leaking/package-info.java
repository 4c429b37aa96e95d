/**
 * The same programs with the mistakes that people make.
 *
 * <p>What the checks say about them is in {@code samples/expected.txt}; nothing here is an example to follow. Start with {@link WaffleLoginServer}.
 */
package io.github.relinquish.samples.leaking;
