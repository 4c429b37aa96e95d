/**
 * Measurements: what judging costs and how it grows.
 *
 * <p>Nothing here is shipped, and no test depends on a clock. Start with {@link Growth}.
 */
package io.github.relinquish.bench;
