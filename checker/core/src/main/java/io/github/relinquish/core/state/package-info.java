/**
 * Lattices: what is known of values at one point of a program.
 *
 * <p>Nothing here knows steps, calls or resources. Start with {@link Range}, then {@link Store}.
 */
package io.github.relinquish.core.state;
