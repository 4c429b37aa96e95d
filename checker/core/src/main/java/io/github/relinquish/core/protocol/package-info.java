/**
 * What APIs demand: kinds of resources, and what each call does to them. Plain data, read from rows.
 *
 * <p>Nothing here knows flow graphs being followed, files or Java classes of a product. Start with {@link Kind} and {@link Effect}.
 */
package io.github.relinquish.core.protocol;
