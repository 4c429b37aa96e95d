/**
 * Reads, checks and writes protocol files, and holds the ones that are shipped.
 *
 * <p>No resource is followed here and no program is looked at. Start with {@link io.github.relinquish.core.data.ProtocolReader}.
 */
package io.github.relinquish.core.data;
