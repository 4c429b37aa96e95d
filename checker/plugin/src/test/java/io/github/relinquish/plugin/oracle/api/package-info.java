/**
 * What random programs are written against besides the real interfaces.
 *
 * <p>Only interfaces and empty classes: whatever has a body would be read by the checker. Start with {@link io.github.relinquish.plugin.oracle.api.Env}.
 */
package io.github.relinquish.plugin.oracle.api;
